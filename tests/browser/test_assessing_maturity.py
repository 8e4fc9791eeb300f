"""In a browser: answers save themselves as one answers, by keyboard too; without script a button saves them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.maturity.models import Assessor, Judgement, Round
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1440, 390])
def test_an_answer_is_saved_as_it_is_given(office: Office, opened: Opened, width: int) -> None:
    found = Round.objects.get(organisation=office.organisation, state=Round.State.OPEN)
    assessor = Assessor.objects.filter(round=found).select_related("person").first()
    assert assessor is not None
    Judgement.objects.filter(assessor=assessor).delete()
    page = opened(person=assessor.person, width=width)
    there = f"/o/{office.organisation.slug}/maturity/rounds/{found.pk}/"
    page.goto(f"{there}answer/risk/")

    asked = page.locator("#risk-spoken-of")
    asked.get_by_label("Not answered").focus()
    page.keyboard.press("ArrowDown")
    expect(asked.get_by_role("status")).to_have_text("Saved.")
    expect(page.locator("#answered")).to_contain_text("1 of ")
    asked.locator("summary").focus()
    page.keyboard.press("Enter")
    asked.get_by_label("Comment").fill("Every Monday.")
    page.keyboard.press("Tab")
    expect(asked.get_by_role("status")).to_have_text("Saved.")
    page.wait_for_load_state("networkidle")
    kept = Judgement.objects.get(assessor=assessor)
    assert (kept.attribute, kept.value, kept.comment) == ("risk-spoken-of", "met", "Every Monday.")

    page.get_by_role("link", name="Leave, and go on later").click()
    page.get_by_role("link", name="Go on where you stopped").click()
    expect(page).to_have_url(page.url.partition("#")[0] + "#risk-some-lists")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not complaints(page)


def test_without_script_the_button_saves(office: Office, opened: Opened) -> None:
    found = Round.objects.get(organisation=office.organisation, state=Round.State.OPEN)
    assessor = Assessor.objects.filter(round=found).select_related("person").first()
    assert assessor is not None
    page = opened(person=assessor.person, width=390, java_script_enabled=False)
    page.goto(f"/o/{office.organisation.slug}/maturity/rounds/{found.pk}/answer/risk/")
    page.locator("#risk-spoken-of").get_by_label("Partly met").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved. You can leave and go on at any time.")).to_be_visible()
    assert Judgement.objects.filter(assessor=assessor, attribute="risk-spoken-of", value="partly").exists()
