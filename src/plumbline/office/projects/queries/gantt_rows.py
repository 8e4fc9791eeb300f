"""A plan as rows of a Gantt chart, and the window of time that is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plumbline.engine.schedule import LinkKind
from plumbline.office.projects.queries.plan_lines import PlanLine, PlanTable

ZOOMS = {"quarter": ("3 months", 91), "half": ("6 months", 182), "year": ("A year", 365)}


@dataclass(frozen=True, slots=True)
class GanttRow:
    name: str
    kind: str
    level: int
    start: datetime | None
    finish: datetime | None
    progress: float
    critical: bool
    baseline_start: datetime | None
    baseline_finish: datetime | None


@dataclass(frozen=True, slots=True)
class GanttView:
    """Empty ``zoom`` is the whole plan. ``begin`` is the first day of the window."""

    baseline: bool = True
    links: bool = False
    zoom: str = ""
    begin: date | None = None

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> GanttView:
        zoom = query.get("zoom", "")
        return cls(
            baseline=query.get("draw") not in ("links", "bars"),
            links=query.get("draw") in ("links", "all"),
            zoom=zoom if zoom in ZOOMS else "",
            begin=_day(query.get("from", "")),
        )

    def window(self, table: PlanTable) -> tuple[date, date] | None:
        """From a week before the data date, if nothing else is asked for; ``None`` for the whole plan."""
        if not self.zoom:
            return None
        now = table.schedule.data_date or table.schedule.start
        first = self.begin or _clamped(now.date()) - timedelta(7)
        return first, first + timedelta(ZOOMS[self.zoom][1])


def in_window(table: PlanTable, lines: Sequence[PlanLine], window: tuple[date, date] | None) -> Sequence[PlanLine]:
    """Lines that have a day inside the window, with the summaries above them."""
    if window is None:
        return lines
    inside = [each for each in lines if _is_inside(each, window)]
    kept = {each.activity.uid for each in inside}
    for line in inside:
        kept.update(each.activity.uid for each in table.above(line))
    return [each for each in lines if each.activity.uid in kept]


def gantt_rows(lines: Sequence[PlanLine], view: GanttView, window: tuple[date, date] | None) -> list[GanttRow]:
    return [_row(each, view.baseline and _baseline_is_inside(each, window)) for each in lines]


def driving_links(table: PlanTable, lines: Sequence[PlanLine]) -> list[tuple[int, int]]:
    """Pairs of row numbers where the finish of one holds the start of the other."""
    place = {each.activity.uid: number for number, each in enumerate(lines)}
    return [
        (place[link.predecessor], number)
        for number, line in enumerate(lines)
        for link in table.links_into.get(line.activity.uid, ())
        if link.kind is LinkKind.FINISH_START and link.predecessor in place and link.predecessor in line.dates.driving
    ]


def _row(line: PlanLine, with_baseline: bool) -> GanttRow:
    activity = line.activity
    return GanttRow(
        name=activity.name if line.is_summary else f"{activity.name} {activity.id}".strip(),
        kind="summary" if line.is_summary else "milestone" if activity.is_milestone else "activity",
        level=line.level,
        start=line.start,
        finish=line.finish,
        progress=line.percent / 100,
        critical=line.is_critical,
        baseline_start=line.baseline.start if with_baseline else None,
        baseline_finish=line.baseline.finish if with_baseline else None,
    )


def _is_inside(line: PlanLine, window: tuple[date, date]) -> bool:
    return not line.is_summary and _meet(line.start or line.finish, line.finish or line.start, window)


def _baseline_is_inside(line: PlanLine, window: tuple[date, date] | None) -> bool:
    if line.is_summary:
        return False
    return window is None or _meet(line.baseline.start, line.baseline.finish, window)


def _meet(start: datetime | None, finish: datetime | None, window: tuple[date, date]) -> bool:
    return bool(start and finish and finish.date() >= window[0] and start.date() < window[1])


def _day(text: str) -> date | None:
    try:
        return _clamped(date.fromisoformat(text))
    except ValueError:
        return None


def _clamped(day: date) -> date:
    """Leaves room to count on either side."""
    return min(max(day, date(1000, 1, 1)), date(9000, 1, 1))
