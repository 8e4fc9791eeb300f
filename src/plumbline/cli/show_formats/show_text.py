"""``plumbline show`` for a person: one line per activity, in the order of the plan; floats in working minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len, set_cell_size

from plumbline.cli.plain import plain
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.schedule import Activity, Baseline, Schedule, Uid
from plumbline.engine.schedule.calculate import ActivityDates, Calculation

_INDENT = "  "
_GAP = "  "
_SHORTEST_NAME = 20
_MINUTE, _DAY = "%Y-%m-%d %H:%M", "%Y-%m-%d"
_ID, _NAME = "Id", "Name"
_NUMBERS = ("Total float", "Free float")


@dataclass(frozen=True)
class _Row:
    cells: dict[str, str]
    style: str | None


def show(calculated: Iterable[tuple[Schedule, Calculation]]) -> None:
    page = Page()
    for schedule, calculation in calculated:
        _header(page, schedule, calculation)
        rows = _rows(schedule, calculation, _MINUTE)
        if _width(rows) > page.width:
            rows = _rows(schedule, calculation, _DAY)
        _print_table(page, rows)
        page.gap()


def _header(page: Page, schedule: Schedule, calculation: Calculation) -> None:
    page.line((schedule.name or schedule.id or "A plan without a name", "bold underline"))
    data_date = f"data date {schedule.data_date:{_DAY}}" if schedule.data_date else "no data date"
    leaves = sum(not each.is_summary for each in schedule.activities)
    span = f"{calculation.start:{_DAY}} to {calculation.finish:{_DAY}}"
    page.line((f"{span} · {data_date} · {count(leaves, 'activity', 'activities')} · floats in minutes", "dim"))
    page.gap()


def _rows(schedule: Schedule, calculation: Calculation, date_format: str) -> list[_Row]:
    depth = _depths(schedule)
    return [
        _Row(_cells(each, calculation.dates[each.uid], depth[each.uid], date_format), _style(each, calculation))
        for each in schedule.activities
        if each.uid in calculation.dates
    ]


def _cells(activity: Activity, dates: ActivityDates, depth: int, date_format: str) -> dict[str, str]:
    baseline = activity.baseline or Baseline()
    instants = {
        "Early start": dates.early_start,
        "Early finish": dates.early_finish,
        "Late start": dates.late_start,
        "Late finish": dates.late_finish,
        "Actual start": activity.actual_start,
        "Actual finish": activity.actual_finish,
        "Baseline start": baseline.start,
        "Baseline finish": baseline.finish,
    }
    return {
        _ID: plain(activity.id or str(activity.uid)),
        _NAME: _INDENT * depth + plain(activity.name),
        **{title: _shown(moment, date_format) for title, moment in instants.items()},
        "Total float": "" if dates.total_float is None else str(dates.total_float),
        "Free float": "" if dates.free_float is None else str(dates.free_float),
        "Critical": "critical" if dates.critical and not activity.is_summary else "",
    }


def _print_table(page: Page, rows: list[_Row]) -> None:
    widths = _widths(rows)
    too_wide = sum(widths.values()) + len(_GAP) * (len(widths) - 1) - page.width
    if too_wide > 0:
        widths[_NAME] = max(_SHORTEST_NAME, widths[_NAME] - too_wide)
    page.table_line(_GAP.join(_fitted(title, title, width) for title, width in widths.items()), "bold")
    for row in rows:
        line = _GAP.join(_fitted(title, row.cells[title], width) for title, width in widths.items())
        page.table_line(line, row.style)


def _width(rows: list[_Row]) -> int:
    widths = _widths(rows)
    return sum(widths.values()) + len(_GAP) * (len(widths) - 1)


def _widths(rows: list[_Row]) -> dict[str, int]:
    """Columns that hold anything, and how wide they are."""
    titles = rows[0].cells if rows else (_ID, _NAME)
    widest = {title: max((cell_len(row.cells[title]) for row in rows), default=0) for title in titles}
    return {title: max(width, len(title)) for title, width in widest.items() if width or title == _NAME}


def _fitted(title: str, text: str, width: int) -> str:
    if title in _NUMBERS:
        return text.rjust(width)
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


def _depths(schedule: Schedule) -> dict[Uid | None, int]:
    """How deep each activity is in the outline; a summary stands before what is under it."""
    depth: dict[Uid | None, int] = {None: -1}
    for activity in schedule.activities:
        depth[activity.uid] = depth.get(activity.parent, -1) + 1
    return depth


def _style(activity: Activity, calculation: Calculation) -> str | None:
    if activity.is_summary:
        return "bold"
    if activity.is_complete:
        return "dim"
    return "red" if calculation.dates[activity.uid].critical else None


def _shown(moment: datetime | None, date_format: str) -> str:
    return format(moment, date_format) if moment else ""
