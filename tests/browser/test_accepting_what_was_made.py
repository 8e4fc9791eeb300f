"""In a browser: whoever accepts decides on a phone by one tap each, by keyboard alone, and without script."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from acceptance.story import Story
from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, agree
from plumbline.office.acceptance.actions.sessions import add_attendee, call_session, put_on_agenda
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.session_models import AcceptanceDecision, AcceptanceSession
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("PLUMBLINE_PICTURES")
TITLES = ("The gate is tight", "The gate opens by hand when there is no current at all", "The bell rings")


@pytest.fixture
def session(live_server: LiveServer) -> AcceptanceSession:
    """Three criteria to be accepted by Bo; Tess signs for the supplier, Mira manages the project."""
    story = Story()
    mira = story.enrol("Mira", Role.PROJECT_MANAGER)
    project = story.add_project("Lock gate", mira)
    bo, tess, quinn = (story.enrol(name, Role.TEAM_MEMBER) for name in ("Bo", "Tess", "Quinn"))
    for person, role in ((bo, "business_owner"), (tess, "team_lead"), (quinn, "quality_assurance")):
        appoint(project, by=None, role=role, person=person)
    gate = add_deliverable(project, by=mira, name="Gate")
    for title in TITLES:
        text = f"Scenario: {title}\n  Given it is shut\n  When the water rises two metres above the sill\n  Then so"
        made = add_criterion(gate, by=mira, title=title, kind="gherkin", text=text, accepted_by="business_owner")
        for person, voice in ((bo, "business"), (tess, "development"), (quinn, "test")):
            agree(made, by=person, voice=voice)
    called = call_session(project, by=mira, held_on=today(project.organisation), place="At the gate")
    put_on_agenda(called, by=mira, criteria=Criterion.objects.select_related("deliverable"))
    add_attendee(called, by=mira, person=tess, role="Team lead", side="supplier")
    return called


def page_of(session: AcceptanceSession) -> str:
    return f"/o/harbour-works/acceptance/sessions/{session.pk}/"


def outcomes() -> list[str]:
    return list(AcceptanceDecision.objects.order_by("id").values_list("outcome", flat=True))


def pictured(tab: Page, name: str) -> None:
    if PICTURES:
        tab.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_on_a_phone_one_tap_decides_and_the_protocol_is_signed(session: AcceptanceSession, opened: Opened) -> None:
    phone = opened(person=Person.objects.get(name="Bo"), width=390, has_touch=True)
    phone.goto(page_of(session))
    pictured(phone, "session-390")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [each.bounding_box() for each in phone.locator(".decide-buttons .button").all()]
    assert all(box and box["height"] >= 44 for box in boxes)
    cards = phone.locator(".to-accept")
    cards.nth(0).get_by_role("button", name="Accepted", exact=True).tap()
    expect(cards.nth(1)).to_be_in_viewport()
    cards.nth(1).get_by_role("button", name="Rejected").tap()
    expect(phone.get_by_text("Say why it is rejected.")).to_be_visible()
    cards.nth(1).get_by_label("Remark, or why it is rejected").fill("It sticks.")
    cards.nth(1).get_by_role("button", name="Rejected").tap()
    expect(cards.nth(1).locator(".badge", has_text="Rejected")).to_be_visible()
    cards.nth(2).get_by_role("button", name="Not shown").tap()
    expect(phone.get_by_text("Everything is decided.")).to_be_visible()
    pictured(phone, "session-decided-390")
    phone.get_by_role("link", name="Close the session").tap()
    phone.get_by_role("button", name="Close and freeze the protocol").tap()
    expect(phone.get_by_text("Not signed yet")).to_be_visible()
    phone.get_by_label("I have read the protocol").check()
    pictured(phone, "protocol-390")
    phone.get_by_role("button", name="Sign the protocol").tap()
    expect(phone.get_by_text("You have signed the protocol.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert outcomes() == ["accepted", "rejected", "not_shown"]
    assert not complaints(phone)
    desk = opened(person=Person.objects.get(name="Mira"), theme="dark")
    desk.goto(page_of(session))
    pictured(desk, "protocol-1440-dark")
    assert not complaints(desk)


def test_with_the_keyboard_alone(session: AcceptanceSession, opened: Opened) -> None:
    desk = opened(person=Person.objects.get(name="Bo"))
    desk.goto(page_of(session))
    pictured(desk, "session-1440")
    desk.locator(".to-accept").nth(0).get_by_role("button", name="Accepted", exact=True).focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".to-accept").nth(0).locator("[aria-pressed=true]")).to_have_text("Accepted")
    assert outcomes() == ["accepted"]


def test_without_script(session: AcceptanceSession, opened: Opened) -> None:
    plain = opened(person=Person.objects.get(name="Bo"), width=390, java_script_enabled=False)
    plain.goto(page_of(session))
    first = plain.locator(".to-accept").nth(0)
    first.locator("summary").click()
    first.get_by_label("Remark, or why it is rejected").fill("It squeaks.")
    first.get_by_role("button", name="Accepted with remarks").click()
    expect(first.get_by_text("It squeaks.").first).to_be_visible()
    assert outcomes() == ["remarks"]
