"""What is typed into a cell becomes part of the plan, or is refused with what to write instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from engine.editing.typed import cell, edited, plan, refusal, row, written
from plumbline.engine.schedule import ActivityKind, Assignment, Constraint, ConstraintKind, Resource


@pytest.mark.parametrize(
    ("typed", "minutes", "shown"),
    [
        ("5", 2400, "5d"),
        ("2w", 4800, "10d"),
        ("4h", 240, "4h"),
        ("2.5 days", 1200, "2.5d"),
        ("3ed", 4320, "3ed"),
        ("90 min", 90, "90m"),
    ],
)
def test_a_duration_is_typed_as_planners_write_it(typed: str, minutes: int, shown: str) -> None:
    after = written(plan(), "1", duration=typed)
    assert (row(after, "1").duration, row(after, "1").remaining) == (minutes, minutes)
    assert cell(after, "1", "duration") == shown


def test_a_day_is_as_long_as_a_day_of_the_rows_calendar() -> None:
    assert row(written(plan(), "1", calendar="24 hours", duration="2d"), "1").duration == 2880


def test_no_duration_makes_a_milestone_and_a_duration_makes_work_of_it() -> None:
    milestone = written(plan(), "4", duration="0d")
    assert row(milestone, "4").kind is ActivityKind.FINISH_MILESTONE
    assert row(written(milestone, "4", duration="3"), "4").kind is ActivityKind.TASK


def test_a_milestone_takes_no_time_and_a_task_made_of_it_takes_a_day() -> None:
    milestone = written(plan(), "4", kind="milestone")
    assert (row(milestone, "4").duration, cell(milestone, "4", "kind")) == (0, "milestone")
    assert row(written(milestone, "4", kind="task"), "4").duration == 480


def test_a_start_holds_a_row_until_it_is_taken_out() -> None:
    held = written(plan(), "1", start="2026-03-09")
    assert row(held, "1").constraints == (Constraint(ConstraintKind.START_NO_EARLIER_THAN, datetime(2026, 3, 9, 8)),)
    assert row(written(held, "1", start=""), "1") == row(plan(), "1")


def test_a_constraint_without_a_date_takes_the_day_on_which_the_row_lies() -> None:
    held = written(plan(), "1", duration="5d", constraint="must finish on")
    assert row(held, "1").constraints == (Constraint(ConstraintKind.MUST_FINISH_ON, datetime(2026, 3, 6, 17)),)
    softer = written(held, "1", constraint="SNET")
    assert row(softer, "1").constraints == (Constraint(ConstraintKind.START_NO_EARLIER_THAN, datetime(2026, 3, 6, 8)),)
    assert row(written(softer, "1", constraint="ASAP"), "1").constraints == ()


def test_owners_become_resources_and_the_first_of_them_answers_for_the_row() -> None:
    after = written(written(plan(), "2", owner="Ann; Bob"), "1", owner="Bob")
    assert after.assignments == (Assignment("1", "Bob"), Assignment("2", "Ann"), Assignment("2", "Bob"))
    assert after.resources == (Resource("Bob", "Bob"), Resource("Ann", "Ann"))
    assert [each.responsible for each in after.activities] == ["Bob", "Ann", "", ""]
    assert written(written(after, "1", owner=""), "2", owner="-") == plan()


def test_who_takes_over_gets_the_work_of_who_goes() -> None:
    before = written(plan(), "1", owner="Ann; Bob")
    loaded = edited(before, "set", rows="2", field="owner", value="Ann")
    work = (Assignment("1", "Ann", 600), Assignment("1", "Bob", 300), Assignment("2", "Ann"))
    with_work = replace(loaded, assignments=work)
    after = written(with_work, "1", owner="Bob; Cleo")
    assert after.assignments[:2] == (Assignment("1", "Bob", 300), Assignment("1", "Cleo", 600))


def test_progress_needs_a_start_and_takes_the_one_that_was_calculated() -> None:
    after = written(plan(), "1", duration="4d", percent="50 %")
    begun = row(after, "1")
    assert (begun.actual_start, begun.remaining, begun.percent_complete) == (datetime(2026, 3, 2, 8), 960, 50.0)


def test_all_of_it_done_takes_a_finish_and_nothing_remains() -> None:
    done = row(written(plan(), "1", duration="4d", percent="100"), "1")
    assert (done.actual_finish, done.remaining) == (datetime(2026, 3, 5, 17), 0)


def test_a_finish_taken_back_leaves_it_as_good_as_done() -> None:
    after = written(plan(), "1", duration="10d", actual_finish="2026-03-13")
    assert row(after, "1").percent_complete == 100
    reopened = row(written(after, "1", actual_finish=""), "1")
    assert (reopened.percent_complete, reopened.remaining, reopened.is_started) == (99.0, 48, True)


def test_a_start_taken_back_takes_the_progress_with_it() -> None:
    before = written(plan(), "1", duration="4d")
    assert written(before, "1", percent="25", actual_start="") == before


def test_what_the_plan_expects_after_the_data_date_is_not_taken_as_having_happened() -> None:
    early = edited(plan(), "set", rows="1", field="start", value="2026-03-09")
    dated = replace(early, data_date=datetime(2026, 3, 6, 17))
    refused = refusal(dated, "set", rows="1", field="percent", value="10")
    assert "after the data date" in str(refused)
    assert (refused.row, refused.field) == ("1", "percent")


def test_the_start_of_what_has_begun_is_its_actual_start() -> None:
    begun = written(plan(), "1", actual_start="2026-03-03", start="2026-03-04")
    assert row(begun, "1").actual_start == datetime(2026, 3, 4, 8)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("duration", "soon", "write 10d, 4h, 2w"),
        ("duration", "", "0d is a milestone"),
        ("duration", "-3d", "negative"),
        ("start", "03/04/2026", "can be two dates"),
        ("deadline", "next week", "write it as 2026-03-31"),
        ("percent", "120", "from 0 to 100"),
        ("constraint", "nailed down", "write ALAP, SNET"),
        ("calendar", "Moon", "the plan has Standard 5x8"),
        ("kind", "summary", "indented below it"),
        ("id", "2", "is the id of Pour already"),
        ("id", "a;b", "neither ; nor |"),
        ("remaining", "3d", "has not begun"),
        ("predecessors", "77", "no id of this plan"),
        ("predecessors", "2; 2+1d", "twice"),
        ("predecessors", "1", "cannot wait for itself"),
        ("colour", "red", "which field is meant"),
    ],
)
def test_what_is_unclear_is_refused_with_what_to_write(field: str, value: str, says: str) -> None:
    refused = refusal(plan(), "set", rows="1", field=field, value=value)
    assert says in str(refused)
    if field != "colour":
        assert (refused.row, refused.field) == ("1", field)


def test_what_follows_from_the_rows_below_cannot_be_set_on_a_summary() -> None:
    summary = edited(plan(), "indent", rows=["2"])
    for field in ("duration", "start", "finish", "percent", "remaining", "actual_start", "actual_finish", "kind"):
        assert "rows below it" in str(refusal(summary, "set", rows="1", field=field, value="5"))


def test_a_row_keeps_its_links_when_it_is_renumbered() -> None:
    after = written(written(plan(), "2", predecessors="1FS+2d"), "1", id="A10")
    assert cell(after, "2", "predecessors") == "A10FS+2d"


def test_one_value_goes_to_several_rows() -> None:
    after = edited(plan(), "set", rows=["1", "2", "3"], field="duration", value="2d")
    assert [each.duration for each in after.activities] == [960, 960, 960, 480]
