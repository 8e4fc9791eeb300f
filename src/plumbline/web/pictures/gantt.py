"""A plan as bars in time. Horizontal places are percentages, so that one drawing fits every width without distortion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from plumbline.web.pictures.svg import escape, percent
from plumbline.web.pictures.time_axis import Range, Unit, begins, units_for

ROW = 28
MOST_ROWS = 2000
DIAMOND = '<path d="M0-7 7 0 0 7-7 0Z"/>'


class GanttRow(Protocol):
    """What a row needs to have; any object with these names will do. Times are local, None where there is none."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...  # activity, milestone, summary
    @property
    def level(self) -> int: ...
    @property
    def start(self) -> datetime | date | None: ...
    @property
    def finish(self) -> datetime | date | None: ...
    @property
    def progress(self) -> float: ...  # share done, 0 to 1
    @property
    def critical(self) -> bool: ...
    @property
    def baseline_start(self) -> datetime | date | None: ...
    @property
    def baseline_finish(self) -> datetime | date | None: ...


@dataclass(frozen=True)
class Bar:
    """A row for those who have no object of their own."""

    name: str
    start: datetime | date | None
    finish: datetime | date | None
    kind: str = "activity"
    level: int = 0
    progress: float = 0.0
    critical: bool = False
    baseline_start: datetime | date | None = None
    baseline_finish: datetime | date | None = None


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
        f'<figure class="gantt gantt-{fine.name}"><div class="gantt-box" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<div class="gantt-corner" aria-hidden="true">Activity</div>{_axis(span, coarse, fine, data_date)}'
        f'<div class="gantt-names" aria-hidden="true">{_names(shown)}</div>'
        f'<svg class="gantt-chart" width="100%" height="{len(shown) * ROW + 20}" role="img" aria-label="{escape(words)}"{about}>'
        f"{_ground(span, fine, len(shown), weekends)}{_links(shown, links, span)}{_bars(shown, span)}"
        f"{_plumb_line(span, data_date, len(shown) * ROW)}</svg></div>{_legend(shown, data_date, len(given))}</figure>"
    )


