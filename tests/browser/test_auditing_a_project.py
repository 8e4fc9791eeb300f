"""In a browser: a question is answered on a telephone, its finding answered by the manager and closed by another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.conformance.actions.audits import begin_audit, choose_sample, plan_audit
from plumbline.office.conformance.models import AuditFinding
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_question_a_finding_an_answer_and_the_end_of_it(office: Office, opened: Opened) -> None:
    slug, lead = office.organisation.slug, office.people[Role.PMO_STAFF]
    begun(office, lead)
    auditor = opened(person=lead, width=390, java_script_enabled=False)
    auditor.goto(f"/o/{slug}/audits/")
    answer_and_raise(auditor)

    found = AuditFinding.objects.get(text="The quay is wet.")
    manager = opened(person=office.people[Role.PROJECT_MANAGER], width=390)
    manager.goto(f"/o/{slug}/audits/findings/{found.pk}/")
    manager.get_by_label("Disagree", exact=False).check()
    manager.locator("[name=words]").fill("Quays are wet.")
    manager.get_by_role("button", name="Keep it").click()
    expect(manager.get_by_text("Disagreed", exact=True).first).to_be_visible()

    closer = opened(person=office.people[Role.PMO_MANAGER])
    closer.goto(f"/o/{slug}/audits/findings/")
    closer.get_by_role("link", name="The quay is wet.").click()
    closer.get_by_label("Close it").check()
    closer.locator("[name=words]").fill("So they are.")
    closer.get_by_role("button", name="Keep it").click()
    expect(closer.get_by_text("Closed", exact=True).first).to_be_visible()
    for each in (auditor, manager, closer):
        assert not complaints(each)


def begun(office: Office, lead: Person) -> None:
    day = now().date()
    said = {"title": "Are quays dry?", "scope": "One quay.", "reason": "It rained."}
    audit = plan_audit(office.organisation, by=lead, lead=lead, planned_from=day, planned_to=day, **said)
    choose_sample(audit, by=lead, method="hand", codes=["QUAY-1"])
    begin_audit(audit, by=lead)


def answer_and_raise(auditor: Page) -> None:
    auditor.get_by_role("link", name="Are quays dry?").click()
    auditor.get_by_role("link", name="Quay crossing").click()
    auditor.locator(".row-link").first.click()
    address = auditor.url
    auditor.get_by_label("Not relevant", exact=True).check()
    auditor.get_by_role("button", name="Keep and go on").click()
    expect(auditor.get_by_text("Say why it is not relevant here.")).to_be_visible()
    auditor.get_by_label("Partly", exact=True).check()
    auditor.get_by_role("button", name="Keep and go on").click()
    expect(auditor.get_by_text("The answer is kept.")).to_be_visible()
    auditor.goto(address)
    auditor.get_by_role("link", name="Raise a finding").click()
    auditor.locator("[name=text]").fill("The quay is wet.")
    auditor.get_by_label("Minor", exact=True).check()
    auditor.locator("[name=due]").fill(f"{now() + timedelta(days=20):%Y-%m-%d}")
    auditor.get_by_role("button", name="Raise it").click()
    expect(auditor.get_by_role("link", name="The quay is wet.")).to_be_visible()
