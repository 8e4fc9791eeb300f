"""Each way to begin gives a plan that can be calculated and that the linter finds no fault of logic in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from plumbline import library
from plumbline.engine.assess import assess
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.schedule import Constraint, ConstraintKind, Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.standard import Standard, bundle, load_standard
from plumbline.engine.starts import CannotStart, Deliverable, Start, begin, ways

START = datetime(2027, 1, 4, 8)
UNTIL_SOMEBODY_ESTIMATES = {"uniform_durations"}


def standard(name: str = "predictive") -> Standard:
    return load_standard(bundle(library.files_of(name), library.files_of))


def faults(plan: Schedule, by: Standard) -> set[str]:
    found = assess(ProjectFacts(as_of=START, plan=PlanFacts(plan)), by)
    return {each.rule for each in found.results if each.outcome is Outcome.FAIL}


def names(plan: Schedule) -> list[str]:
    return [each.name for each in plan.activities]


@pytest.mark.parametrize("name", library.names())
def test_the_phases_of_every_standard_make_a_sound_plan(name: str) -> None:
    by = standard(name)
    plan = begin("phases_and_gates", Start(name="Boathouse", start=START, standard=by))
    assert faults(plan, by) <= UNTIL_SOMEBODY_ESTIMATES
    gates = {each.title for each in by.gates.values() if each.closes and not each.repeatable}
    assert gates <= {each.name for each in plan.activities if each.is_milestone}
    due = {each.title for each in by.artefacts.values() if each.required and not by.phases[each.phase].throughout}
    assert due <= set(names(plan))


def test_no_phase_begins_before_the_gate_that_opens_it() -> None:
    plan = begin("phases_and_gates", Start(name="Boathouse", start=START, standard=standard()))
    dates = {each.name: calculate(plan).dates[each.uid] for each in plan.activities}
    assert dates["Requirements"].early_start > dates["Concept approval"].early_finish


def test_deliverables_are_broken_down_to_their_acceptance() -> None:
    two = (Deliverable(reference="D-1", name="Slipway", criteria=12), Deliverable(reference="D-2", name="Crane"))
    plan = begin("deliverables", Start(name="Boathouse", start=START, deliverables=two))
    assert faults(plan, standard()) <= UNTIL_SOMEBODY_ESTIMATES
    by_name = {each.name: each for each in plan.activities}
    assert by_name["Check Slipway against its 12 criteria"].duration == 3 * 480
    assert by_name["Make Crane"].parent == by_name["D-2 Crane"].uid
    assert names(plan)[-1] == "All accepted"


def test_milestones_stand_on_their_days_in_order() -> None:
    lines = "2027-09-30 Opening\n2027-03-31: Permit granted\n"
    plan = begin("milestones", Start(name="Boathouse", start=START, choices={"milestones": lines}))
    dates = calculate(plan).dates
    assert [(each.name, dates[each.uid].early_finish) for each in plan.activities] == [
        ("Permit granted", datetime(2027, 3, 31, 17)),
        ("Opening", datetime(2027, 9, 30, 17)),
    ]
    assert [each.deadline for each in plan.activities] == [datetime(2027, 3, 31, 17), datetime(2027, 9, 30, 17)]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "at least one"),
        ("2027-03-31 Permit\n04/05/2027 Opening", "Line 2"),
        ("2027-03-31", "Line 1: write what is reached"),
        ("2027-02-30 Opening", "Line 1"),
        ("\n".join(["2027-03-31 Opening"] * 201), "More than 200"),
    ],
)
def test_milestones_that_cannot_be_read_are_named(lines: str, said: str) -> None:
    with pytest.raises(CannotStart, match=said) as refused:
        begin("milestones", Start(name="Boathouse", start=START, choices={"milestones": lines}))
    assert refused.value.field == "milestones"


def test_iterations_end_in_releases() -> None:
    choices = {"count": "7", "weeks": "2", "release_every": "3"}
    plan = begin("iterations", Start(name="Boathouse", start=START, choices=choices))
    assert [each.name for each in plan.activities if each.is_milestone] == [
        "Work starts",
        "Release 1 delivered",
        "Release 2 delivered",
        "Release 3 delivered",
    ]
    assert calculate(plan).finish.date() == date(2027, 4, 9)
    assert not faults(plan, standard("agile"))


@pytest.mark.parametrize("count", ["0", "101", "-1", "two", "²", "9" * 40])
def test_a_number_that_cannot_be_is_refused(count: str) -> None:
    with pytest.raises(CannotStart, match="whole number from 1 to 100"):
        begin("iterations", Start(name="Boathouse", start=START, choices={"count": count}))


def test_a_way_without_anything_to_begin_from_says_so() -> None:
    for name, way in ways().items():
        if way.needs:
            with pytest.raises(CannotStart, match="nothing to begin from"):
                begin(name, Start(name="Boathouse", start=START))
    with pytest.raises(CannotStart, match="no way to begin"):
        begin("by_magic", Start(name="Boathouse", start=START))


def earlier() -> Schedule:
    """Five weeks' worth of work, half of it done, with a promise and an owner."""
    plan = begin("iterations", Start(name="Old mill", start=datetime(2026, 3, 2, 8), choices={"count": "3"}))
    done = replace(
        plan.activities[2], percent_complete=50, remaining=1, actual_start=datetime(2026, 3, 2, 8), responsible="Ann"
    )
    held = replace(
        plan.activities[4],
        deadline=datetime(2026, 4, 10, 17),
        constraints=(Constraint(ConstraintKind.START_NO_EARLIER_THAN, datetime(2026, 3, 30, 8)),),
    )
    return replace(plan, activities=(*plan.activities[:2], done, plan.activities[3], held, *plan.activities[5:]))


def test_a_copy_moves_every_day_by_the_same_working_time_and_forgets_what_happened() -> None:
    plan = begin("earlier_plan", Start(name="Boathouse", start=START, earlier=earlier()))
    copied = {each.uid: each for each in plan.activities}
    assert copied["5"].deadline == datetime(2027, 2, 12, 17)
    assert copied["5"].constraints[0].date == datetime(2027, 2, 1, 8)
    assert (copied["3"].percent_complete, copied["3"].remaining, copied["3"].actual_start) == (0, 4800, None)
    assert copied["3"].responsible == ""
    assert calculate(plan).finish.date() == date(2027, 2, 12)


def test_a_copy_keeps_who_does_the_work_where_that_is_wanted() -> None:
    plan = begin("earlier_plan", Start(name="Boathouse", start=START, earlier=earlier(), choices={"owners": "keep"}))
    assert plan.activity_by_uid["3"].responsible == "Ann"


def test_a_copy_that_would_leave_the_calendar_is_refused() -> None:
    last_day = datetime(9999, 12, 1, 8)
    with pytest.raises(CannotStart, match="cannot be moved so far"):
        begin("earlier_plan", Start(name="Boathouse", start=last_day, earlier=earlier()))