def _range(rows: Sequence[GanttRow], data_date: datetime | date | None, start: date | None, end: date | None) -> Range | None:
    moments = [moment for row in rows for moment in (row.start, row.finish, row.baseline_start, row.baseline_finish) if moment]
    if not moments:
        return None
    days = [_day(moment) for moment in [*moments, *([data_date] if data_date else [])]]
    first, last = start or min(days), end or max(days) + timedelta(1)
    room = max(2, (last - first).days // 40)
    return Range(first if start else first - timedelta(room), max(last if end else last + timedelta(room), first + timedelta(1)))


def _described(label: str, rows: Sequence[GanttRow], span: Range, data_date: datetime | date | None) -> str:
    critical = sum(1 for row in rows if row.critical and row.kind != "summary")
    at = f", data date {_day(data_date):%-d %B %Y}" if data_date else ""
    return f"{label}: {len(rows)} rows, {critical} critical, from {span.start:%-d %B %Y} to {span.end:%-d %B %Y}{at}"


def _names(rows: Sequence[GanttRow]) -> str:
    return "".join(
        f'<span class="gantt-name level-{min(row.level, 6)}{" summary" if row.kind == "summary" else ""}">{escape(row.name)}</span>'
        for row in rows
    )


def _axis(span: Range, coarse: Unit, fine: Unit, data_date: datetime | date | None) -> str:
    parts = []
    for unit, y, kind in ((coarse, 0, "coarse"), (fine, 22, "fine")):
        if unit is coarse and coarse is fine:
            continue
        for begin, end in begins(unit, span):
            x = percent(span.share(begin))
            parts.append(f'<line class="gantt-tick {kind}" x1="{x}" x2="{x}" y1="{y}" y2="{y + 22}"/>')
            if (end - begin).days >= unit.days * 0.55:
                parts.append(
                    f'<svg x="{x}" y="{y}" width="{percent(span.share(end) - span.share(begin))}" height="22">'
                    f'<text class="gantt-scale {kind}" x="5" y="15">{unit.label(begin)}</text></svg>'
                )
    if data_date:
        x = percent(_share(span, data_date))
        parts.append(f'<line class="gantt-plumb" x1="{x}" x2="{x}" y1="22" y2="44"/>')
    return f'<svg class="gantt-axis" width="100%" height="44" aria-hidden="true">{"".join(parts)}</svg>'


def _ground(span: Range, fine: Unit, rows: int, weekends: bool) -> str:
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


def _bars(rows: Sequence[GanttRow], span: Range) -> str:
    return "".join(_bar(row, place * ROW, span) for place, row in enumerate(rows))


def _bar(row: GanttRow, y: int, span: Range) -> str:
    baseline = _baseline(row, y, span)
    if row.start is None and row.finish is None:
        return baseline
    left = _share(span, row.start or row.finish)
    right = max(_share(span, row.finish or row.start, end=True), left)
    kind = f"gantt-{row.kind}{' critical' if row.critical and row.kind != 'summary' else ''}"
    if row.kind == "milestone":
        drawing = f'<svg x="{percent(left)}" y="{y + 12}" overflow="visible" class="{kind}">{DIAMOND}</svg>'
    elif row.kind == "summary":
        drawing = _summary(left, right, y, kind)
    else:
        drawing = _box(kind, left, right, y + 6, 12)
        if row.progress > 0:
            drawing += _box(f"{kind} done", left, left + (right - left) * min(row.progress, 1), y + 9.5, 5)
    return baseline + drawing + _beside(row, left, right, y)


def _baseline(row: GanttRow, y: int, span: Range) -> str:
    if row.baseline_start is None or row.baseline_finish is None:
        return ""
    left, right = _share(span, row.baseline_start), _share(span, row.baseline_finish, end=True)
    if row.kind == "milestone":
        return f'<svg x="{percent(left)}" y="{y + 12}" overflow="visible" class="gantt-baseline hollow">{DIAMOND}</svg>'
    return _box("gantt-baseline", left, right, y + 20, 4)


def _summary(left: float, right: float, y: int, kind: str) -> str:
    ends = "".join(
        f'<svg x="{percent(x)}" y="{y + 8}" overflow="visible" class="{kind}"><path d="{path}"/></svg>'
        for x, path in ((left, "M0 0h6L0 9Z"), (right, "M0 0h-6L0 9Z"))
    )
    return _box(kind, left, right, y + 8, 4) + ends


def _box(kind: str, left: float, right: float, y: float, height: float) -> str:
    width = percent(max(right - left, 0.0008))
    return f'<rect class="{kind}" x="{percent(left)}" width="{width}" y="{y:g}" height="{height:g}"/>'


def _beside(row: GanttRow, left: float, right: float, y: int) -> str:
    """The name beside the bar, for narrow screens, where there is no room for a column of names."""
    before = right > 0.6
    x, dx, anchor = (left, -10, "end") if before else (right, 10, "start")
    return f'<text class="gantt-beside" x="{percent(x)}" dx="{dx}" y="{y + 16}" text-anchor="{anchor}">{escape(row.name)}</text>'


def _links(rows: Sequence[GanttRow], links: Iterable[tuple[int, int]], span: Range) -> str:
    drawn = []
    for before, after in links:
        if not (before < len(rows) and after < len(rows)):
            continue
        finish, start = rows[before].finish, rows[after].start
        if finish is None or start is None:
            continue
        x1, x2 = percent(_share(span, finish, end=True)), percent(_share(span, start))
        y1, y2 = before * ROW + 12, after * ROW + (6 if after > before else 18)
        drawn.append(
            f'<line class="gantt-link" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y1}"/>'
            f'<line class="gantt-link" x1="{x2}" x2="{x2}" y1="{y1}" y2="{y2}"/>'
        )
    return "".join(drawn)


def _plumb_line(span: Range, data_date: datetime | date | None, height: int) -> str:
    if data_date is None:
        return ""
    x = percent(_share(span, data_date))
    return (
        f'<line class="gantt-plumb" x1="{x}" x2="{x}" y1="0" y2="{height + 4}"/>'
        f'<svg x="{x}" y="{height + 2}" overflow="visible" class="gantt-bob"><path d="M-5 0H5L3.5 6 0 16-3.5 6Z"/></svg>'
    )


def _legend(rows: Sequence[GanttRow], data_date: datetime | date | None, given: int) -> str:
    entries = [
        ("activity", "Activity", True),
        ("activity critical", "Critical", any(row.critical for row in rows)),
        ("activity done", "Done", any(row.progress > 0 for row in rows)),
        ("baseline", "Baseline", any(row.baseline_start for row in rows)),
        ("plumb", f"Data date {_day(data_date):%-d %b %Y}" if data_date else "", data_date is not None),
    ]
    words = "".join(f"<li>{_swatch(kind)}{escape(name)}</li>" for kind, name, there in entries if there)
    cut = f"<li>The first {MOST_ROWS:,} of {given:,} rows are drawn; the table has all.</li>" if given > MOST_ROWS else ""
    return f'<figcaption><ul class="gantt-legend">{words}{cut}</ul></figcaption>'


def _swatch(kind: str) -> str:
    if kind == "plumb":
        inner = '<line class="gantt-plumb" x1="9" x2="9" y1="0" y2="8"/><path class="gantt-bob" d="M5 7h8l-1.5 3L9 14 6.5 10Z"/>'
    else:
        y, height = (5, 4) if kind == "baseline" else (4, 5) if "done" in kind else (2, 10)
        inner = f'<rect class="gantt-{kind}" x="0" y="{y}" width="18" height="{height}"/>'
    return f'<svg width="18" height="14" aria-hidden="true">{inner}</svg>'


def _share(span: Range, moment: datetime | date | None, end: bool = False) -> float:
    """Where a moment lies. A date without a time ends with its day."""
    if isinstance(moment, datetime):
        share = span.share(moment.date(), (moment.hour * 60 + moment.minute) / 1440)
    elif moment is not None:
        share = span.share(moment, 1.0 if end else 0.0)
    else:
        share = 0.0
    return min(max(share, 0.0), 1.0)


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
