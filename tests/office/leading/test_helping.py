"""A project manager asks for help, somebody takes it, and the manager hears what was done."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from office.conftest import Enrol
from plumbline.office.leading import actions, queries
from plumbline.office.leading.models import HelpWanted
from plumbline.office.notifications.models import Notice
from plumbline.office.operations.due import help_wanted as due
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.projects.actions import create_portfolio, create_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def wanted(harbour: Organisation, lead: Membership, manager: Membership) -> HelpWanted:
    return actions.ask_for_help(harbour, by=manager.person, about="The supplier is silent", urgent=True)


def told(person: Membership) -> list[str]:
    return list(Notice.objects.filter(person=person.person).order_by("pk").values_list("title", flat=True))


def test_from_the_question_to_the_answer(wanted: HelpWanted, lead: Membership, manager: Membership) -> None:
    assert told(lead) == ["Bo Reed asks for help: The supplier is silent"]
    assert due.found(wanted.organisation, date(2026, 3, 2), 5).rows[0].deed == "Take it"
    actions.take_help(wanted, by=lead.person)
    assert due.found(wanted.organisation, date(2026, 3, 2), 5).rows[0].deed == "Answer it"
    actions.answer_help(wanted, by=lead.person, answer="Called their director.")
    assert told(manager) == ["Pia Post helps you: The supplier is silent", "Answered: The supplier is silent"]
    assert due.found(wanted.organisation, date(2026, 3, 2), 5).total == 0
    wanted.refresh_from_db()
    assert (wanted.state, wanted.helper, wanted.answer) == ("answered", lead.person, "Called their director.")


def test_only_the_asker_and_those_who_lead_see_it(
    wanted: HelpWanted, lead: Membership, manager: Membership, enrol: Enrol
) -> None:
    seen = {}
    for person in (
        lead,
        manager,
        enrol(wanted.organisation, "project_manager"),
        enrol(wanted.organisation, "executive"),
    ):
        client = Client()
        client.force_login(person.person)
        answer = client.get(f"/o/{wanted.organisation.slug}/office/help/{wanted.pk}/")
        seen[person] = (answer.status_code, "supplier" in answer.content.decode())
    assert list(seen.values()) == [(200, True), (200, True), (403, False), (403, False)]


def test_nobody_helps_themselves_and_nobody_withdraws_for_another(
    wanted: HelpWanted, lead: Membership, manager: Membership
) -> None:
    with pytest.raises(ValidationError, match="somebody else"):
        actions.take_help(wanted, by=manager.person)
    with pytest.raises(ValidationError, match="Only whoever asked"):
        actions.withdraw_help(wanted, by=lead.person)
    actions.take_help(wanted, by=lead.person)
    actions.withdraw_help(wanted, by=manager.person)
    assert told(lead)[-1] == "No longer wanted: The supplier is silent"
    with pytest.raises(ValidationError, match="closed already"):
        actions.answer_help(wanted, by=lead.person, answer="Done")


def test_who_does_not_lead_managers_answers_nothing(wanted: HelpWanted, enrol: Enrol) -> None:
    with pytest.raises(ValidationError, match="lead managers"):
        actions.answer_help(wanted, by=enrol(wanted.organisation, "executive").person, answer="Done")


def test_a_project_is_one_that_the_asker_leads(harbour: Organisation, manager: Membership) -> None:
    quays = create_portfolio(harbour, by=None, name="Quays")
    project = create_project(harbour, by=None, code="A-1", name="Quay", portfolio=quays)
    with pytest.raises(ValidationError, match="that you lead"):
        actions.ask_for_help(harbour, by=manager.person, about="This one", project=project)


def test_a_flood_is_stopped(harbour: Organisation, manager: Membership) -> None:
    for number in range(20):
        actions.ask_for_help(harbour, by=manager.person, about=f"Thing {number}")
    with pytest.raises(ValidationError, match="Speak to the PMO"):
        actions.ask_for_help(harbour, by=manager.person, about="One more")
    assert queries.waiting(harbour).count() == 20
