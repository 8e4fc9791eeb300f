"""In a browser: a wish, an offer, a proposal, two answers, and what the two of a pair keep; without script as well."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.mentoring.models import MentoringProgramme, Pair
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_in(page: Page, what: str, level: str) -> None:
    page.locator("[name=name_1]").fill(what)
    page.locator("[name=level_1]").select_option(level)
    page.locator("[name=languages]").fill("Portuguese")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("You are told when a pair is proposed to you.")).to_be_visible()


def test_from_a_wish_to_a_note_that_only_two_read(office: Office, opened: Opened) -> None:
    programme = MentoringProgramme.objects.get()
    MentoringProgramme.objects.update(ends_on="2099-01-01")
    start = f"/o/{office.organisation.slug}/people/mentoring/"

    mentor = opened(person=office.people[Role.TEAM_MEMBER])
    mentor.goto(start)
    mentor.get_by_role("link", name="Change what I offer").click()
    fill_in(mentor, "Tides", "5")

    plain = opened(person=office.people[Role.PMO_STAFF], width=390, java_script_enabled=False)
    plain.goto(start)
    plain.get_by_role("link", name="I want to learn").click()
    fill_in(plain, "Tides", "2")
    plain.get_by_role("link", name=programme.title).click()
    plain.get_by_role("button", name="Take it back").click()
    expect(plain.get_by_text("It is no longer proposed.")).to_be_visible()
    plain.get_by_role("button", name="Propose pairs").click()
    expect(plain.get_by_text("and both of each are asked")).to_be_visible()

    pair = Pair.objects.get(state=Pair.State.PROPOSED, mentee=office.people[Role.PMO_STAFF])
    for page in (mentor, plain):
        page.goto(f"{start}pairs/{pair.pk}/")
        expect(page.get_by_text("Can help with Tides.")).to_be_visible()
        page.get_by_role("button", name="Yes, I would like to").click()
    expect(plain.get_by_text("Both of you agreed: it begins.")).to_be_visible()

    plain.get_by_label("A note for both of you").fill("Springs come after the full moon.")
    plain.get_by_role("button", name="Keep the note").click()
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mentor.reload()
    expect(mentor.get_by_text("Springs come after the full moon.")).to_be_visible()

    other = opened(person=office.people[Role.PMO_MANAGER])
    other.goto(f"{start}pairs/{pair.pk}/")
    expect(other.get_by_text("A pair belongs to its two")).to_be_visible()
    assert not complaints(mentor)
