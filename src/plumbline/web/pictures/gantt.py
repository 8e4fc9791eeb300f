"""A plan as bars in time. Places are percentages, so that one drawing fits every width without distortion."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from plumbline.web.pictures.gantt_bars import ROW, bars, links_between
from plumbline.web.pictures.gantt_row import Bar, GanttRow, day_of, share, spoken
from plumbline.web.pictures.svg import escape, percent
from plumbline.web.pictures.time_axis import Range, Unit, begins, units_for

__all__ = ["MOST_ROWS", "Bar", "GanttRow", "axis", "gantt", "ground", "plumb_line"]

MOST_ROWS = 2000
BOB = "M-5 0H5L3.5 6 0 16-3.5 6Z"
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(9000, 1, 1)


def gantt(
    rows: Iterable[GanttRow],
    data_date: datetime | date | None = None,
    *,
    label: str = "Gantt chart",
    start: date | None = None,
    end: date | None = None,
    links: Iterable[tuple[int, int]] = (),
    weekends: bool = False,
    table: str = "",
) -> str:
    """HTML of the chart: a column of names, a scale, the bars, the data date as a plumb line.

    rows: at most 2,000 are drawn, and the chart says so. start, end: the range of days, by default what the rows need.
    links: pairs of row numbers (from, to), finish to start. table: the id of the table behind the picture.
    """
    given = list(rows)
    shown = given[:MOST_ROWS]
    span = _range(shown, data_date, start, end)
    if span is None:
        return '<p class="soft">None of these activities has a date, so there is nothing to draw.</p>'
    coarse, fine = units_for(span.days)
    words = _described(label, shown, span, data_date)
    about = f' aria-describedby="{escape(table)}"' if table else ""
    return (
        f'<figure class="gantt gantt-{fine.name}">'
        f'<div class="gantt-box" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<div class="gantt-corner" aria-hidden="true">Activity</div>{axis(span, coarse, fine, data_date)}'
        f'<div class="gantt-names" aria-hidden="true">{_names(shown)}</div>'
        f'<svg class="gantt-chart" width="100%" height="{len(shown) * ROW + 20}" role="img" '
        f'aria-label="{escape(words)}"{about}>'
        f"{ground(span, fine, len(shown), weekends)}{links_between(shown, links, span)}{bars(shown, span)}"
        f"{plumb_line(span, data_date, len(shown) * ROW)}</svg></div>{_legend(shown, data_date, len(given))}</figure>"
    )


def _range(
    rows: Sequence[GanttRow], data_date: datetime | date | None, start: date | None, end: date | None
) -> Range | None:
    moments = [
        moment for row in rows for moment in (row.start, row.finish, row.baseline_start, row.baseline_finish) if moment
    ]
    if not moments:
        return None
    days = [day_of(moment) for moment in [*moments, *([data_date] if data_date else [])]]
    first = min(max(start or min(days), FIRST_DAY), LAST_DAY)
    last = max(min(end or min(max(days), LAST_DAY) + timedelta(1), LAST_DAY), first + timedelta(1))
    room = timedelta(max(2, (last - first).days // 40))
    return Range(first if start else first - room, last if end else last + room)


def _described(label: str, rows: Sequence[GanttRow], span: Range, data_date: datetime | date | None) -> str:
    critical = sum(1 for row in rows if row.critical and row.kind != "summary")
    at = f", data date {spoken(data_date)}" if data_date else ""
    return f"{label}: {len(rows)} rows, {critical} critical, from {spoken(span.start)} to {spoken(span.end)}{at}"


def _names(rows: Sequence[GanttRow]) -> str:
    def kind(row: GanttRow) -> str:
        return f"gantt-name level-{min(row.level, 6)}{' summary' if row.kind == 'summary' else ''}"

    return "".join(f'<span class="{kind(row)}">{escape(row.name)}</span>' for row in rows)


def axis(span: Range, coarse: Unit, fine: Unit, data_date: datetime | date | None) -> str:
    parts = []
    lanes = [(fine, 22, "fine")] if coarse is fine else [(coarse, 0, "coarse"), (fine, 22, "fine")]
    for unit, y, kind in lanes:
        for begin, end in begins(unit, span):
            x = percent(span.share(begin))
            parts.append(f'<line class="gantt-tick {kind}" x1="{x}" x2="{x}" y1="{y}" y2="{y + 22}"/>')
            if _has_room(unit, end - begin, span):
                parts.append(
                    f'<svg x="{x}" y="{y}" width="{percent(span.share(end) - span.share(begin))}" height="22">'
                    f'<text class="gantt-scale {kind}" x="5" y="15">{unit.label(begin)}</text></svg>'
                )
    if data_date:
        x = percent(share(span, data_date))
        parts.append(f'<line class="gantt-plumb" x1="{x}" x2="{x}" y1="38" y2="44"/>')
    return f'<svg class="gantt-axis" width="100%" height="44" aria-hidden="true">{"".join(parts)}</svg>'


def _has_room(unit: Unit, part: timedelta, span: Range) -> bool:
    """Whether the label fits; a unit may be cut by the edge of the range."""
    width = part.days / span.days
    return width > 0.06 or (width > 0.022 and part.days >= unit.days * 0.55)


def ground(span: Range, fine: Unit, rows: int, weekends: bool) -> str:
    height = rows * ROW
    lines = [f'<line class="gantt-row" x1="0" x2="100%" y1="{y}" y2="{y}"/>' for y in range(ROW, height + 1, ROW)]
    for begin, _ in begins(fine, span):
        x = percent(span.share(begin))
        lines.append(f'<line class="gantt-grid" x1="{x}" x2="{x}" y1="0" y2="{height}"/>')
    if weekends:
        days = (span.start + timedelta(place) for place in range(span.days))
        width = percent(1 / span.days)
        lines += [
            f'<rect class="gantt-weekend" x="{percent(span.share(day))}" width="{width}" y="0" height="{height}"/>'
            for day in days
            if day.weekday() >= 5
        ]
    return "".join(lines)


def plumb_line(span: Range, data_date: datetime | date | None, height: int) -> str:
    if data_date is None:
        return ""
    x = percent(share(span, data_date))
    return (
        f'<line class="gantt-plumb" x1="{x}" x2="{x}" y1="0" y2="{height + 4}"/>'
        f'<svg x="{x}" y="{height + 2}" overflow="visible" class="gantt-bob"><path d="{BOB}"/></svg>'
    )


def _legend(rows: Sequence[GanttRow], data_date: datetime | date | None, given: int) -> str:
    entries = [
        ("activity", "Activity", True),
        ("activity critical", "Critical", any(row.critical for row in rows)),
        ("activity done", "Done", any(row.progress for row in rows)),
        ("baseline", "Baseline", any(row.baseline_start for row in rows)),
        ("plumb", f"Data date {spoken(data_date)}" if data_date else "", data_date is not None),
    ]
    words = "".join(f"<li>{_swatch(kind)}{escape(name)}</li>" for kind, name, there in entries if there)
    cut = (
        f"<li>The first {MOST_ROWS:,} of {given:,} rows are drawn; the table has all.</li>" if given > MOST_ROWS else ""
    )
    return f'<figcaption><ul class="gantt-legend">{words}{cut}</ul></figcaption>'


def _swatch(kind: str) -> str:
    if kind == "plumb":
        inner = '<line class="gantt-plumb" x1="9" x2="9" y1="0" y2="8"/><path class="gantt-bob" d="M5 7h8l-4 7Z"/>'
    else:
        y, height = (5, 4) if kind == "baseline" else (4, 5) if "done" in kind else (2, 10)
        inner = f'<rect class="gantt-{kind}" x="0" y="{y}" width="18" height="{height}"/>'
    return f'<svg width="18" height="14" aria-hidden="true">{inner}</svg>'
