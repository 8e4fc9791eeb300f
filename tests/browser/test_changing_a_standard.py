"""In a browser: a standard is changed, or a rule set aside. One asks, another approves, and only then it counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.foundation.clock import now
from plumbline.office.people.roles import Role
from plumbline.office.standards import queries
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_a_draft_to_the_version_in_force(office: Office, opened: Opened) -> None:
    writer = opened(person=office.people[Role.PMO_STAFF])
    writer.goto(f"/o/{office.organisation.slug}/standards/")
    writer.get_by_role("link", name="Begin a draft").click()
    writer.locator("main [name=title]").fill("Shorter reviews")
    writer.get_by_role("button", name="Begin the draft").click()
    address = writer.url
    writer.get_by_role("link", name="standard.yaml", exact=True).click()
    text = writer.locator("[name=text]").input_value()
    writer.locator("[name=text]").fill(text.replace("\nversion: ", "\nversion: 9"))
    writer.get_by_role("button", name="Save").click()
    expect(writer.get_by_text("standard.yaml is saved.")).to_be_visible()
    writer.goto(address)
    writer.get_by_role("button", name="Send to review").click()
    expect(writer.get_by_text("Waits for an approval")).to_be_visible()
    expect(writer.get_by_label("Approved", exact=True)).to_have_count(0)

    reviewer = opened(person=office.people[Role.EXECUTIVE], width=390)
    reviewer.goto(address)
    reviewer.get_by_label("Approved", exact=True).check()
    reviewer.get_by_role("button", name="Say it").click()
    expect(reviewer.get_by_text("Approved as it stands")).to_be_visible()
    expect(reviewer.get_by_role("button", name="Publish and put in force")).to_have_count(0)

    manager = opened(person=office.people[Role.PMO_MANAGER], java_script_enabled=False)
    manager.goto(address)
    manager.get_by_role("button", name="Publish and put in force").click()
    expect(manager.get_by_text("It is published and in force.")).to_be_visible()
    in_force = queries.in_force(office.organisation)
    assert in_force is not None
    assert in_force.version.startswith("9")
    assert not complaints(writer)
    assert not complaints(reviewer)


def test_a_mistake_is_shown_beside_the_text_it_is_in(office: Office, opened: Opened) -> None:
    tab = opened(person=office.people[Role.PMO_STAFF])
    tab.goto(f"/o/{office.organisation.slug}/standards/")
    tab.get_by_role("link", name="Calmer limits for Quay").click()
    tab.get_by_role("link", name="rules.yaml", exact=True).first.click()
    text = tab.locator("[name=text]").input_value()
    tab.locator("[name=text]").fill(text.replace("dimension: schedule", "dimension: shedule", 1))
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_text("did you mean 'schedule'?")).to_be_visible()
    assert not complaints(tab)


def test_the_impact_is_worked_out_while_one_looks_on(office: Office, worker: None, opened: Opened) -> None:
    tab = opened(person=office.people[Role.PMO_STAFF])
    tab.goto(f"/o/{office.organisation.slug}/standards/")
    tab.get_by_role("link", name="Calmer limits for Quay").click()
    tab.get_by_role("link", name="Impact on projects").click()
    tab.get_by_role("button", name="Work it out").click()
    expect(tab.get_by_text("this draft finds just what is found now")).to_be_visible()
    assert not complaints(tab)


def test_a_waiver_is_asked_for_and_approved(office: Office, opened: Opened) -> None:
    slug = office.organisation.slug
    asker = opened(person=office.people[Role.PROJECT_MANAGER], width=390)
    asker.goto(f"/o/{slug}/projects/")
    asker.locator(".row-link").first.click()
    asker.get_by_role("link", name="Standard", exact=True).click()
    asker.get_by_role("link", name="Waivers").click()
    asker.get_by_role("link", name="Ask for a waiver").click()
    asker.locator("[name=rule]").select_option("lags")
    asker.locator("[name=reason]").fill("The quay dries slowly.")
    asker.locator("[name=last_day]").fill(f"{now() + timedelta(days=20):%Y-%m-%d}")
    asker.get_by_role("button", name="Ask for it").click()
    expect(asker.get_by_text("Somebody else decides.")).to_be_visible()

    decider = opened(person=office.people[Role.EXECUTIVE])
    decider.goto(f"/o/{slug}/waivers/")
    decider.get_by_role("link", name="Lags", exact=True).click()
    decider.get_by_label("Approve").check()
    decider.get_by_role("button", name="Decide").click()
    expect(decider.get_by_text("is approved.")).to_be_visible()
    assert not complaints(asker)
    assert not complaints(decider)
