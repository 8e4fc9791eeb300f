"""Projects as bars in time, with their baselines, next milestones and what they need from each other.

Drawn on the scale of the Gantt chart; a bar says by its colour and by a letter how its project stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from plumbline.web.pictures.gantt import axis, ground, plumb_line
from plumbline.web.pictures.gantt_bars import DIAMOND, ROW
from plumbline.web.pictures.gantt_row import share, spoken
from plumbline.web.pictures.svg import escape, percent
from plumbline.web.pictures.time_axis import Range, units_for

LETTERS = {"green": "G", "amber": "A", "red": "R", "unknown": "?"}


class RoadmapRow(Protocol):
    """Any object with these names will do; ``kind`` is activity (a project) or summary (a programme)."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def start(self) -> date | None: ...
    @property
    def finish(self) -> date | None: ...
    @property
    def baseline_start(self) -> date | None: ...
    @property
    def baseline_finish(self) -> date | None: ...
    @property
    def milestone(self) -> str: ...
    @property
    def milestone_on(self) -> date | None: ...


class RoadmapLink(Protocol):
    """The row ``after`` needs something from the row ``before`` by the day ``on``."""

    @property
    def before(self) -> int: ...
    @property
    def after(self) -> int: ...
    @property
    def on(self) -> date | None: ...
    @property
    def agreed(self) -> bool: ...


def roadmap(
    rows: Sequence[RoadmapRow],
    today: date,
    *,
    links: Iterable[RoadmapLink] = (),
    start: date | None = None,
    end: date | None = None,
    label: str = "Roadmap",
    table: str = "",
) -> str:
    """HTML of the picture. start, end: the days drawn, by default what the rows need; table: its id."""
    span = _span(rows, today, start, end)
    coarse, fine = units_for(span.days)
    shown_today = today if span.start <= today < span.end else None
    about = f' aria-describedby="{escape(table)}"' if table else ""
    projects = sum(1 for row in rows if row.kind == "activity")
    words = f"{label}: {projects} projects, from {spoken(span.start)} to {spoken(span.end - timedelta(1))}"
    return (
        f'<figure class="gantt gantt-{fine.name}">'
        f'<div class="gantt-box" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<div class="gantt-corner" aria-hidden="true">Project</div>{axis(span, coarse, fine, shown_today)}'
        f'<div class="gantt-names" aria-hidden="true">{"".join(_name(row) for row in rows)}</div>'
        f'<svg class="gantt-chart" width="100%" height="{len(rows) * ROW + 20}" role="img" '
        f'aria-label="{escape(words)}"{about}>{ground(span, fine, len(rows), weekends=False)}'
        f"{''.join(_drawn(row, place * ROW, span) for place, row in enumerate(rows))}{_links(rows, links, span)}"
        f"{plumb_line(span, shown_today, len(rows) * ROW)}</svg></div>{_legend()}</figure>"
    )


