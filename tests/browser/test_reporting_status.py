"""In a browser: from sign-in to a published report, with every keystroke and click counted that is not prose."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from browser.complaints import complaints
from browser.conftest import Opened
from conftest import Tell
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.status.models import StatusDraft, StatusReport
from web.whole_office import PASSWORD, Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_DEEDS = 25
LONGEST_SECONDS = 120
COUNT = """
const counted = Number(sessionStorage.getItem("counted") ?? 0);
let deeds = counted;
const one = () => sessionStorage.setItem("counted", String(++deeds));
addEventListener("pointerdown", (event) => event.isTrusted && one(), true);
addEventListener("keydown", (event) => event.isTrusted && event.target.tagName !== "TEXTAREA" && one(), true);
"""
"""Presses of the pointer, and of keys anywhere but in a text of several lines: those are prose."""


def photograph(tab: Page, name: str) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"status-{name}.png", full_page=True)


def sign_in(tab: Page, email: str) -> None:
    """As with a browser that keeps passwords: it fills both fields, one presses the button."""
    tab.goto("/accounts/login/")
    tab.locator("[name=login]").fill(email)
    tab.locator("[name=password]").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()


def deeds(tab: Page) -> int:
    return int(tab.evaluate("Number(sessionStorage.getItem('counted') ?? 0)"))


def saved(answer: Response) -> bool:
    return answer.request.method == "POST" and answer.url.endswith("/reports/write/")


def test_from_sign_in_to_a_published_report_in_few_deeds(office: Office, opened: Opened, tell: Tell) -> None:
    tab = opened()
    tab.add_init_script(COUNT)
    began = time.monotonic()
    sign_in(tab, office.people[Role.PROJECT_MANAGER].email)
    tab.get_by_role("link", name="Quay crossing", exact=True).first.click()
    tab.get_by_role("link", name="Write the report").or_(
        tab.get_by_role("link", name="Go on with the draft")
    ).first.click()
    tab.locator("[name=colour_schedule]").nth(2).check()
    prose = tab.locator("[name=comment_schedule]")
    prose.click()
    prose.press_sequentially(" The divers found a wreck. We go round it.", delay=1)
    spent = tab.locator("[name=spent]")
    spent.click()
    spent.press_sequentially("180000")
    photograph(tab, "write")
    tab.get_by_role("button", name="Publish").click()
    expect(tab.get_by_text("The report is published")).to_be_visible()
    photograph(tab, "report")
    seconds, done = time.monotonic() - began, deeds(tab)
    tell(f"a status report from sign-in: {done} keystrokes and clicks besides prose, {seconds:.0f} s")
    assert 0 < done <= MOST_DEEDS
    assert seconds < LONGEST_SECONDS
    assert StatusReport.objects.first().dimensions.get(dimension="schedule").reported == "red"  # type: ignore[union-attr]
    assert not complaints(tab)


def test_what_one_writes_is_saved_as_one_goes(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    tab = opened(person=office.people[Role.PROJECT_MANAGER], width=390)
    there = f"/o/{office.organisation.slug}/projects/{project.pk}/reports/write/"
    tab.goto(there)
    with tab.expect_response(saved):
        tab.locator("[name=summary]").fill("The tide was high.")
    tab.goto(there)
    expect(tab.locator("[name=summary]")).to_have_value("The tide was high.")
    other = opened(person=office.people[Role.PROJECT_MANAGER])
    other.goto(there)
    with other.expect_response(saved):
        other.locator("[name=summary]").fill("The tide was low.")
    expect(other.get_by_text("Saved at")).to_be_visible()
    tab.locator("[name=summary]").fill("The tide was higher.")
    expect(tab.get_by_text("on another page meanwhile")).to_be_visible()
    assert StatusDraft.objects.get().summary == "The tide was low."
    assert not complaints(tab)


def test_without_script_everything_works_as_well(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    tab = opened(person=office.people[Role.PROJECT_MANAGER], java_script_enabled=False)
    tab.goto(f"/o/{office.organisation.slug}/projects/{project.pk}/reports/write/")
    tab.get_by_role("button", name="Preview").click()
    expect(tab.get_by_text("Preview", exact=True)).to_be_visible()
    tab.get_by_role("button", name="Publish").click()
    expect(tab.get_by_text("The report is published")).to_be_visible()
