"""Writing a plan and reading it gives the same plan, as far as the format can hold it (``held.py`` says how far)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from engine.writers.calculated import dates_by_place, without_loops
from engine.writers.drawn_plans import plans
from engine.writers.held import by_place, held_by_a_table, held_by_mspdi, shares, with_baseline_durations
from plumbline.engine.readers import PlanFile, read
from plumbline.engine.schedule import Schedule
from plumbline.engine.writers import packed, write, writers

thorough = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def file_again(schedule: Schedule, format: str) -> PlanFile:
    return read(write(schedule, format).content, f"plan{writers()[format].EXTENSIONS[0]}")


def again(schedule: Schedule, format: str) -> Schedule:
    (read_again,) = file_again(schedule, format).schedules
    return read_again


@thorough
@given(plans())
def test_the_plan_document_gives_back_exactly_the_same_plan(schedule: Schedule):
    assert again(schedule, "plan_document") == schedule


@thorough
@given(plans())
def test_project_xml_gives_back_all_that_it_can_hold(schedule: Schedule):
    assert by_place(held_by_mspdi(again(schedule, "mspdi"))) == by_place(held_by_mspdi(schedule))


@settings(thorough, max_examples=15)
@given(plans())
def test_project_xml_gives_the_same_dates(schedule: Schedule):
    plain = without_loops(held_by_mspdi(schedule))
    expected = dates_by_place(plain)
    assume(isinstance(expected, list))
    assert dates_by_place(again(plain, "mspdi")) == expected


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@thorough
@given(schedule=plans(as_a_table=True))
def test_a_table_gives_back_all_that_it_can_hold(format: str, schedule: Schedule):
    back = again(schedule, format)
    assert by_place(held_by_a_table(back)) == by_place(with_baseline_durations(held_by_a_table(schedule)))
    assert [each.calendar for each in back.activities] == [
        None if each.calendar == "5x8" else each.calendar for each in schedule.activities
    ]
    for ours, theirs in zip(shares(back).values(), shares(schedule).values(), strict=True):
        assert ours[0] == theirs[0]
        assert ours[1:] == pytest.approx(theirs[1:], abs=len(ours[0]) or 0.001)


@pytest.mark.parametrize("format", sorted(writers()))
@settings(max_examples=5, deadline=None)
@given(schedule=plans())
def test_the_same_plan_gives_the_same_bytes_packed_or_not(format: str, schedule: Schedule):
    content = write(schedule, format).content
    assert write(schedule, format).content == content
    assert packed(content) == packed(content)
    assert read(packed(content), f"plan{writers()[format].EXTENSIONS[0]}.gz").schedules
