"""Who is in the register: entered once, changed with a history, ended and not deleted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.conftest import Enrol
from office.stakeholders.conftest import NOW, Add
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.actions import (
    add_stake,
    change_stake,
    change_stakeholder,
    confirm_stake,
    end_stake,
    log_contact,
    merge_stakeholders,
)
from plumbline.office.stakeholders.models import Contact, EngagementStep, Stake, Stakeholder
from plumbline.office.stakeholders.queries import alike, stakeholder_facts


def test_they_are_numbered_in_their_project(add: Add, other: Project) -> None:
    assert [add("Ada").reference, add("Bo").reference, add("Ada", at=other).reference] == ["S-1", "S-2", "S-1"]


def test_the_same_name_is_the_same_person_in_another_project(add: Add, other: Project) -> None:
    assert add("Ada Voss").stakeholder == add("ada voss ", at=other).stakeholder


def test_the_same_name_of_another_house_is_somebody_else(add: Add, other: Project) -> None:
    first = add("Ada Voss", belongs_to="Bank")
    assert add("Ada Voss", at=other, belongs_to="Church").stakeholder != first.stakeholder
    with pytest.raises(ValidationError, match="Several have this name"):
        add("Ada Voss", at=other)


def test_what_was_not_said_before_is_filled_in(add: Add, other: Project) -> None:
    add("Ada Voss")
    assert add("Ada Voss", at=other, belongs_to="Bank", role="Head").stakeholder.role == "Head"
    assert Stakeholder.objects.get().belongs_to == "Bank"


def test_nobody_is_twice_in_one_register(add: Add) -> None:
    add("Ada")
    with pytest.raises(ValidationError, match="in the register of this project already"):
        add("Ada")


def test_who_was_removed_can_be_added_again_and_nothing_is_lost(add: Add, mira: Membership) -> None:
    first = add("Ada")
    end_stake(first, by=mira.person, because="The office was closed.")
    assert add("Ada").reference == "S-2"
    assert Stake.objects.get(pk=first.pk).ended_because == "The office was closed."
    with pytest.raises(ValidationError, match="not in the register any more"):
        log_contact(first, by=mira.person, note="Still here.")


def test_removing_wants_a_reason(add: Add, mira: Membership) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        end_stake(add("Ada"), by=mira.person, because=" ")


def test_every_judgement_is_kept_and_nothing_else_is(add: Add, mira: Membership) -> None:
    stake = add("Ada", engagement="resistant")
    with clock_at(NOW + timedelta(days=9)):
        change_stake(stake, by=mira.person, wants="A tree.")
        assert Stake.objects.get().judged_on == date(2026, 3, 2)
        change_stake(stake, by=mira.person, engagement="neutral", note="The tree stays.")
    assert [(each.engagement, each.note) for each in stake.steps.all()] == [
        ("neutral", "The tree stays."),
        ("resistant", "Entered in the register."),
    ]
    assert Stake.objects.get().judged_on == date(2026, 3, 11)


def test_looking_again_and_finding_nothing_new_counts_as_looked_at(add: Add, mira: Membership) -> None:
    stake = add("Ada")
    with clock_at(NOW + timedelta(days=9)):
        confirm_stake(stake, by=mira.person)
    assert Stake.objects.get().judged_on == date(2026, 3, 11)
    assert stake.steps.count() == 2


def test_a_change_that_changes_nothing_leaves_no_trace(add: Add, mira: Membership) -> None:
    stake = add("Ada", power=4)
    lines = AuditLine.objects.count()
    change_stake(stake, by=mira.person, power=4)
    assert AuditLine.objects.count() == lines


def test_the_contact_due_follows_the_last_contact_and_the_rhythm(add: Add, mira: Membership) -> None:
    stake = add("Ada", contact_every=30)
    assert stake.contact_due_on == date(2026, 4, 1)
    log_contact(stake, by=mira.person, note="Long ago.", on=date(2026, 2, 20))
    assert Stake.objects.get().contact_due_on == date(2026, 3, 22)
    log_contact(stake, by=mira.person, note="Longer ago.", on=date(2026, 1, 20))
    assert Stake.objects.get().contacted_on == date(2026, 2, 20)
    change_stake(stake, by=mira.person, contact_every=10)
    assert Stake.objects.get().contact_due_on == date(2026, 3, 2)
    change_stake(stake, by=mira.person, contact_every=None)
    assert Stake.objects.get().contact_due_on is None


def test_a_contact_of_tomorrow_is_refused(add: Add, mira: Membership) -> None:
    with pytest.raises(ValidationError, match="has not come yet"):
        log_contact(add("Ada"), by=mira.person, note="We will meet.", on=date(2026, 3, 3))


@pytest.mark.parametrize("columns", [{"power": 6}, {"interest": 0}, {"engagement": "angry"}, {"contact_every": 0}])
def test_what_is_beyond_the_scale_is_refused(add: Add, columns: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        add("Ada", **columns)
    assert not Stakeholder.objects.exists()


def test_an_owner_of_another_organisation_is_refused(add: Add, northern: Organisation, enrol: Enrol) -> None:
    stranger = enrol(northern, Role.PMO_MANAGER, "Olav").person
    with pytest.raises(ValidationError, match="do not see stakeholders here"):
        add("Ada", owner=stranger)


def test_an_owner_may_read_what_they_look_after(add: Add, harbour: Organisation, enrol: Enrol) -> None:
    with pytest.raises(ValidationError, match="do not see stakeholders here"):
        add("Ada", owner=enrol(harbour, Role.TEAM_MEMBER).person)


def test_a_stakeholder_of_another_organisation_is_refused(project: Project, northern: Organisation) -> None:
    theirs = Stakeholder.objects.create(organisation=northern, name="Olga")
    with pytest.raises(ValidationError, match="Choose somebody from the list"):
        add_stake(project, by=None, existing=theirs)


def test_an_archived_project_is_left_alone(project: Project, add: Add) -> None:
    archive(project, by=None)
    with pytest.raises(ValidationError, match="archived"):
        add("Ada")


def test_each_deed_marks_the_evidence_as_changed(project: Project, add: Add, mira: Membership) -> None:
    stake = add("Ada")
    for minutes, deed in enumerate(
        (
            lambda: change_stake(stake, by=mira.person, power=5),
            lambda: log_contact(stake, by=mira.person, note="Met."),
            lambda: confirm_stake(stake, by=mira.person),
            lambda: end_stake(stake, by=mira.person, because="Gone."),
        ),
        start=1,
    ):
        moment = NOW + timedelta(minutes=minutes)
        with clock_at(moment):
            deed()
        assert Project.objects.get(pk=project.pk).facts_changed_at == moment


def test_history_cannot_be_rewritten(add: Add, mira: Membership) -> None:
    log_contact(add("Ada"), by=mira.person, note="Met.")
    for row in (Contact.objects.get(), EngagementStep.objects.get()):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.delete()


def test_audit_lines_and_facts_do_not_say_who_it_is(project: Project, add: Add, mira: Membership) -> None:
    stake = add("Ada Voss", wants="A tree.")
    change_stake(stake, by=mira.person, engagement="resistant")
    log_contact(stake, by=mira.person, note="Ada was angry.")
    told = " ".join(f"{each.object_label} {each.details}" for each in AuditLine.objects.all())
    assert "Ada" not in told
    assert "Ada" not in repr(stakeholder_facts(project))


def test_who_is_perhaps_known_is_offered(harbour: Organisation, add: Add) -> None:
    add("Alderman Voss", email="voss@city.example")
    assert [each.name for each in alike(harbour, "Voss, the mayor")] == ["Alderman Voss"]
    assert [each.name for each in alike(harbour, "The mayor", "Voss@city.example")] == ["Alderman Voss"]
    assert alike(harbour, "Bo") == []
    assert alike(harbour, "alderman voss") == []


def test_two_entries_of_one_person_become_one(add: Add, other: Project, mira: Membership) -> None:
    good, double = add("Alderman Voss"), add("Voss", role="Mayor")
    elsewhere = add("Voss", at=other)
    merge_stakeholders(double.stakeholder, into=good.stakeholder, by=mira.person)
    elsewhere.refresh_from_db()
    double.refresh_from_db()
    assert elsewhere.stakeholder == good.stakeholder
    assert elsewhere.ended_at is None
    assert double.ended_because == "Entered twice: see Alderman Voss."
    assert Stakeholder.objects.get(merged_into=None).role == "Mayor"


def test_nobody_is_merged_with_themselves_or_with_a_stranger(
    add: Add, northern: Organisation, mira: Membership
) -> None:
    ada = add("Ada").stakeholder
    for into in (ada, Stakeholder.objects.create(organisation=northern, name="Olga")):
        with pytest.raises(ValidationError, match="Choose somebody else"):
            merge_stakeholders(ada, into=into, by=mira.person)


def test_a_correction_holds_for_all_projects(add: Add, other: Project, mira: Membership) -> None:
    ada = add("Ada").stakeholder
    add("Ada", at=other)
    change_stakeholder(ada, by=mira.person, name="Ada Voss")
    assert {each.stakeholder.name for each in Stake.objects.all()} == {"Ada Voss"}
