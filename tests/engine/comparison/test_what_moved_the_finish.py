"""What moved the finish, group by group and activity by activity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.comparison.versions import moved, renumbered, told
from engine.schedule.nets import DAY, NIGHTS, OFFICE, constraint, day, net
from engine.schedule.test_properties import EVERY_CALENDAR, forward_links
from plumbline.engine.calendars import ALWAYS, CalendarException
from plumbline.engine.comparison import Cause
from plumbline.engine.comparison.attribution.attribute import FEWEST_SINGLES, MOST_SINGLES
from plumbline.engine.schedule import (
    ActivityKind,
    Constraint,
    ConstraintKind,
    Dialect,
    LagCalendar,
    Schedule,
    ScheduleOptions,
)

ROUND_THE_CLOCK = replace(ALWAYS, minutes_per_day=DAY)


def daily(durations: Mapping[str, float], text: str = "", **fields: Any) -> Schedule:
    """A plan whose days have 24 working hours, also in words."""
    return net(durations, text, calendars=(ROUND_THE_CLOCK, OFFICE, NIGHTS), **fields)


CHAIN = "A-B FS, B-C FS, C-D FS"
BEFORE = daily({"A": 5, "B": 4, "C": 3, "D": 2}, CHAIN, data_date=day(0))
DONE = {"actual_start": day(1), "actual_finish": day(7), "remaining": 0, "percent_complete": 100.0}
AFTER = daily(
    {"A": 6, "B": 4, "C": 5, "D": 2, "X": 2},
    "A-B FS, B-C FS+1, C-X FS, X-D FS",
    changes={"A": DONE},
    data_date=day(8),
)


def only(cause: Cause, before: Schedule, after: Schedule) -> tuple[float, dict[str, float], float]:
    """The one cause that moved the finish, in days."""
    (found,) = told(moved(before, after)).items()
    assert found[0] == cause
    return found[1]


def test_the_worked_example_of_the_method():
    move = moved(BEFORE, AFTER)
    assert (move.finish_before, move.finish_after, move.moved_by) == (day(14), day(22), 8 * DAY)
    assert told(move) == {
        "progress": (
            3,
            {
                "A started on 2 Jan 2026 instead of 1 Jan 2026": 1,
                "A finished on 8 Jan 2026 instead of 7 Jan 2026": 1,
                "B had not started by 9 Jan 2026, but could have on 8 Jan 2026": 1,
            },
            0,
        ),
        "activities added": (2, {"X is new, 2 days": 2}, 0),
        "durations": (2, {"C takes 5 days instead of 3 days": 2}, 0),
        "links": (1, {"C has the link FS+1d from B B instead of FS": 1}, 0),
    }


def test_the_way_back_is_as_long():
    assert moved(AFTER, BEFORE).moved_by == -8 * DAY
    assert sum(each.moved_by for each in moved(AFTER, BEFORE).moves) == -8 * DAY


def test_nothing_changed_moves_nothing():
    move = moved(AFTER, AFTER)
    assert (move.moved_by, move.moves, move.calculations) == (0, (), 0)


def test_progress_exactly_as_planned_moves_nothing():
    as_planned = {
        "A": DONE | {"actual_start": day(0), "actual_finish": day(5)},
        "B": {"actual_start": day(5), "remaining": DAY, "percent_complete": 75.0},
    }
    after = net({"A": 5, "B": 4, "C": 3, "D": 2}, CHAIN, changes=as_planned, data_date=day(8))
    assert moved(BEFORE, after).moves == ()


def test_work_in_progress_answers_for_what_is_left_of_it():
    slow = {"A": {"actual_start": day(0), "duration": 9 * DAY, "remaining": 5 * DAY}}
    after = net({"A": 9, "B": 4, "C": 3, "D": 2}, CHAIN, changes=slow, data_date=day(4))
    words = "A is expected to finish on 10 Jan 2026 instead of 6 Jan 2026"
    assert only(Cause.PROGRESS, BEFORE, after) == (4, {words: 4}, 0)
    slower = {"A": {"actual_start": day(0), "duration": 12 * DAY, "remaining": 5 * DAY}}
    later = net({"A": 12, "B": 4, "C": 3, "D": 2}, CHAIN, changes=slower, data_date=day(7))
    words = "A is expected to finish on 13 Jan 2026 instead of 10 Jan 2026"
    assert only(Cause.PROGRESS, after, later) == (3, {words: 3}, 0)


def test_ms_project_tasks_answer_for_their_start_and_their_length():
    before = net({"A": 5, "B": 4}, "A-B FS", dialect=Dialect.MSP)
    begun = {"A": {"actual_start": day(2), "percent_complete": 10.0}}
    after = net({"A": 8, "B": 4}, "A-B FS", dialect=Dialect.MSP, changes=begun, data_date=day(3))
    assert only(Cause.PROGRESS, before, after) == (
        5,
        {
            "A started on 3 Jan 2026 instead of 1 Jan 2026": 2,
            "A is expected to finish on 11 Jan 2026 instead of 8 Jan 2026": 3,
        },
        0,
    )


def test_a_late_milestone_answers_for_itself():
    kind = {"kind": ActivityKind.FINISH_MILESTONE}
    before = net({"A": 5, "M": 0, "B": 4}, "A-M FS, M-B FS", changes={"M": kind})
    reached = {"A": DONE | {"actual_start": day(0), "actual_finish": day(5)}}
    reached["M"] = kind | {"actual_start": day(7), "actual_finish": day(7)}
    after = net({"A": 5, "M": 0, "B": 4}, "A-M FS, M-B FS", changes=reached, data_date=day(7))
    assert only(Cause.PROGRESS, before, after) == (2, {"M started on 8 Jan 2026 instead of 6 Jan 2026": 2}, 0)


def test_an_activity_that_takes_the_place_of_another_is_judged_with_its_links():
    before = daily({"A": 1, "X": 7, "B": 1}, "A-X FS, X-B FS")
    after = daily({"A": 1, "Y": 5, "B": 1}, "A-Y FS, Y-B FS")
    assert told(moved(before, after)) == {"activities removed": (-2, {"X is gone, 7 days": -2}, 0)}
    assert told(moved(after, before)) == {"activities added": (2, {"X is new, 7 days": 2}, 0)}


def test_a_gap_that_is_closed_belongs_to_the_activity_that_is_gone():
    before, after = daily({"A": 1, "X": 7, "B": 1}, "A-X FS, X-B FS"), daily({"A": 1, "B": 1}, "A-B FS")
    assert only(Cause.REMOVED, before, after) == (-7, {"X is gone, 7 days": -7}, 0)


def test_links_of_new_and_removed_activities_are_told_from_their_work():
    """X takes two days and holds B one day more by a lag; when it goes, a link that closes the gap has a lag too."""
    without = daily({"A": 1, "B": 1}, "A-B FS")
    with_x = daily({"A": 1, "X": 2, "B": 1}, "A-X FS, X-B FS+1")
    added = {"X is new, with its links": 1, "X is new, 2 days": 2}
    assert only(Cause.ADDED, without, with_x) == (3, added, 0)
    removed = {"X is gone, 2 days": -2, "X is gone, with its links": -1}
    assert only(Cause.REMOVED, with_x, without) == (-3, removed, 0)
    closed = daily({"A": 1, "B": 1}, "A-B FS+5")
    gap = {"X is gone, 2 days": -2, "Links that close the gaps are new": 4}
    assert only(Cause.REMOVED, with_x, closed) == (2, gap, 0)


def test_new_and_lost_links_say_from_where():
    before, after = net({"A": 3, "B": 4}), net({"A": 3, "B": 4}, "A-B FS")
    assert only(Cause.LINKS, before, after) == (3, {"B has a new link FS from A A": 3}, 0)
    assert only(Cause.LINKS, after, before) == (-3, {"B lost its link FS from A A": -3}, 0)


def test_a_constraint_is_named():
    before = net({"A": 3, "B": 4}, "A-B FS")
    after = net({"A": 3, "B": 4}, "A-B FS", changes={"B": constraint(ConstraintKind.START_NO_EARLIER_THAN, 8)})
    words = "B has the constraint 'start no earlier than 9 Jan 2026' instead of 'none'"
    assert only(Cause.CONSTRAINTS, before, after) == (5, {words: 5}, 0)


def test_a_calendar_is_named_and_so_is_who_changed_to_another():
    holiday = CalendarException(day(4).date(), day(5).date())
    work = {"A": {"calendar": OFFICE.uid}}
    before = net({"A": 1}, changes=work, start=day(4))
    closed = net(
        {"A": 1}, changes=work, start=day(4), calendars=(ALWAYS, replace(OFFICE, exceptions=(holiday,)), NIGHTS)
    )
    assert only(Cause.CALENDARS, before, closed) == (2, {"Office has other working time": 2}, 0)
    around_the_clock = net({"A": 1}, changes={"A": {"calendar": ALWAYS.uid}}, start=day(4))
    (_, parts, rest) = only(Cause.CALENDARS, before, around_the_clock)
    assert list(parts) == ["A works by the calendar '24 hours'"]
    assert rest == 0


def test_a_setting_has_no_single_activity_to_answer_for_it():
    before = net({"A": 1 / 3, "B": 1 / 3}, "A-B FS+1", changes={"A": {"calendar": OFFICE.uid}}, start=day(4))
    after = replace(before, options=ScheduleOptions(lag_calendar=LagCalendar.ALWAYS))
    (total, parts, rest) = only(Cause.SETTINGS, before, after)
    assert total == rest < 0
    assert parts == {}


def test_opposite_changes_of_one_group_are_both_seen():
    before, after = daily({"A": 5, "B": 5}, "A-B FS"), daily({"A": 9, "B": 1}, "A-B FS")
    assert told(moved(before, after)) == {
        "durations": (
            0,
            {"A takes 9 days instead of 5 days": 4, "B takes 1 day instead of 5 days": -4},
            0,
        )
    }


def test_a_loop_half_way_joins_two_groups():
    """New X from B to A while the link from A to B still stands is a loop; without the link it is none."""
    before = net({"A": 2, "B": 3}, "A-B FS")
    after = net({"A": 2, "B": 3, "X": 1}, "B-X FS, X-A FS")
    assert told(moved(before, after)) == {"activities added + links": (1, {}, 1)}


def test_a_copied_project_is_attributed_by_its_activity_ids():
    assert told(moved(BEFORE, renumbered(AFTER))) == told(moved(BEFORE, AFTER))


def test_calculations_are_bounded():
    many = {f"T{number:02}": 1.0 for number in range(60)}
    names = list(many)
    text = ", ".join(f"{one}-{other} FS" for one, other in pairwise(names))
    move = moved(net(many, text), net(dict.fromkeys(many, 2.0), text))
    assert FEWEST_SINGLES < move.calculations <= MOST_SINGLES + 7
    (found,) = move.moves
    assert (len(found.parts), found.rest) == (MOST_SINGLES, 30 * DAY)


def test_the_largest_move_leaves_calculations_for_the_others():
    many = {f"T{number:02}": 1.0 for number in range(60)}
    text = ", ".join(f"{one}-{other} FS" for one, other in pairwise(many))
    after = net(dict.fromkeys(many, 2.0), text.replace("T00-T01 FS", "T00-T01 FS+1"))
    durations, linked = moved(net(many, text), after).moves
    assert durations.causes == (Cause.DURATIONS,)
    assert 10 < len(durations.parts) < MOST_SINGLES
    assert [(each.id, each.moved_by) for each in linked.parts] == [("T01", DAY)]


@st.composite
def versions(draw: st.DrawFn) -> tuple[Schedule, Schedule]:
    """Two plans out of the same twelve activities, with progress, constraints and calendars at random."""
    dialect = draw(st.sampled_from(list(Dialect)))
    return draw(plan(dialect, 0)), draw(plan(dialect, draw(st.integers(0, 40))))


@st.composite
def plan(draw: st.DrawFn, dialect: Dialect, data_date: int) -> Schedule:
    chosen = draw(st.sets(st.integers(0, 11), min_size=1))
    names = [f"T{number}" for number in sorted(chosen)]
    links = tuple(draw(st.lists(forward_links(12), max_size=20)))
    return net(
        {name: draw(st.integers(0, 60)) / 24 for name in names},
        dialect=dialect,
        data_date=day(data_date / 4),
        changes={name: draw(fields(data_date)) for name in names},
        links=tuple(each for each in links if each.predecessor in names and each.successor in names),
        default_calendar=draw(st.sampled_from(EVERY_CALENDAR)),
    )


@st.composite
def fields(draw: st.DrawFn, data_date: int) -> dict[str, Any]:
    found: dict[str, Any] = {"calendar": draw(st.sampled_from(EVERY_CALENDAR))}
    if draw(st.integers(0, 3)) == 0:
        kind = draw(
            st.sampled_from([each for each in ConstraintKind if each is not ConstraintKind.AS_LATE_AS_POSSIBLE])
        )
        found["constraints"] = (Constraint(kind, day(draw(st.integers(0, 20)))),)
    if data_date and draw(st.booleans()):
        found["actual_start"] = day(draw(st.integers(0, data_date)) / 4)
        if draw(st.booleans()):
            found |= {"actual_finish": day(data_date / 4), "remaining": 0}
    return found


@pytest.mark.parametrize("swap", [False, True], ids=["forward", "backward"])
@settings(max_examples=80, deadline=None)
@given(pair=versions())
def test_the_parts_always_add_up_to_the_move(swap: bool, pair: tuple[Schedule, Schedule]):
    before, after = reversed(pair) if swap else pair
    move = moved(before, after)
    assert sum(each.moved_by for each in move.moves) == move.moved_by
    for each in move.moves:
        assert sum(part.moved_by for part in each.parts) + each.rest == each.moved_by
    assert moved(before, after) == move
