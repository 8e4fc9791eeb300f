"""From every page with a place there is a way to what the standard says, for whoever may see the page."""

from __future__ import annotations

from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plumbline.office.foundation.clock import clock_at
from plumbline.office.guidance.catalogue import by_page, places
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from web.addresses import VALUES, addresses
from web.whole_office import TOLD_AT, Office, whole_office

pytestmark = pytest.mark.django_db
QUESTION = "What does our standard say here?"


@pytest.fixture
def office(db: None) -> Office:
    return whole_office(with_client=False)


@pytest.fixture
def manager(office: Office) -> Client:
    return office.client(office.people[Role.PMO_MANAGER])


def link_in(page: bytes) -> str:
    """The address under the question, empty where it is not asked."""
    before, asked, _ = page.decode().partition(f'">{QUESTION}</a>')
    return unescape(before.rpartition('href="')[2]) if asked else ""


def test_every_page_with_a_place_leads_to_guidance_that_opens(
    office: Office, manager: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, slug, walked = {each.name: each for each in addresses()}, office.organisation.slug, 0
    for page, place in by_page().items():
        name, _, kind = page.partition("?kind=")
        monkeypatch.setitem(VALUES, "kind", kind or "risk")
        answer = manager.get(there[name].path(slug), follow=True)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        link = link_in(answer.content)
        assert f"/guidance/{place}/" in link or answer.redirect_chain, page
        if link:
            said = manager.get(link)
            assert said.status_code == 200, link
            assert said.context["said"].topics.found or said.context["said"].topics.missing, link
            walked += 1
    assert walked > 50


def test_a_page_without_a_place_asks_nothing(office: Office, manager: Client) -> None:
    assert link_in(manager.get(f"/o/{office.organisation.slug}/people/").content) == ""


def test_a_project_is_told_by_the_version_that_it_follows(office: Office, manager: Client) -> None:
    project = Project.objects.get(code="QUAY-1")
    followed = project.standard_version
    assert followed is not None
    with clock_at(TOLD_AT):
        publish_builtin(office.organisation, "agile", by=None)
    slug = office.organisation.slug
    by_project = manager.get(f"/o/{slug}/projects/{project.pk}/guidance/risks/").context["said"]
    in_general = manager.get(f"/o/{slug}/guidance/risks/").context["said"]
    assert by_project.version == followed
    assert in_general.standard.name == "agile"
    assert next(each.thing for each in by_project.topics.found if each.kind == "artefact") == "risk_register"
    assert [each.thing for each in in_general.topics.found if each.kind == "artefact"] == ["risk_list"]


def test_lessons_and_whom_to_ask_are_named(office: Office, manager: Client) -> None:
    project = Project.objects.get(code="QUAY-1")
    page = manager.get(f"/o/{office.organisation.slug}/projects/{project.pk}/guidance/risks/")
    assert "Risks that are managed" in page.content.decode() or page.context["said"].lessons
    titles = [each.title for each in page.context["said"].helpers]
    assert titles == ["Owner of the standard", "Project manager", "The PMO"]


def test_the_mentee_reads_who_their_mentor_is_and_nobody_else_does(office: Office) -> None:
    path = f"/o/{office.organisation.slug}/guidance/risks/"
    told = {
        role
        for role, person in office.people.items()
        if "Your mentor" in office.client(person).get(path).content.decode()
    }
    assert told == {Role.PROJECT_MANAGER}


def test_a_guest_reads_guidance_but_no_names_and_no_lessons(office: Office) -> None:
    page = office.client(office.people[Role.GUEST]).get(f"/o/{office.organisation.slug}/guidance/risks/")
    assert page.status_code == 200
    assert [each.title for each in page.context["said"].helpers] == ["Owner of the standard"]
    assert page.context["said"].lessons == ()


def test_a_stranger_and_an_unknown_place_find_nothing(office: Office, manager: Client) -> None:
    path = f"/o/{office.organisation.slug}/guidance/"
    assert office.client(office.stranger).get(f"{path}risks/").status_code == 404
    assert manager.get(f"{path}nowhere/").status_code == 404


def test_every_place_takes_the_same_queries(office: Office, manager: Client) -> None:
    counts = set()
    manager.get(f"/o/{office.organisation.slug}/guidance/risks/")
    for place in places():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            manager.get(f"/o/{office.organisation.slug}/guidance/{place}/")
        counts.add(len(asked))
    assert len(counts) == 1
    assert max(counts) < 20


def test_before_there_is_a_standard_the_page_says_so(office: Office) -> None:
    slug = office.stranger.memberships.get().organisation.slug
    page = office.client(office.stranger).get(f"/o/{slug}/guidance/risks/")
    assert page.status_code == 200
    assert "There is no standard yet" in page.content.decode()
