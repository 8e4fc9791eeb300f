"""What people come to do, in a browser: set up, hand a plan in, find what is red, without a mouse or a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from browser.complaints import complaints
from browser.conftest import Opened
from cli.plan_files import SOUND, xer
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import PlanVersion
from web.whole_office import PASSWORD, Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.xer"
    file.write_bytes(xer(("Bridge", SOUND)))
    return file


def sign_in(tab: Page, person: Person) -> None:
    tab.goto("/accounts/login/")
    tab.get_by_label("E-mail address").fill(person.email)
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()


def test_from_a_fresh_installation_to_the_findings_of_a_real_plan(
    live_server: LiveServer, worker: None, opened: Opened, real_data: Path
) -> None:
    tab = opened()
    tab.goto("/")
    tab.locator("[name=organisation_name]").fill("Harbour Works")
    tab.locator("[name=person_name]").fill("Ada Quay")
    tab.locator("[name=email]").fill("ada@harbour.example")
    tab.locator("[name=password]").fill(PASSWORD)
    tab.get_by_role("button", name="Set up").click()
    tab.get_by_role("link", name="Portfolio").first.click()
    tab.get_by_role("link", name="Add the first project").click()
    tab.locator("[name=code]").fill("QC-1")
    tab.locator("[name=name]").fill("Quay crossing")
    tab.locator("[name=new_portfolio]").fill("Quays")
    tab.locator("main form [type=submit]").click()
    tab.locator("[name=plan]").set_input_files(real_data / "schedules" / "xer" / "percent-complete-8.4.xer")
    tab.get_by_role("button", name="Upload and read").click()
    tab.evaluate("window.stayed = true")
    tab.get_by_role("button", name="Record this plan").click()
    tab.evaluate("window.stayed = true")
    expect(tab.get_by_text("Recorded and assessed")).to_be_visible()
    assert tab.evaluate("window.stayed"), "the page was loaded again instead of refreshed"
    tab.get_by_role("link", name="See the findings").click()
    expect(tab.get_by_text("Missing logic").first).to_be_visible()
    assert not complaints(tab)


def test_signing_in_with_a_wrong_password_says_so(office: Office, opened: Opened) -> None:
    tab = opened()
    tab.goto("/accounts/login/")
    tab.get_by_label("E-mail address").fill("guest@harbour-works.example")
    tab.get_by_label("Password", exact=True).fill("not-the-password")
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_text("not correct")).to_be_visible()
    assert not complaints(tab)


def test_the_portfolio_is_filtered_with_the_keyboard_alone(office: Office, opened: Opened) -> None:
    tab = opened(person=office.people[Role.EXECUTIVE])
    tab.goto(f"/o/{office.organisation.slug}/")
    expect(tab.locator(".row-link")).to_have_count(3)
    tab.locator("[name=text]").focus()
    tab.keyboard.type("without")
    tab.keyboard.press("Enter")
    expect(tab.locator(".row-link")).to_have_count(1)
    expect(tab.locator(".row-link")).to_have_text("Quay without a plan")
    assert "text=without" in tab.url
    tab.reload()
    expect(tab.locator(".row-link")).to_have_count(1)
    tab.locator(".row-link").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Quay without a plan")
    assert not complaints(tab)


def test_a_theme_is_chosen_once_and_kept(office: Office, opened: Opened) -> None:
    tab = opened(person=office.people[Role.EXECUTIVE])
    tab.goto(f"/o/{office.organisation.slug}/")
    tab.locator(".user-menu summary").click()
    tab.get_by_role("button", name="Dark").click()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    tab.goto(f"/o/{office.organisation.slug}/people/")
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    assert not complaints(tab)


def test_everything_works_without_scripts(office: Office, worker: None, opened: Opened, plan: Path) -> None:
    tab = opened(java_script_enabled=False)
    sign_in(tab, office.people[Role.PROJECT_MANAGER])
    tab.locator(".row-link").get_by_text("Quay crossing").first.click()
    tab.get_by_role("link", name="Upload a plan").click()
    tab.locator("[name=plan]").set_input_files(plan)
    tab.get_by_role("button", name="Upload and read").click()
    tab.get_by_role("button", name="Record this plan").click()
    expect(tab.get_by_text("Recorded and assessed")).to_be_visible()
    assert PlanVersion.objects.count() == 3
    tab.goto(f"/o/{office.organisation.slug}/?text=without")
    expect(tab.locator(".row-link")).to_have_count(1)


def test_a_file_that_is_no_plan_is_refused_on_the_page(
    office: Office, worker: None, opened: Opened, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.xer"
    letter.write_text("Dear planner")
    tab = opened(390, person=office.people[Role.PROJECT_MANAGER])
    project = office.people[Role.PROJECT_MANAGER].managed_projects.get()
    tab.goto(f"/o/{office.organisation.slug}/projects/{project.pk}/upload/")
    tab.locator("[name=plan]").set_input_files(letter)
    tab.get_by_role("button", name="Upload and read").click()
    expect(tab.get_by_text("This file cannot be used as a plan")).to_be_visible()
    expect(tab.get_by_text("Nothing was recorded")).to_be_visible()
    assert not complaints(tab)
