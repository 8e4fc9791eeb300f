"""The pages of acceptance sessions: four people, one tap, and how much they ask the database."""

from __future__ import annotations

from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from office.acceptance_sessions.conftest import Agreed, People, closed, said, shown, signed_in
from plumbline.office.acceptance.session_models import AcceptanceSession, AgendaItem, Protocol
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

HOME = "/o/harbour-works"


def of_project(project: Project, place: str = "") -> str:
    return f"{HOME}/projects/{project.pk}/acceptance/sessions{place}"


def at(session: AcceptanceSession, place: str = "/") -> str:
    return f"{HOME}/acceptance/sessions/{session.pk}{place}"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def tap(client: Client, item: AgendaItem, outcome: str, **more: str) -> object:
    present = item.criterion.texts.first()
    assert present is not None
    given = {"item": item.pk, "text": present.pk, "outcome": outcome, **more}
    return client.post(at(item.session, "/decide/"), given)


@pytest.fixture
def items(session: AcceptanceSession, people: People, agreed: Agreed) -> list[AgendaItem]:
    return shown(session, people.mira, agreed("The gate opens"), agreed("The gate shuts"))


def test_an_empty_list_says_what_to_do_next(project: Project, people: People) -> None:
    assert "Call one when something can be shown" in text(signed_in(people.mira), of_project(project, "/"))
    assert "The project manager calls one" in text(signed_in(people.sam), of_project(project, "/"))


def test_one_who_may_calls_a_session_and_fills_its_agenda(project: Project, people: People, agreed: Agreed) -> None:
    client, criterion = signed_in(people.mira), agreed("The gate opens")
    agreed("The gate shuts", agreed=False)
    answer = client.post(of_project(project, "/call/"), {"held_on": "2026-03-02", "place": "Lock house"})
    session = AcceptanceSession.objects.get()
    assert answer["Location"] == at(session, "/agenda/")
    page = text(client, at(session, "/agenda/"))
    assert "Nobody has agreed on its present text yet." in page
    client.post(at(session, "/agenda/"), {"deliverables": [criterion.deliverable_id]})
    assert [each.criterion for each in session.items.all()] == [criterion]


def test_one_tap_decides_and_leads_to_the_next(items: list[AgendaItem], people: People) -> None:
    client, (first, second) = signed_in(people.bo), items
    assert tap(client, first, "accepted")["Location"] == at(first.session) + f"#item-{second.pk}"  # type: ignore[index]
    assert tap(client, second, "not_shown")["Location"] == at(first.session) + "#decided"  # type: ignore[index]
    page = text(client, at(first.session))
    assert page.count('class="button chosen"') == 2
    assert "Everything is decided." in page


def test_a_rejection_without_a_reason_is_asked_for_where_it_was_tapped(items: list[AgendaItem], people: People) -> None:
    answer = tap(signed_in(people.bo), items[1], "rejected", evidence="A walk")
    page = unescape(answer.content.decode())  # type: ignore[attr-defined]
    assert "Say why it is rejected." in page
    assert "A walk" in page
    assert page.index(f"item-{items[1].pk}-title") < page.index("Say why it is rejected.")
    assert page.count('<details class="disclosure" open>') == 1
    assert not items[1].decisions.exists()


def test_one_who_may_only_see_finds_no_button(items: list[AgendaItem], people: People) -> None:
    client, session = signed_in(people.sam), items[0].session
    page = text(client, at(session))
    assert "The gate opens, every time." in page
    assert "decide-buttons" not in page
    assert "Put on the agenda" not in page
    assert tap(client, items[0], "accepted").status_code == 403  # type: ignore[attr-defined]
    for place in ("/agenda/", "/attendees/", "/change/", "/call-off/", "/close/"):
        assert client.get(at(session, place)).status_code == 403, place
        assert client.post(at(session, place), {"do": "it", "place": "x"}).status_code == 403, place


def test_the_manager_prepares_and_does_not_decide(items: list[AgendaItem], people: People) -> None:
    client = signed_in(people.mira)
    assert "decide-buttons" not in text(client, at(items[0].session))
    assert tap(client, items[0], "accepted").status_code == 403  # type: ignore[attr-defined]


