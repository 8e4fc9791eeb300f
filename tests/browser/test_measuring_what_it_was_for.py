"""In a browser: a benefit is promised, linked in the network, measured and taken back; without script as well."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.benefits.models import Benefit
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_a_promise_to_what_was_measured(office: Office, opened: Opened) -> None:
    project = Project.objects.get(code="QUAY-1")
    place = f"/o/{office.organisation.slug}/projects/{project.pk}/benefits/"

    desk = opened(person=office.people[Role.PROJECT_MANAGER])
    desk.goto(place)
    desk.get_by_role("link", name="Add a benefit").click()
    desk.locator("#id_title").fill("Fewer bumps at the quay")
    desk.get_by_role("button", name="Keep it").click()
    expect(desk.get_by_text("The profile is not complete")).to_be_visible()
    desk.goto(place)
    expect(desk.get_by_text("B-2 Fewer bumps at the quay is fed by no business change.")).to_be_visible()
    desk.locator("[name=source]").select_option("C-1")
    desk.locator("[name=target]").select_option("B-2")
    desk.get_by_role("button", name="Link them").click()
    expect(desk.get_by_text("B-2 Fewer bumps at the quay is fed by no business change.")).to_have_count(0)
    expect(desk.get_by_role("group", name="Benefits dependency network")).to_be_visible()

    benefit = Benefit.objects.get(number=1)
    plain = opened(person=office.people[Role.EXECUTIVE], width=390, java_script_enabled=False)
    plain.goto(f"/o/{office.organisation.slug}/benefits/{benefit.pk}/")
    plain.locator("[name=value]").fill("3")
    plain.get_by_role("button", name="Keep it").click()
    expect(plain.get_by_text("The measurement is kept.")).to_be_visible()
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
    plain.get_by_role("link", name="Withdraw").first.click()
    plain.locator("[name=note]").fill("That was the other quay.")
    plain.get_by_role("button", name="Withdraw it").click()
    expect(plain.get_by_text("Withdrawn: That was the other quay.")).to_be_visible()
    assert not complaints(desk)
