"""What is suggested about a finding takes the row off the list of its rule, and never damages the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.editing.one_plan import typed
from engine.editing.turns import Turn, turns, written_in
from engine.editing.typed import cell, edited, plan, refusal, row, written
from plumbline.engine.catalogue import rule_named
from plumbline.engine.editing import CannotEdit, apply
from plumbline.engine.editing.forecast import with_forecast
from plumbline.engine.editing.mends import mended_rules, mends_for
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.schedule import Activity, ActivityKind, Assignment, Resource, Schedule


def chained() -> Schedule:
    """Begun, four rows one after the other, done."""
    schedule = plan("Begun\nDig\nPour\nBuild\nRoof\nOpen")
    for number in range(2, 7):
        schedule = written(schedule, str(number), duration="5d", predecessors=str(number - 1))
    return written(written(schedule, "1", kind="start milestone"), "6", kind="milestone")


def with_row(schedule: Schedule, uid: str, **values: Any) -> Schedule:
    """With what no edit would write, but a file may hold."""
    rows = tuple(replace(each, **values) if each.uid == uid else each for each in schedule.activities)
    return replace(schedule, activities=rows)


def phase() -> Schedule:
    """Rows 3 and 4 below 2, links on 2."""
    nested = edited(plan("Begun\nHall\nPour\nBuild\nOpen"), "indent", rows=["3", "4"])
    nested = written(nested, "4", predecessors="3", duration="3d")
    return written(written(nested, "2", predecessors="1"), "5", predecessors="2SS+1d")


def dated(schedule: Schedule) -> Schedule:
    return replace(schedule, data_date=datetime(2026, 3, 20, 17))


CASES: dict[str, tuple[Callable[[], Schedule], str]] = {
    "dangling_ends": (lambda: written(chained(), "4", predecessors="3FF"), "4"),
    "missing_logic": (lambda: edited(chained(), "add", names="Fence", after="2"), "7"),
    "several_open_ends": (lambda: edited(chained(), "add", names="Fence", after="2"), "7"),
    "high_duration": (lambda: written(chained(), "3", duration="90d"), "3"),
    "missing_owners": (lambda: written(written(chained(), "2", owner="Ann; Bo"), "4", owner="Cy"), "3"),
    "leads": (lambda: written(chained(), "3", predecessors="2FS-2d"), "3"),
    "lags": (lambda: written(chained(), "3", predecessors="2FS+10d; 1SS+9ed"), "3"),
    "tasks_with_lags": (lambda: written(chained(), "3", predecessors="2FS+10d; 1SS+9ed"), "3"),
    "lags_on_the_critical_path": (lambda: written(chained(), "3", predecessors="2FS+3d"), "3"),
    "conflicting_constraints": (
        lambda: written(chained(), "3", constraint="SNET 2026-04-06", deadline="2026-03-27"),
        "3",
    ),
    "lag_longer_than_work": (lambda: written(chained(), "3", predecessors="2FS+30d"), "3"),
    "hard_constraints": (lambda: written(chained(), "3", constraint="MFO 2026-03-27"), "3"),
    "soft_constraints": (lambda: written(chained(), "3", constraint="SNET 2026-03-27"), "3"),
    "negative_float": (lambda: written(chained(), "6", deadline="2026-03-10"), "3"),
    "start_finish_links": (lambda: written(chained(), "3", predecessors="2; 4SF"), "3"),
    "links_on_summaries": (phase, "2"),
    "duplicate_links": (lambda: written(chained(), "3", predecessors="2; 2SS+1d"), "3"),
    "redundant_links": (lambda: written(chained(), "4", predecessors="3; 2"), "4"),
    "loops": (lambda: written(chained(), "2", predecessors="1; 4"), "3"),
    "zero_duration_tasks": (lambda: with_row(chained(), "3", duration=0, remaining=0), "3"),
    "milestones_with_work": (lambda: with_row(chained(), "6", duration=480, remaining=480), "6"),
    "milestones_without_target": (lambda: written(chained(), "1", deadline="2026-03-02"), "6"),
    "progress_without_actual_start": (lambda: with_row(chained(), "2", percent_complete=40.0), "2"),
    "complete_without_actual_finish": (
        lambda: with_row(chained(), "2", percent_complete=100.0, remaining=0, actual_start=datetime(2026, 3, 2, 8)),
        "2",
    ),
    "invalid_dates": (lambda: dated(written(chained(), "2", actual_start="2026-04-01")), "2"),
    "actuals_after_the_data_date": (
        lambda: dated(written(chained(), "2", actual_start="2026-03-02", actual_finish="2026-04-01")),
        "2",
    ),
    "forecasts_before_the_data_date": (lambda: dated(chained()), "2"),
    "missing_start_or_finish_milestone": (lambda: written(chained(), "6", kind="task"), "6"),
    "level_of_effort_by_name": (lambda: written(chained(), "3", name="Project management", duration="40d"), "3"),
    "level_of_effort_drives": (lambda: written(chained(), "3", kind="level of effort"), "3"),
    "empty_summaries": (lambda: with_row(chained(), "3", kind=ActivityKind.SUMMARY, duration=0, remaining=0), "3"),
    "activities_without_summary": (lambda: edited(phase(), "add", names="Fence"), "6"),
    "duplicate_ids": (lambda: with_row(chained(), "3", id="2"), "3"),
}


def test_every_rule_with_mends_has_a_case() -> None:
    assert CASES.keys() == mended_rules().keys()


def offenders(schedule: Schedule, rule: str) -> set[object]:
    facts = ProjectFacts(as_of=datetime(2026, 3, 20), plan=PlanFacts(with_forecast(schedule)))
    return {each.uid for each in rule_named(rule).judge(facts).offenders}


@pytest.mark.parametrize("rule", sorted(CASES))
def test_each_suggestion_takes_the_row_off_the_list(rule: str) -> None:
    make, uid = CASES[rule]
    before = make()
    assert uid in offenders(before, rule)
    found = mends_for(before, rule, uid)
    assert 1 <= len(found) <= 3
    assert len({each.choice for each in found}) == len(found)
    for each in found:
        after = edited(before, "mend", rule=rule, row=uid, choice=each.choice)
        assert uid not in offenders(after, rule), each.title


def test_a_missing_link_leads_to_the_milestone_that_comes_next() -> None:
    fence = written(edited(chained(), "add", names="Fence", after="4"), "7", predecessors="4")
    assert next(each.title for each in mends_for(fence, "missing_logic", "7")) == "Link it to 6 Open"


def test_no_suggestion_closes_a_loop() -> None:
    loose = written(chained(), "3", predecessors="5", successors="")
    for each in mends_for(loose, "dangling_ends", "3"):
        assert not offenders(edited(loose, "mend", rule="dangling_ends", row="3", choice=each.choice), "loops")


def test_a_wait_becomes_a_row_and_nothing_else_moves() -> None:
    before = written(chained(), "3", predecessors="2FS+10d")
    after = edited(before, "mend", rule="lags", row="3", choice="row")
    assert [each.name for each in after.activities][1:4] == ["Dig", "Wait after Dig", "Pour"]
    assert cell(after, "7", "duration") == "10d"
    assert with_forecast(after).activities[-1].planned_finish == with_forecast(before).activities[-1].planned_finish


def test_who_works_on_it_is_asked_first_to_answer_for_it() -> None:
    before = replace(chained(), resources=(Resource("Bo", "Bo"),), assignments=(Assignment("3", "Bo", 480),))
    (found, *_) = mends_for(before, "missing_owners", "3")
    assert found.title == "Let Bo answer for it"
    after = edited(before, "mend", rule="missing_owners", row="3", choice=found.choice)
    assert (row(after, "3").responsible, after.assignments) == ("Bo", before.assignments)


def test_a_suggestion_that_no_longer_fits_is_refused() -> None:
    assert "no longer fits" in str(refusal(chained(), "mend", rule="leads", row="3", choice="wait"))
    assert "no longer fits" in str(refusal(chained(), "mend", rule="vague_names", row="3", choice="x"))


PLAN = typed()


@given(turns(most=8, rows=42), st.sampled_from(sorted(CASES)), st.integers(0, 41))
@settings(max_examples=150, deadline=None)
def test_no_suggestion_damages_a_plan(edits: list[Turn], rule: str, at: int) -> None:
    before = written_in(PLAN, edits)[-1]
    if not before.activities:
        return
    each: Activity = before.activities[at % len(before.activities)]
    for one in mends_for(before, rule, each.uid):
        try:
            after = apply(before, "mend", {"rule": rule, "row": str(each.uid), "choice": one.choice}).schedule
        except CannotEdit:
            continue
        kept = {one.uid for one in after.activities} | {each.uid}
        assert {one.uid for one in before.activities} <= kept