def test_to_a_stranger_nothing_exists(items: list[AgendaItem], people: People, olav: Person, project: Project) -> None:
    client, session = signed_in(olav), items[0].session
    for path in (at(session), at(session, ".csv"), of_project(project, "/"), of_project(project, ".xlsx")):
        for found in (path, path.replace("harbour-works", "northern-line")):
            answer = client.get(found)
            assert answer.status_code == 404
            assert b"The gate" not in answer.content


def test_an_item_of_another_session_is_not_found(items: list[AgendaItem], people: People, project: Project) -> None:
    client = signed_in(people.mira)
    client.post(of_project(project, "/call/"), {"held_on": "2026-03-03", "place": "Elsewhere"})
    other = AcceptanceSession.objects.get(number=2)
    assert client.post(at(other, f"/agenda/{items[0].pk}/off/"), {"do": "off"}).status_code == 404


def test_an_empty_request_changes_nothing(items: list[AgendaItem], people: People) -> None:
    client, session = signed_in(people.bo), items[0].session
    client.post(at(session, "/decide/"))
    client.post(at(session, "/decide/"), {"item": items[0].pk, "text": "9" * 30, "outcome": "accepted"})
    mira = signed_in(people.mira)
    attendee = session.attendees.get()
    for place in ("/close/", "/call-off/", f"/agenda/{items[0].pk}/off/", f"/attendees/{attendee.pk}/remove/"):
        mira.post(at(session, place))
    session.refresh_from_db()
    assert (session.is_open, session.items.count(), session.attendees.count()) == (True, 2, 1)
    assert not items[0].decisions.exists()


def test_from_the_close_button_to_both_signatures(items: list[AgendaItem], people: People) -> None:
    bo, session = signed_in(people.bo), items[0].session
    for each in items:
        tap(bo, each, "accepted")
    page = bo.get(at(session, "/close/"))
    bo.post(at(session, "/close/"), {"seen": page.context["form"].initial["seen"]})
    protocol = Protocol.objects.get()
    path = f"{HOME}/acceptance/protocols/{protocol.pk}/"
    assert bo.get(at(session))["Location"] == path
    assert "Confirm it first." in unescape(bo.post(path, {"digest": protocol.digest}).content.decode())
    assert signed_in(people.mira).post(path, {"digest": protocol.digest, "confirmed": "on"}).status_code == 403
    for person in (people.bo, people.sam):
        signed_in(person).post(path, {"digest": protocol.digest, "confirmed": "on"})
    page_words = text(bo, path)
    assert "Not signed yet" not in page_words
    assert protocol.digest in page_words


def test_both_lists_are_taken_along(items: list[AgendaItem], people: People, project: Project) -> None:
    said(items[0], people.bo, "rejected", "=1+1")
    closed_lines = signed_in(people.sam).get(at(items[0].session, ".csv")).content.decode("utf-8-sig")
    assert "'=1+1" in closed_lines
    book = load_workbook(BytesIO(signed_in(people.sam).get(of_project(project, ".xlsx")).content))
    assert [each.value for each in book.active[2]][:3:2] == ["AS-1", "Lock house"]  # type: ignore[index]


def test_pages_ask_the_database_the_same_however_long_the_agenda(
    items: list[AgendaItem], people: People, agreed: Agreed, project: Project
) -> None:
    client, session = signed_in(people.bo), items[0].session
    said(items[0], people.bo, "accepted")
    paths = (at(session), at(session, ".csv"), of_project(project, "/"))

    def counted() -> list[int]:
        found = []
        for path in paths:
            with CaptureQueriesContext(connection) as made:
                assert client.get(path).status_code == 200
            found.append(len(made))
        return found

    counted()
    few = counted()
    for each in shown(session, people.mira, *(agreed(f"Gate {number}") for number in range(20))):
        said(each, people.bo, "remarks", "So it is.")
    assert counted() == few
    assert max(few) <= 24
    said(items[1], people.bo, "accepted")
    made = closed(session, people.mira)
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{HOME}/acceptance/protocols/{made.pk}/")
    assert len(queries) <= 20
