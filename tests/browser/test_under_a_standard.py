"""In a browser: a project moves to the next version, and has its standard tailored. One asks, another decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.foundation.clock import now
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.actions import publish
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_one_project_moves_and_another_stays_until_a_day(office: Office, opened: Opened) -> None:
    current = standards.in_force(office.organisation)
    assert current is not None
    files = {name: text.encode() for name, text in current.files.items()}
    files["standard.yaml"] = files["standard.yaml"].replace(b"\nversion: ", b"\nversion: 9", 1)
    target = publish(office.organisation, files, by=None)

    tab = opened(person=office.people[Role.PMO_MANAGER], width=390, java_script_enabled=False)
    tab.goto(f"/o/{office.organisation.slug}/standards/")
    tab.get_by_role("link", name="Migration").click()
    tab.get_by_label("Quay crossing").check()
    tab.get_by_label("Moves", exact=True).check()
    tab.get_by_role("button", name="Decide").click()
    expect(tab.get_by_text("Decided for 1 project.")).to_be_visible()
    tab.get_by_label("Quay without a plan").check()
    tab.get_by_label("Stays until a day").check()
    tab.locator("[name=last_day]").fill(f"{now() + timedelta(days=20):%Y-%m-%d}")
    tab.get_by_role("button", name="Decide").click()
    expect(tab.get_by_text("where a project does not move")).to_be_visible()
    expect(tab.get_by_label("Quay without a plan")).to_be_checked()
    tab.locator("[name=reason]").fill("The quay is being measured.")
    tab.get_by_role("button", name="Decide").click()
    expect(tab.get_by_text("The quay is being measured.")).to_be_visible()
    followed = dict(Project.objects.filter(code__in=["QUAY-1", "QUAY-2"]).values_list("code", "standard_version"))
    assert followed == {"QUAY-1": target.pk, "QUAY-2": current.pk}
    assert not complaints(tab)


def test_a_limit_is_asked_for_and_approved(office: Office, opened: Opened) -> None:
    slug = office.organisation.slug
    asker = opened(person=office.people[Role.PROJECT_MANAGER])
    asker.goto(f"/o/{slug}/projects/")
    asker.locator(".row-link").first.click()
    asker.get_by_role("link", name="Standard", exact=True).click()
    asker.locator("#change .row-link").first.click()
    asker.locator("[name=key]").select_option("rules.lags.limit")
    asker.locator("[name=value]").fill("ten")
    asker.locator("[name=reason]").fill("The quay dries slowly.")
    asker.locator("[name=last_day]").fill(f"{now() + timedelta(days=20):%Y-%m-%d}")
    asker.get_by_role("button", name="Ask for it").click()
    expect(asker.get_by_text("Give a number.")).to_be_visible()
    asker.locator("[name=value]").fill("10")
    asker.get_by_role("button", name="Ask for it").click()
    expect(asker.get_by_text("Somebody else decides.")).to_be_visible()
    address = asker.get_by_role("link", name="Lags: limit").get_attribute("href")
    assert address is not None

    decider = opened(person=office.people[Role.PMO_STAFF], width=390)
    decider.goto(address)
    decider.get_by_label("Approve").check()
    decider.get_by_role("button", name="Decide").click()
    expect(decider.get_by_text("is approved.")).to_be_visible()
    expect(decider.get_by_text("Holds", exact=True)).to_be_visible()
    assert not complaints(asker)
    assert not complaints(decider)
