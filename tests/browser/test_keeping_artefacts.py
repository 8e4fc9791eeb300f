"""In a browser: a document is begun from the template, written, and approved by somebody else on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_the_template_to_an_approval_on_a_phone(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    place = f"/o/{office.organisation.slug}/projects/{project.pk}/"
    writer = opened(person=office.people[Role.PROJECT_MANAGER])
    writer.goto(place)
    writer.get_by_role("link", name="Artefacts", exact=True).click()
    writer.get_by_role("link", name="Project charter", exact=True).click()
    writer.get_by_role("link", name="Begin from the template").click()
    text = writer.locator("[name=text]").input_value()
    assert text.startswith("# Project charter")
    writer.locator("[name=text]").fill(text.replace("## What is to be reached", "## What the quay is to reach"))
    writer.get_by_role("button", name="Preview").click()
    expect(writer.get_by_role("heading", name="What the quay is to reach")).to_be_visible()
    writer.get_by_role("button", name="Save", exact=True).click()
    expect(writer.get_by_text("Your text is saved.")).to_be_visible()
    writer.locator("[name=what_changed]").fill("The aim is said.")
    writer.get_by_role("button", name="Keep as version 1").click()
    writer.get_by_role("button", name="Ask for approval").click()
    expect(writer.get_by_text("Approval of version 1 is asked for.")).to_be_visible()
    expect(writer.get_by_role("link", name="Read and decide")).to_have_count(0)

    approver = opened(person=office.people[Role.EXECUTIVE], width=390, java_script_enabled=False)
    approver.goto(f"/o/{office.organisation.slug}/artefacts/waiting/")
    approver.get_by_role("link", name="Project charter", exact=True).click()
    approver.get_by_label("Approve", exact=True).check()
    approver.get_by_role("button", name="Decide").click()
    expect(approver.get_by_text("Version 1 is approved.")).to_be_visible()
    expect(approver.get_by_text("this is the one that counts")).to_be_visible()
    assert not complaints(writer)
    assert not complaints(approver)


def test_the_second_of_two_who_write_at_once_sees_both_texts(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    address = f"/o/{office.organisation.slug}/projects/{project.pk}/artefacts/charter/edit/"
    first = opened(person=office.people[Role.PROJECT_MANAGER])
    second = opened(person=office.people[Role.PMO_STAFF])
    for tab in (first, second):
        tab.goto(address)
    first.locator("[name=text]").fill("The quay is long.")
    first.get_by_role("button", name="Save", exact=True).click()
    expect(first.get_by_text("Your text is saved.")).to_be_visible()
    second.locator("[name=text]").fill("The quay is wide.")
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.get_by_role("region", name="Their text")).to_have_text("The quay is long.")
    assert second.locator("[name=text]").input_value().strip() == "The quay is wide."
    second.locator("[name=text]").fill("The quay is long and wide.")
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.get_by_text("Your text is saved.")).to_be_visible()
    assert not complaints(second)
