"""In a browser: a criterion is written while it is read, three people agree, and a changed text has lost them all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from browser.test_every_page import Look
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "Scenario: A lamp\n  Given the quay by night\n  Then one reads a newspaper"


def landing(office: Office) -> str:
    deliverable = Deliverable.objects.get(name="Quay landing")
    return f"/o/{office.organisation.slug}/projects/{deliverable.project_id}/acceptance/deliverables/{deliverable.pk}/"


def fill(page: Page, text: str) -> None:
    page.get_by_label("Title").fill("Light at the quay")
    page.get_by_label("When it is met").fill(text)


def agree(opened: Opened, person: Person, path: str, voice: str, *, script: bool, width: int = 1440) -> None:
    page = opened(person=person, java_script_enabled=script, width=width)
    page.goto(path)
    page.get_by_role("button", name=f"Agree for {voice}").click()
    expect(page.get_by_text("You agreed on text 1.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not complaints(page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_writing_to_agreement_and_its_loss(office: Office, opened: Opened, script: bool) -> None:
    manager, sponsor, member = (
        office.people[each] for each in (Role.PROJECT_MANAGER, Role.EXECUTIVE, Role.TEAM_MEMBER)
    )
    page = opened(person=manager, java_script_enabled=script)
    page.goto(landing(office))
    page.get_by_role("link", name="Write a criterion", exact=True).click()
    fill(page, TEXT.replace("Then", "Perhaps"))
    if not script:
        page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Line 3, column 3: “Perhaps one reads a newspaper” cannot stand here.")).to_be_visible()
    fill(page, TEXT)
    if script:
        expect(page.get_by_text("1 scenario, 1 case to run")).to_be_visible()
        assert Criterion.objects.filter(title="Light at the quay").count() == 0
    page.get_by_role("button", name="Keep this criterion").click()
    expect(page.get_by_text("Not agreed yet")).to_be_visible()
    path = f"{landing(office).split('deliverables')[0]}criteria/{Criterion.objects.get(title='Light at the quay').pk}/"

    agree(opened, sponsor, path, "business", script=script)
    agree(opened, manager, path, "development", script=script)
    agree(opened, member, path, "test", script=script, width=390)
    page.goto(path)
    expect(page.locator(".page-facts").get_by_text("Agreed")).to_be_visible()

    page.get_by_role("link", name="Edit", exact=True).click()
    expect(page.get_by_text("A new text is agreed on by nobody")).to_be_visible()
    fill(page, TEXT.replace("newspaper", "book"))
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_text("0 of 3 voices")).to_be_visible()
    assert not complaints(page)


def test_the_pages_are_accessible(office: Office, opened: Opened) -> None:
    manager = office.people[Role.PROJECT_MANAGER]
    eyes = Look(opened(person=manager))
    criterion = Criterion.objects.get(title="Dry feet at the quay")
    everything = landing(office).split("deliverables")[0]
    for path in ("", f"criteria/{criterion.pk}/", f"criteria/{criterion.pk}/edit/", "take-file/"):
        assert not eyes.at(f"{everything}{path}")
