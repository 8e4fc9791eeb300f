"""In a browser: risks typed one after the other, many changed at once, one strikes, and somebody is mentioned."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.notifications.models import Notice
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CREW, ICE = "The crew is ill", "Ice on the planks"


def photograph(tab: Page, name: str) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"registers-{name}.png", full_page=True)


def type_two_risks(tab: Page, address: str) -> None:
    """By keyboard alone: Enter adds, and the field is ready for the next."""
    tab.goto(address)
    field = tab.locator("[name=new-title]")
    field.focus()
    for title in (CREW, ICE):
        expect(field).to_be_focused()
        tab.keyboard.type(title)
        tab.keyboard.press("Enter")
        expect(tab.get_by_role("link", name=title)).to_be_visible()


def change_both(tab: Page) -> None:
    for entry in Entry.objects.filter(title__in=[CREW, ICE]):
        tab.get_by_label(f"Choose {entry.reference}").check()
    form = tab.locator("#change-many")
    form.locator("[name=due_on]").fill("2026-05-04")
    photograph(tab, "bulk")
    form.get_by_role("button", name="Change them").click()
    expect(tab.get_by_text("2 of 2 chosen entries changed.")).to_be_visible()


def mention(tab: Page, name: str) -> None:
    tab.get_by_label("Comment", exact=True).fill(f"@{name} do you have salt?")
    tab.get_by_role("button", name="Comment").click()
    expect(tab.get_by_text("do you have salt?")).to_be_visible()


def test_from_a_typed_line_to_an_issue(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    registers = f"/o/{office.organisation.slug}/projects/{project.pk}/registers/"
    tab = opened(person=office.people[Role.PROJECT_MANAGER])
    type_two_risks(tab, f"{registers}risk/")
    change_both(tab)

    tab.get_by_role("link", name=ICE).click()
    mention(tab, office.people[Role.TEAM_MEMBER].name)
    assert Notice.objects.filter(person=office.people[Role.TEAM_MEMBER], kind="mention").exists()
    photograph(tab, "entry")
    tab.get_by_text("It has struck").click()
    tab.get_by_role("button", name="Make it an issue").click()
    tab.get_by_role("link", name=f"I-2 {ICE}").click()
    expect(tab.get_by_text("It was foreseen")).to_be_visible()
    assert Entry.objects.get(kind=Kind.ISSUE, title=ICE).came_from is not None

    phone = opened(person=office.people[Role.PMO_MANAGER], width=390, java_script_enabled=False)
    phone.goto(registers)
    photograph(phone, "project-phone")
    phone.goto(f"{registers}risk/")
    photograph(phone, "list-phone")
    phone.locator("[name=new-title]").fill("Fog")
    phone.get_by_role("button", name="Add", exact=True).click()
    expect(phone.get_by_role("link", name="Fog")).to_be_visible()

    night = opened(person=office.people[Role.EXECUTIVE], width=820, theme="dark")
    for place in ("risk", "decision", "dependency"):
        night.goto(f"/o/{office.organisation.slug}/registers/{place}/")
        photograph(night, f"all-{place}-night")
    night.goto(f"/o/{office.organisation.slug}/lessons-learned/")
    photograph(night, "lessons-night")
    for each in (tab, night):
        assert not complaints(each)
