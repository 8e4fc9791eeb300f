"""In a browser: a manager contests the evidence and plans the way to green; the office sees the watermelon named."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from browser.complaints import complaints
from browser.conftest import Opened
from office.status.parting import found, report, show_evidence
from plumbline.office.people.actions import add_person, create_organisation
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.standards.actions import publish_builtin

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOME = "/o/harbour-works"


@pytest.fixture
def harbour(live_server: LiveServer) -> Organisation:
    organisation = create_organisation(name="Harbour Works", by=None, time_zone="Europe/Lisbon")
    publish_builtin(organisation, "predictive", by=None)
    return organisation


def enrol(organisation: Organisation, name: str, role: Role) -> Person:
    return add_person(organisation, by=None, email=f"{role}@harbour.example", name=name, role=role).person


def photograph(tab: Page, name: str) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"divergence-{name}.png", full_page=True)


def contest(tab: Page, day: date) -> None:
    tab.get_by_role("link", name="Contest it").click()
    tab.locator("[name=reason]").fill("The new supplier delivers in May.")
    tab.locator("[name=last_day]").fill(str(day + timedelta(days=200)))
    tab.get_by_role("button", name="Contest it").click()
    expect(tab.get_by_text("A contest ends between today and")).to_be_visible()
    tab.locator("[name=last_day]").fill(str(day + timedelta(days=30)))
    tab.get_by_role("button", name="Contest it").click()
    expect(tab.get_by_text("The new supplier delivers in May.").first).to_be_visible()


def plan(tab: Page, day: date) -> None:
    tab.get_by_role("link", name="Plan the way to green").click()
    tab.locator("[name=approach]").fill("A second crew until the signals are up.")
    tab.locator("[name=green_on]").fill(str(day + timedelta(days=40)))
    tab.locator("[name=title_1]").fill("Hire a second crew")
    tab.get_by_role("button", name="Begin the plan").click()
    expect(tab.get_by_text("or empty the whole action")).to_have_count(2)
    expect(tab.locator("[name=title_1]")).to_have_value("Hire a second crew")
    tab.locator("[name=owner_1]").select_option(label="Mira Pontoon")
    tab.locator("[name=due_on_1]").fill(str(day + timedelta(days=14)))
    photograph(tab, "plan-phone")
    tab.get_by_role("button", name="Begin the plan").click()
    expect(tab.get_by_text("A-1", exact=True)).to_be_visible()


def test_from_a_watermelon_to_a_plan(harbour: Organisation, opened: Opened) -> None:
    mira = enrol(harbour, "Mira Pontoon", Role.PROJECT_MANAGER)
    dagny = enrol(harbour, "Dagny Rail", Role.PMO_MANAGER)
    project, day = found(harbour, "Q1", mira), today(harbour)
    show_evidence(project, "red")
    report(project, "green", as_of=day)

    office = opened(person=dagny)
    office.goto(f"{HOME}/status/divergence/")
    named = office.get_by_role("row").filter(has_text="Quay Q1").first
    expect(named.get_by_text("Watermelon")).to_be_visible()
    expect(named.get_by_text("No plan")).to_be_visible()
    photograph(office, "named")

    manager = opened(person=mira, width=390)
    manager.goto(f"{HOME}/projects/{project.pk}/reports/")
    manager.get_by_role("link", name="Schedule", exact=True).first.click()
    contest(manager, day)
    plan(manager, day)
    photograph(manager, "begun-phone")

    office.reload()
    expect(named.get_by_text("Contested")).to_be_visible()
    expect(named.get_by_text("Plan running")).to_be_visible()
    office.locator("[name=by]").select_option(label="Project")
    expect(office.locator("#matrix").get_by_role("link", name="Quay Q1")).to_be_visible()
    office.get_by_role("link", name="Contested").click()
    expect(office.get_by_role("link", name="Quay Q1")).to_be_visible()
    photograph(office, "contests")

    plain = opened(person=dagny, java_script_enabled=False)
    plain.goto(f"{HOME}/status/divergence/?show=pessimism")
    expect(plain.get_by_text("Nothing of this kind")).to_be_visible()
    for each in (office, manager):
        assert not complaints(each)
