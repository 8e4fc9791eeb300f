"""The palette: what can be done by name, and pages at hand."""

from __future__ import annotations

import pytest
from django.test import Client

from office.search.conftest import place_of
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.search.actions import pin, visit
from plumbline.office.search.actions.at_hand import MOST_PINNED, MOST_VISITED
from plumbline.office.search.models import PageAtHand
from plumbline.office.search.queries import deeds, pages_at_hand
from web.whole_office import Office

pytestmark = pytest.mark.django_db


def offered(office: Office, role: Role, query: str, here: str = "") -> list[str]:
    return [each.title for each in deeds(place_of(office.people[role]), query, here)]


@pytest.fixture
def home(office: Office) -> str:
    return f"/o/{office.organisation.slug}/"


@pytest.fixture
def client(office: Office) -> Client:
    return office.client(office.people[Role.PROJECT_MANAGER])


def test_a_deed_is_found_by_a_beginning_of_its_name(office: Office) -> None:
    assert "Invite a person" in offered(office, Role.PMO_MANAGER, "inv pers")
    assert offered(office, Role.TEAM_MEMBER, "invite a person") == []


def test_a_deed_with_a_project_is_offered_for_the_project_that_is_named(office: Office) -> None:
    assert offered(office, Role.PMO_STAFF, "upload crossing") == ["Upload a plan: QUAY-1 Quay crossing"]
    assert offered(office, Role.PMO_STAFF, "upload qauy crossin") == []


def test_without_a_name_it_is_for_the_project_on_screen_or_else_for_ones_own(office: Office, home: str) -> None:
    other = Project.objects.get(code="QUAY-2")
    assert offered(office, Role.PMO_STAFF, "upload plan", f"{home}projects/{other.pk}/") == [
        "Upload a plan: QUAY-2 Quay without a plan"
    ]
    assert offered(office, Role.PROJECT_MANAGER, "upload plan") == ["Upload a plan: QUAY-1 Quay crossing"]
    assert offered(office, Role.PROJECT_MANAGER, "upload plan", f"{home}projects/{other.pk}/") == []


def test_whatever_is_offered_can_be_opened(office: Office) -> None:
    for role in Role:
        client, place = office.client(office.people[role]), place_of(office.people[role])
        for query in ("upload crossing", "add", "go to", "write", "ask", "propose", "edit crossing", "choose"):
            for deed in deeds(place, query):
                assert client.get(deed.path).status_code == 200, (role, deed)


def test_a_project_of_another_organisation_is_not_on_screen(office: Office) -> None:
    number = Project.objects.get(code="QUAY-1").pk
    stranger = office.stranger.memberships.get()
    assert deeds(stranger, "upload plan", f"/o/{stranger.organisation.slug}/projects/{number}/") == []


def test_pages_visited_lately_are_offered_the_newest_first(client: Client, office: Office, home: str) -> None:
    sent = {"path": [f"{home}projects/", f"{home}standards/", f"{home}projects/"], "title": ["P", "S", "Projects"]}
    assert client.post(f"{home}search/visits/", sent).status_code == 200
    recent = pages_at_hand(place_of(office.people[Role.PROJECT_MANAGER])).recent
    assert [each.title for each in recent] == ["Projects", "S"]
    assert f'href="{home}projects/"' in client.get(f"{home}search/palette/").content.decode()


def test_only_pages_that_are_open_to_one_are_kept(client: Client, home: str) -> None:
    closed = (f"{home}nothing/", f"{home}people/add/", "/o/northern-line/", "https://elsewhere.example/", "//x/", "")
    for path in closed:
        client.post(f"{home}search/visits/", {"path": [path], "title": ["There"]})
        client.post(f"{home}search/pin/", {"path": path, "title": "There"})
        assert not PageAtHand.objects.exists(), path


def test_only_the_last_few_visits_are_kept(office: Office, home: str) -> None:
    place = place_of(office.people[Role.PROJECT_MANAGER])
    pin(place, f"{home}?page=0", "Pinned")
    for number in range(MOST_VISITED + 5):
        visit(place, f"{home}?page={number}", f"Page {number}")
    assert PageAtHand.objects.count() == MOST_VISITED + 1
    assert [each.title for each in pages_at_hand(place).pinned] == ["Page 0"]


def test_a_page_is_pinned_and_unpinned(client: Client, office: Office, home: str) -> None:
    page = {"path": f"{home}projects/?sort=-name", "title": "Projects backwards"}
    assert client.post(f"{home}search/pin/", page)["Location"] == page["path"]
    assert "Projects backwards" in client.get(f"{home}search/").content.decode()
    client.post(f"{home}search/unpin/", page)
    assert not PageAtHand.objects.exists()


def test_there_is_a_bound_to_pins(client: Client, home: str) -> None:
    for number in range(MOST_PINNED + 1):
        answer = client.post(f"{home}search/pin/", {"path": f"{home}?page={number}", "title": "T"}, follow=True)
    assert PageAtHand.objects.count() == MOST_PINNED
    assert "unpin one of them first" in answer.content.decode()


def test_a_pin_is_called_as_its_project_is_called_now(office: Office, home: str) -> None:
    project, place = Project.objects.get(code="QUAY-1"), place_of(office.people[Role.PROJECT_MANAGER])
    pin(place, f"{home}projects/{project.pk}/", "What it was called")
    assert [each.title for each in pages_at_hand(place).pinned] == ["Quay crossing"]
