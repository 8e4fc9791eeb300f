"""In a browser: a team answers from its mail at 390 px, with and without script; then the mean stands there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from browser.test_every_page import Look
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.pulse import actions
from plumbline.office.pulse.links import path_of
from plumbline.office.pulse.models import Invitation, PulseRound
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUESTIONS = len(actions.DEFAULT_QUESTIONS)


def round_of_today(office: Office) -> PulseRound:
    """The open round of the office takes place today, whatever day its story is told on."""
    first = today(office.organisation)
    PulseRound.objects.update(opened_on=first, last_day=first + timedelta(days=4))
    return PulseRound.objects.get()


def left_to_answer(count: int) -> list[Invitation]:
    return list(Invitation.objects.filter(answered=False).order_by("person")[:count])


def answer_by_keyboard(page: Page) -> None:
    for number in range(QUESTIONS):
        page.locator(f"[name=answer_{number}][value='4']").focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Send").focus()
    page.keyboard.press("Enter")


def answer_by_tapping(page: Page) -> None:
    for number in range(QUESTIONS):
        page.locator("label", has_text="4 Mostly").nth(number).click()
    page.get_by_role("button", name="Send").click()


def test_from_the_link_in_the_mail_to_the_mean(office: Office, opened: Opened) -> None:
    opened_today, eyes = round_of_today(office), Look(opened())
    assert not eyes.at(path_of(left_to_answer(1)[0].pk))
    for number, invitation in enumerate(left_to_answer(5)):
        page = opened(width=390, java_script_enabled=number % 2 == 0)
        page.goto(path_of(invitation.pk))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(page.get_by_role("heading", name="How is it going?")).to_be_visible()
        if number < 2:
            answer_by_keyboard(page)
        else:
            answer_by_tapping(page)
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not complaints(page)

    manager = opened(person=office.people[Role.PMO_MANAGER])
    manager.goto(f"/o/{office.organisation.slug}/pulse/")
    expect(manager.get_by_text("No round has closed yet")).to_be_visible()
    with clock_at(now() + timedelta(days=5)):
        actions.close_round(opened_today)
    manager.reload()
    expect(manager.get_by_role("columnheader", name=actions.DEFAULT_QUESTIONS[0])).to_be_visible()
    expect(manager.get_by_role("cell", name="4.0").first).to_be_visible()

    late = opened(width=390)
    late.goto(path_of(invitation.pk))
    expect(late.get_by_role("heading", name="This round has closed")).to_be_visible()
    assert not eyes.at("/pulse-link/forged/")
