"""Where signals are met: search, the charter of the office, pages of projects and rules, what people are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from office.signals.conftest import at, raised_anonymously
from plumbline.office.foundation.clock import clock_at
from plumbline.office.mandate.actions import change_mandate
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.search.subjects import signals as subject
from plumbline.office.signals import actions
from plumbline.office.signals.models import Signal
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


def test_search_tells_of_what_is_open_and_has_arrived(
    harbour: Organisation, idea: Signal, concern: Signal, jory: Person
) -> None:
    anonymous, _ = raised_anonymously(harbour, is_open=True)
    with clock_at(at(2, 23)):
        assert [each.pk for each in subject.rows()] == [idea.pk]
    with clock_at(at(3)):
        assert {each.pk for each in subject.rows()} == {idea.pk, anonymous.pk}
        actions.withdraw(idea, by=jory)
        assert [each.pk for each in subject.rows()] == [anonymous.pk]
    (told,) = subject.tell(anonymous)
    assert (told.title, told.under, told.permission) == ("Somebody is asleep", "Concern", "raise_signals")


def test_the_median_stands_on_the_page_of_the_charter(
    harbour: Organisation, concern: Signal, ada: Person, signed_in: SignedIn
) -> None:
    change_mandate(harbour, by=ada, purpose="The harbour sees where it is going.")
    with clock_at(at(2, 12)):
        assert "Signals are answered in" not in signed_in(ada).get("/o/harbour-works/office/").content.decode()
        actions.answer(concern, by=ada, text="We look")
        page = signed_in(ada).get("/o/harbour-works/office/").content.decode()
    assert "Signals are answered in" in page
    assert "2 h" in page


def test_a_project_and_a_rule_lead_to_the_form_with_what_it_is_about(
    harbour: Organisation, crane: Project, ada: Person, jory: Person, signed_in: SignedIn
) -> None:
    version = publish_builtin(harbour, "predictive", by=ada)
    client, home = signed_in(jory), "/o/harbour-works"
    for page, about in (
        (f"{home}/projects/{crane.pk}/", f"project:{crane.pk}"),
        (f"{home}/standards/{version.pk}/rules/leads/", "rule:leads"),
    ):
        there = f"{home}/signals/raise/?about={about}"
        assert f'href="{there}"' in client.get(page).content.decode()
        assert f'value="{about}" selected' in client.get(there).content.decode()


def test_people_are_told_in_the_language_of_the_organisations_mail(
    harbour: Organisation, ada: Person, jory: Person
) -> None:
    Organisation.objects.filter(pk=harbour.pk).update(mail_language="de")
    actions.raise_signal(Organisation.objects.get(pk=harbour.pk), by=jory, kind="help", text="Hilfe")
    assert Notice.objects.get(person=ada).title_in_mail == "Ein Signal wartet auf Ihre Antwort: Hilfe"