def _span(rows: Sequence[RoadmapRow], today: date, start: date | None, end: date | None) -> Range:
    if start and end:
        return Range(start, end)
    days = [day for row in rows for day in (row.start, row.finish, row.baseline_start, row.baseline_finish) if day] or [
        today
    ]
    first, last = min(*days, today), max(*days, today) + timedelta(1)
    room = timedelta(max(14, (last - first).days // 40))
    return Range(first - room, last + room)


def _name(row: RoadmapRow) -> str:
    kind = " summary" if row.kind == "summary" else " level-1"
    return f'<span class="gantt-name{kind}">{escape(row.name)}</span>'


def _drawn(row: RoadmapRow, y: int, span: Range) -> str:
    baseline = _bar("gantt-baseline", row.baseline_start, row.baseline_finish, y + 20, 4, span)
    if row.kind == "summary":
        return baseline + _bar("gantt-summary", row.start, row.finish, y + 11, 4, span)
    bar = _bar(f"roadmap-{row.status or 'unknown'}", row.start, row.finish, y + 5, 13, span)
    said = _letter(row, y, span) + _beside(row, y, span) if bar else ""
    return baseline + bar + said + _milestone(row, y, span)


def _bar(kind: str, start: date | None, finish: date | None, y: float, height: float, span: Range) -> str:
    """Nothing where it lies outside of what is drawn."""
    first, last = start or finish, finish or start
    if first is None or last is None or last < span.start or first >= span.end:
        return ""
    left, right = share(span, first), max(share(span, last, end=True), share(span, first) + 0.002)
    return f'<rect class="{kind}" x="{percent(left)}" width="{percent(right - left)}" y="{y:g}" height="{height:g}"/>'


def _letter(row: RoadmapRow, y: int, span: Range) -> str:
    x = percent(share(span, row.start or row.finish))
    status = row.status or "unknown"
    return f'<text class="roadmap-letter on-{status}" x="{x}" dx="4" y="{y + 15.5}">{LETTERS[status]}</text>'


def _beside(row: RoadmapRow, y: int, span: Range) -> str:
    """The name beside the bar, for narrow screens, where there is no room for a column of names."""
    left, right = share(span, row.start or row.finish), share(span, row.finish or row.start, end=True)
    x, dx, anchor = (right, 10, "start") if right <= 0.6 else (left, -10, "end") if left >= 0.4 else (left, 20, "start")
    return (
        f'<text class="gantt-beside" x="{percent(x)}" dx="{dx}" y="{y + 16}" text-anchor="{anchor}">'
        f"{escape(row.name)}</text>"
    )


def _milestone(row: RoadmapRow, y: int, span: Range) -> str:
    day = row.milestone_on
    if day is None or not span.start <= day < span.end:
        return ""
    title = f"<title>{escape(row.milestone)}, {spoken(day)}</title>"
    return (
        f'<svg x="{percent(share(span, day))}" y="{y + 11.5}" overflow="visible" class="roadmap-milestone">'
        f"{title}{DIAMOND}</svg>"
    )


def _links(rows: Sequence[RoadmapRow], links: Iterable[RoadmapLink], span: Range) -> str:
    """Down or up from the project that gives to the one that needs, on the day on which it needs it."""
    drawn = []
    for link in links:
        day = link.on or rows[link.before].finish
        if day is None or not span.start <= day < span.end:
            continue
        x, down = percent(share(span, day)), link.after > link.before
        y1, y2 = link.before * ROW + 12, link.after * ROW + (3 if down else 21)
        kind = "roadmap-link" if link.agreed else "roadmap-link open"
        head = "M-4-6h8L0 0Z" if down else "M-4 6h8L0 0Z"
        drawn.append(
            f'<circle class="roadmap-giver" cx="{x}" cy="{y1}" r="3"/><line class="{kind}" x1="{x}" x2="{x}" y1="{y1}" '
            f'y2="{y2}"/><svg x="{x}" y="{y2}" overflow="visible" class="roadmap-head"><path d="{head}"/></svg>'
        )
    return "".join(drawn)


def _legend() -> str:
    bars = "".join(
        f'<li><svg width="18" height="14" aria-hidden="true"><rect class="roadmap-{status}" width="18" height="13"/>'
        f'<text class="roadmap-letter on-{status}" x="5" y="11">{letter}</text></svg>{status.title()}</li>'
        for status, letter in LETTERS.items()
    )
    others = (
        ('<rect class="gantt-baseline" y="5" width="18" height="4"/>', "Baseline"),
        (
            '<svg x="9" y="7" overflow="visible" class="roadmap-milestone"><path d="M0-6 6 0 0 6-6 0Z"/></svg>',
            "Next milestone",
        ),
        ('<line class="roadmap-link" x1="0" x2="18" y1="7" y2="7"/>', "Needed from another project, agreed"),
        ('<line class="roadmap-link open" x1="0" x2="18" y1="7" y2="7"/>', "not agreed yet"),
        ('<line class="gantt-plumb" x1="9" x2="9" y1="0" y2="14"/>', "Today"),
    )
    words = "".join(
        f'<li><svg width="18" height="14" aria-hidden="true">{mark}</svg>{name}</li>' for mark, name in others
    )
    return f'<figcaption><ul class="gantt-legend">{bars}{words}</ul></figcaption>'
