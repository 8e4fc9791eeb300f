"""In a browser: a gate is prepared, reviewed and decided, each part by somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.foundation.clock import now
from plumbline.office.gates.models import Answer, GateDecision
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUESTIONS = 7


def life_cycle(office: Office) -> str:
    return f"/o/{office.organisation.slug}/projects/{Project.objects.get(code='QUAY-1').pk}/life-cycle/"


def answer_yes(tab: Page) -> None:
    tab.get_by_label("Yes", exact=True).check()
    tab.get_by_label("Note").fill("Seen together.")
    tab.get_by_role("button", name="Keep this answer").click()


def test_questions_are_answered_one_by_one_on_a_phone_without_script(office: Office, opened: Opened) -> None:
    tab = opened(person=office.people[Role.PMO_STAFF], width=390, java_script_enabled=False)
    tab.goto(life_cycle(office))
    tab.get_by_role("link", name="Answer the questions").click()
    expect(tab.get_by_text("question 1 of 7")).to_be_visible()
    for _ in range(QUESTIONS):
        answer_yes(tab)
    expect(tab.get_by_text("7 answered")).to_be_visible()
    assert Answer.objects.filter(gate="concept_approval", value="yes").count() == QUESTIONS
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_a_review_from_its_opening_to_the_frozen_record(office: Office, opened: Opened) -> None:
    staff, user, lead, sponsor = (
        opened(person=office.people[each])
        for each in (Role.PMO_STAFF, Role.TEAM_MEMBER, Role.PMO_MANAGER, Role.EXECUTIVE)
    )
    review = opens_the_review(staff, office)
    agrees(user, review)
    proposes_a_condition(lead, review)
    decides(sponsor, review)
    sponsor.goto(f"/o/{office.organisation.slug}/gates/conditions/")
    expect(sponsor.get_by_role("link", name="Quay surveyed by divers")).to_be_visible()
    for each in (staff, user, lead, sponsor):
        assert not complaints(each)


def opens_the_review(staff: Page, office: Office) -> str:
    staff.goto(f"{life_cycle(office)}concept_approval/")
    staff.get_by_role("link", name="Is the need described").click()
    for _ in range(QUESTIONS):
        answer_yes(staff)
    staff.get_by_role("link", name="Open a review").click()
    staff.get_by_label("Planned for").fill(f"{now() + timedelta(days=7):%Y-%m-%d}")
    staff.get_by_label("Lead reviewer").select_option(label="PMO manager of Quay")
    staff.get_by_role("button", name="Open the review").click()
    expect(staff.get_by_text("Business owner (Team member of Quay) has not been asked yet").first).to_be_visible()
    return staff.url


def agrees(user: Page, review: str) -> None:
    user.goto(review)
    user.get_by_role("link", name="Agree or dissent").click()
    user.get_by_label("Dissent").check()
    user.get_by_role("button", name="Keep it").click()
    expect(user.get_by_text("Say why not.")).to_be_visible()
    user.get_by_label("Agree", exact=True).check()
    user.get_by_role("button", name="Keep it").click()
    expect(user.get_by_text("Team member of Quay agrees")).to_be_visible()


def proposes_a_condition(lead: Page, review: str) -> None:
    """Though she has the role that decides, she reviews and so is not offered to."""
    lead.goto(review)
    expect(lead.get_by_role("link", name="Decide", exact=True)).to_have_count(0)
    lead.get_by_role("link", name="Propose a condition").click()
    lead.get_by_label("Condition").fill("Quay surveyed by divers")
    lead.get_by_label("Owner").select_option(label="Project manager of Quay")
    lead.get_by_label("Due").fill(f"{now() + timedelta(days=30):%Y-%m-%d}")
    lead.get_by_label("Mends the failed rule").select_option("leads")
    lead.get_by_role("button", name="Keep it").click()
    expect(lead.get_by_text("Quay surveyed by divers").first).to_be_visible()


def decides(sponsor: Page, review: str) -> None:
    sponsor.goto(review)
    sponsor.get_by_role("link", name="Decide", exact=True).click()
    sponsor.get_by_label("Go", exact=True).check()
    sponsor.get_by_label("Reason").fill("It is worth it.")
    sponsor.get_by_role("button", name="Decide and freeze the record").click()
    expect(sponsor.get_by_text("Conditions are proposed").first).to_be_visible()
    sponsor.get_by_label("Go with conditions", exact=True).check()
    sponsor.get_by_role("button", name="Decide and freeze the record").click()
    expect(sponsor.get_by_text("SHA-256 of the record")).to_be_visible()
    assert GateDecision.objects.filter(outcome="conditional").exists()
