"""What a plan from a planning tool holds that the editor does not show. It stays in the plan as it is."""

from __future__ import annotations

from collections.abc import Callable

from plumbline.engine.schedule import Activity, ActivityKind, Dialect, Schedule

ROWS: tuple[tuple[str, Callable[[Activity], bool]], ...] = (
    ("a second constraint", lambda each: len(each.constraints) > 1),
    ("dates on which work was suspended or resumed", lambda each: bool(each.suspended or each.resumed)),
    ("an expected finish", lambda each: each.expected_finish is not None),
    ("dates asked for by other plans", lambda each: bool(each.external_early_start or each.external_late_finish)),
    ("work by the calendars of resources", lambda each: each.follows_resources),
    ("a split", lambda each: each.interruption > 0),
    ("dates set by hand", lambda each: each.manual),
    ("been set inactive", lambda each: not each.active),
    ("their place in another project", lambda each: each.external),
    ("a budget", lambda each: each.budget is not None),
)


def unshown(schedule: Schedule) -> list[str]:
    """A sentence each, with how many rows it is about."""
    rows = schedule.activities
    found = [_said(count, words) for words, has in ROWS if (count := sum(1 for each in rows if has(each)))]
    if schedule.dialect is Dialect.P6:
        efforts = sum(1 for each in rows if each.kind is ActivityKind.LEVEL_OF_EFFORT)
        if efforts:
            found.append(f"{efforts:,} of the rows are levels of effort: dates follow their links and cannot be typed.")
    units = sum(1 for each in schedule.assignments if each.units is not None or each.work or each.cost)
    if units:
        found.append(f"{units:,} assignment{'' if units == 1 else 's'} with work, cost or units: only names are shown.")
    return found


def _said(count: int, words: str) -> str:
    return f"{_rows(count)} {words}."


def _rows(count: int) -> str:
    return f"{count:,} row has" if count == 1 else f"{count:,} rows have"
