"""From one edit to the next, rows that nothing touched are taken over; the grid is the same as one built anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from office.planning.plans import house
from plumbline.engine.schedule import Schedule
from plumbline.office.planning.grid.rows import Beside, grid_of
from plumbline.office.planning.kept import KeptPlan

Change = Callable[[Schedule], Schedule]


def activity(schedule: Schedule, at: int, **changes: object) -> Schedule:
    activities = list(schedule.activities)
    activities[at] = replace(activities[at], **changes)  # type: ignore[arg-type]
    return replace(schedule, activities=tuple(activities))


CHANGES: dict[str, Change] = {
    "a name": lambda plan: activity(plan, 2, name="Another"),
    "a duration that moves what follows": lambda plan: activity(plan, 1, duration=9 * 480, remaining=9 * 480),
    "an id that others name": lambda plan: activity(plan, 1, id="Z9"),
    "a link less": lambda plan: replace(plan, links=plan.links[1:]),
    "a row less": lambda plan: replace(
        plan,
        activities=plan.activities[:-1],
        links=tuple(each for each in plan.links if plan.activities[-1].uid not in (each.predecessor, each.successor)),
    ),
    "another day length": lambda plan: replace(
        plan, calendars=tuple(replace(each, minutes_per_day=300) for each in plan.calendars)
    ),
    "nothing": lambda plan: replace(plan),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_grid_is_the_same_as_one_built_anew(change: Change) -> None:
    before = grid_of(KeptPlan(house()), Beside())
    after = KeptPlan(change(house()))
    taken_over, anew = grid_of(after, Beside(), before), grid_of(after, Beside())
    assert list(taken_over.rows.items()) == list(anew.rows.items())


def test_only_what_an_edit_touched_is_built_again() -> None:
    before = grid_of(KeptPlan(house()), Beside())
    after = grid_of(KeptPlan(CHANGES["a name"](house())), Beside(), before)
    built = [uid for uid, row in after.rows.items() if row is not before.rows.get(uid)]
    assert built == [str(house().activities[2].uid)]
