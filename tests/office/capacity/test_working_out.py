"""Capacity and demand are kept, and made again when what they follow from changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from office.capacity.conftest import DAY, MONDAY, NOW, WEEK, Deliver, plan_of, weeks_later
from plumbline.engine.capacity import Per, folded, periods, weeks_from
from plumbline.office.assurance.gather import facts_about
from plumbline.office.capacity import actions
from plumbline.office.capacity.jobs import due_organisations, keep_up, unread_projects
from plumbline.office.capacity.models import (
    KeptCapacity,
    Leave,
    PlanDemand,
    ProjectCapacity,
    ResourcePerson,
    WorkingShare,
)
from plumbline.office.capacity.queries.facts import capacity_facts
from plumbline.office.capacity.queries.levelling import capacity_by_role_and_week
from plumbline.office.capacity.queries.picture import picture
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import add_holiday
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import archive, record_plan
from plumbline.office.projects.models import Project


def free_by_week(organisation: Organisation, weeks: int = 4) -> dict[str, list[int]]:
    of = weeks_from(MONDAY, weeks)
    seen = picture(organisation, of)
    table = folded(seen.free, periods(of, Per.WEEK))
    return {each.name: table[row].tolist() for row, each in enumerate(seen.people)}


def test_share_leave_and_line_work_are_taken_off_at_once(
    harbour: Organisation, tove: ResourcePerson, wim: ResourcePerson, ada: Person
) -> None:
    assert free_by_week(harbour) == {"Tove Yard": [WEEK] * 4, "Wim Yard": [4 * DAY] * 4}
    actions.enter_leave(tove, by=ada, first=weeks_later(1), last=weeks_later(1) + timedelta(days=1), reason="Wedding")
    actions.add_line_work(tove, by=ada, title="Harbour watch", percent=50, first=weeks_later(2))
    actions.set_share(wim, by=ada, percent=40, from_on=weeks_later(3))
    assert free_by_week(harbour) == {
        "Tove Yard": [WEEK, 3 * DAY, WEEK / 2, WEEK / 2],
        "Wim Yard": [4 * DAY, 4 * DAY, 4 * DAY, 2 * DAY],
    }


def test_leave_that_is_withdrawn_counts_no_longer_and_line_work_ends(
    harbour: Organisation, tove: ResourcePerson, ada: Person
) -> None:
    leave = actions.enter_leave(tove, by=ada, first=MONDAY, last=MONDAY)
    work = actions.add_line_work(tove, by=ada, title="Watch", percent=20, first=MONDAY)
    actions.withdraw_leave(leave, by=ada)
    actions.end_line_work(work, by=ada, last=weeks_later(1) - timedelta(days=1))
    assert free_by_week(harbour, 2)["Tove Yard"] == [4 * DAY, WEEK]


def test_a_pattern_of_ones_own_is_worked_by_and_can_be_changed(
    harbour: Organisation, tove: ResourcePerson, ada: Person
) -> None:
    two_days = [[[480, 960]], [[480, 960]], [], [], [], [], []]
    pattern = actions.keep_pattern(harbour, by=ada, name="Two days", windows=two_days)
    actions.change_resource_person(tove, by=ada, pattern=pattern)
    assert free_by_week(harbour, 1)["Tove Yard"] == [2 * DAY]
    actions.keep_pattern(harbour, by=ada, name="One day", windows=[*two_days[:1], *[[]] * 6], pattern=pattern)
    assert free_by_week(harbour, 1)["Tove Yard"] == [DAY]


def test_a_holiday_that_is_added_elsewhere_is_found_by_the_sweep(
    harbour: Organisation, tove: ResourcePerson, ada: Person
) -> None:
    keep_up()
    add_holiday(harbour, by=ada, on=weeks_later(1), name="Day of the harbour")
    keep_up()
    assert free_by_week(harbour, 2)["Tove Yard"] == [WEEK, 4 * DAY]


def test_capacity_reaches_two_years_ahead_of_any_day(harbour: Organisation, tove: ResourcePerson) -> None:
    with clock_at(NOW + timedelta(days=400)):
        keep_up()
        later = MONDAY + timedelta(days=400)
        assert (
            folded(picture(harbour, weeks_from(later, 104)).free, periods(weeks_from(later, 104), Per.WEEK)) > 0
        ).all()


def test_the_reason_of_leave_is_sealed_and_in_no_audit_line(tove: ResourcePerson, ada: Person) -> None:
    leave = actions.enter_leave(tove, by=ada, first=MONDAY, last=MONDAY, reason="Wedding")
    actions.withdraw_leave(leave, by=ada)
    assert leave.why == "Wedding"
    assert "Wedding" not in str(Leave.objects.values_list().get())
    lines = AuditLine.objects.filter(verb__in=["enter_leave", "withdraw_leave"])
    assert lines.count() == 2
    assert not [each for each in lines if "Wedding" in f"{each.object_label} {each.details}"]


def test_shares_are_only_ever_added(tove: ResourcePerson, ada: Person) -> None:
    share = actions.set_share(tove, by=ada, percent=50, from_on=MONDAY)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        WorkingShare.objects.filter(pk=share.pk).update(percent=60)


def test_what_makes_no_sense_is_refused_by_field(tove: ResourcePerson, ada: Person, harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match="last day lies before"):
        actions.enter_leave(tove, by=ada, first=MONDAY, last=MONDAY - timedelta(days=1))
    with pytest.raises(ValidationError, match="at most 1,100 days"):
        actions.enter_leave(tove, by=ada, first=MONDAY, last=date(2031, 1, 1))
    with pytest.raises(ValidationError, match="Choose 100 at most"):
        actions.set_share(tove, by=ada, percent=120, from_on=MONDAY)
    with pytest.raises(ValidationError, match="write the name of somebody without an account"):
        actions.add_resource_person(harbour, by=ada)


def test_nobody_of_another_organisation_is_put_into_the_list(harbour: Organisation, ada: Person, olav: Person) -> None:
    with pytest.raises(ValidationError, match="does not belong here"):
        actions.add_resource_person(harbour, by=ada, person=olav)


def test_a_plan_is_read_once_and_again_when_another_comes(crane: Project, deliver: Deliver) -> None:
    deliver(crane, {"Tove Yard": 10})
    assert unread_projects() == []
    assert PlanDemand.objects.get().total == 10 * DAY
    record_plan(crane, by=None, schedule=plan_of({"Tove Yard": 4, "Wim": 1}), source_format="table")
    assert unread_projects() == [crane.pk]
    keep_up()
    assert {each.name: each.total for each in PlanDemand.objects.all()} == {"Tove Yard": 4 * DAY, "Wim": DAY}


def test_an_archived_project_asks_for_nobody(crane: Project, deliver: Deliver, ada: Person) -> None:
    deliver(crane, {"Tove Yard": 10})
    archive(crane, by=ada)
    keep_up()
    assert not PlanDemand.objects.exists()


def test_two_projects_that_count_on_one_person_are_known_to_both(
    harbour: Organisation, tove: ResourcePerson, crane: Project, wall: Project, deliver: Deliver, ada: Person
) -> None:
    deliver(crane, {"Tove Yard": 10})
    deliver(wall, {"T. Yard": 5})
    before = Project.objects.get(pk=crane.pk).facts_changed_at
    actions.match_names(harbour, by=ada, matches=[("Tove Yard", tove), ("t.  yard", tove)])
    assert due_organisations() == [harbour.pk]
    with clock_at(NOW + timedelta(minutes=1)):
        keep_up()
    facts = capacity_facts(crane)
    assert facts is not None
    (person,) = facts.people
    assert [(each.here, each.everywhere, each.free) for each in person.weeks] == [
        (WEEK, 2 * WEEK, WEEK),
        (WEEK, WEEK, WEEK),
    ]
    assert (person.projects, person.only_one_with, facts.asked) == (2, ("Diver",), 10 * DAY)
    assert Project.objects.get(pk=crane.pk).facts_changed_at != before
    assert facts_about(crane, None, None, NOW).capacity == facts


def test_projects_are_marked_only_where_something_changed(
    harbour: Organisation, tove: ResourcePerson, wim: ResourcePerson, crane: Project, deliver: Deliver, ada: Person
) -> None:
    deliver(crane, {"Tove Yard": 10})
    actions.match_name(harbour, by=ada, name="Tove Yard", means=tove)
    keep_up()
    before = Project.objects.get(pk=crane.pk).facts_changed_at
    actions.enter_leave(wim, by=ada, first=MONDAY, last=MONDAY)
    with clock_at(NOW + timedelta(minutes=1)):
        keep_up()
    assert Project.objects.get(pk=crane.pk).facts_changed_at == before
    assert due_organisations() == []


def test_another_week_makes_projects_due(harbour: Organisation, tove: ResourcePerson) -> None:
    keep_up()
    with clock_at(NOW + timedelta(days=7)):
        assert due_organisations() == [harbour.pk]


def test_without_people_nothing_is_known(crane: Project, deliver: Deliver) -> None:
    deliver(crane, {"Tove Yard": 10})
    assert capacity_facts(crane) is None
    assert not ProjectCapacity.objects.exists()


def test_capacity_by_role_and_week(
    harbour: Organisation, tove: ResourcePerson, wim: ResourcePerson, crane: Project, deliver: Deliver, ada: Person
) -> None:
    deliver(crane, {"Divers": 2, "Tove Yard": 5})
    actions.match_names(harbour, by=ada, matches=[("Divers", tove.role), ("Tove Yard", tove)])
    found = capacity_by_role_and_week(harbour, MONDAY, weeks=2)
    assert [each.name for each in found.roles] == ["Diver"]
    assert found.mondays == (MONDAY, weeks_later(1))
    assert found.free.tolist() == [[WEEK, WEEK]]
    assert found.asked.tolist() == found.asked_by[crane.pk].tolist() == [[7 * DAY, 0]]


@pytest.mark.parametrize("people", [1, 12])
def test_a_picture_takes_six_queries_however_many_people_there_are(
    harbour: Organisation, ada: Person, crane: Project, deliver: Deliver, people: int
) -> None:
    for number in range(people):
        somebody = actions.add_resource_person(harbour, by=ada, name=f"Somebody {number}")
        actions.match_name(harbour, by=ada, name=f"Name {number}", means=somebody)
    deliver(crane, {f"Name {number}": 5 for number in range(people)})
    with CaptureQueriesContext(connection) as queries:
        picture(harbour, weeks_from(MONDAY, 26))
    assert len(queries) == 6
    assert KeptCapacity.objects.count() == people
