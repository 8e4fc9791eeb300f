"""Ids that Microsoft Project has no place for go there and come back; decision 37."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from engine.small_project import sound_schedule
from engine.writers.drawn_plans import plans
from engine.writers.one_activity import PLAIN, plan
from plumbline.engine.readers import PlanFile, read
from plumbline.engine.readers.kept_ids import ACTIVITY_ID
from plumbline.engine.schedule import Assignment, Link, Resource, Schedule
from plumbline.engine.schedule.matching import match_activities
from plumbline.engine.writers import write

PAIR = (replace(PLAIN, uid="wbs-1", id="A1000"), replace(PLAIN, uid="wbs-2", id="A1010", parent=None))


def file_again(schedule: Schedule) -> PlanFile:
    return read(write(schedule, "mspdi").content, "plan.xml")


def again(schedule: Schedule) -> Schedule:
    (back,) = file_again(schedule).schedules
    return back


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_ids_come_back_whatever_they_are(schedule: Schedule) -> None:
    back = again(schedule)
    assert [(each.uid, each.id) for each in back.activities] == [(each.uid, each.id) for each in schedule.activities]
    assert match_activities(schedule, back) == schedule.activity_by_uid


def test_links_and_assignments_and_the_outline_come_back_with_them() -> None:
    resources, assignments = (Resource(1, "Crew"),), (Assignment("wbs-2", 1, 480),)
    outline = (PAIR[0], replace(PAIR[1], parent="wbs-1"))
    back = again(
        plan(activities=outline, links=(Link("wbs-1", "wbs-2"),), resources=resources, assignments=assignments)
    )
    assert back.links == (Link("wbs-1", "wbs-2"),)
    assert back.assignments[0].activity == "wbs-2"
    assert back.activities[1].parent == "wbs-1"


def test_a_plan_of_primavera_is_the_same_plan_after_project() -> None:
    schedule = sound_schedule()
    assert match_activities(schedule, again(schedule)) == schedule.activity_by_uid


def test_a_task_that_was_copied_in_project_has_a_number_of_its_own_and_it_is_said() -> None:
    content = write(plan(activities=PAIR), "mspdi").content
    copied = content.replace(b"<Value>wbs-2</Value>", b"<Value>wbs-1</Value>").replace(b"A1010", b"A1000")
    file = read(copied, "plan.xml")
    assert [(each.uid, each.id) for each in file.schedules[0].activities] == [("wbs-1", "A1000"), (2, "2")]
    assert ["copy" in str(each) for each in file.problems] == [True]


def test_a_text_field_that_somebody_else_uses_says_nothing_about_ids() -> None:
    content = write(plan(activities=PAIR), "mspdi").content.replace(b"Plumbline ", b"Our own ")
    assert [(each.uid, each.id) for each in read(content, "plan.xml").schedules[0].activities] == [(1, "1"), (2, "2")]


def test_a_plan_with_the_ids_of_project_needs_no_fields() -> None:
    assert b"ExtendedAttribute" not in write(plan(), "mspdi").content
    assert ACTIVITY_ID.number.encode() in write(plan(replace(PLAIN, id="A1")), "mspdi").content


def test_an_id_that_would_not_come_back_as_it_was_is_not_kept_and_that_is_said() -> None:
    written = write(plan(replace(PLAIN, uid="two\nlines", id="y" * 300)), "mspdi")
    said = " ".join(map(str, written.losses))
    assert "Unique ids of activities that Project cannot hold: numbered anew" in said
    assert "Activity ids that Project cannot hold: left out" in said
    assert b"ExtendedAttribute" not in written.content
