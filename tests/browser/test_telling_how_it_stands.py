"""In a browser: from the link of a mail at 390 px, with and without script, to the draft that took it in."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from acceptance.story import Story
from browser.complaints import complaints
from browser.conftest import Opened
from office.progress.plans import plan_begun_on
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.progress import jobs
from plumbline.office.progress.actions import ask_owners
from plumbline.office.progress.links import path_of
from plumbline.office.progress.models import ProgressRequest, ProgressUpdate
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("PLUMBLINE_PICTURES")


@pytest.fixture
def crane(live_server: LiveServer) -> Project:
    """Walls and Roof are Lena's; Walls should have finished, Roof is to be begun. She was asked today."""
    story = Story()
    mira = story.enrol("Mira", Role.PROJECT_MANAGER)
    story.enrol("Lena Trestle", Role.TEAM_MEMBER)
    project = story.add_project("New crane", mira)
    day = today(project.organisation)
    monday = datetime.combine(day - timedelta(days=day.weekday() + 7), datetime.min.time())
    record_plan(project, by=mira, schedule=plan_begun_on(monday), source_format="made")
    jobs.read_what_changed()
    ask_owners(project, asks=True, by=mira)
    jobs.keep_up()
    return Project.objects.select_related("organisation").get(pk=project.pk)


def pictured(tab: Page, name: str) -> None:
    if PICTURES:
        tab.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def fits(tab: Page) -> None:
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not complaints(tab)


def test_from_the_mail_on_a_phone_to_the_draft_of_the_plan(crane: Project, opened: Opened) -> None:
    there = path_of(ProgressRequest.objects.get().pk)
    phone = opened(width=390, has_touch=True, java_script_enabled=False)
    phone.goto(there)
    pictured(phone, "progress-link-390")
    fits(phone)
    sizes = [each.bounding_box() for each in phone.locator(".activity-row .button").all()]
    assert sizes
    assert all(box and box["height"] >= 44 for box in sizes)
    # the first tap was on the link of the mail
    phone.get_by_role("link", name="Finished").first.tap()
    expect(phone.get_by_role("button", name="Send")).to_be_visible()
    pictured(phone, "progress-tell-390")
    fits(phone)
    expect(phone.get_by_label("What is left of it")).to_be_hidden()
    phone.get_by_role("button", name="Send").tap()
    expect(phone.get_by_text("Told: Finished")).to_be_visible()
    keyboard = opened(width=390)
    keyboard.goto(there)
    keyboard.get_by_role("button", name="As planned").focus()
    keyboard.keyboard.press("Enter")
    expect(keyboard.get_by_text("Everything is told")).to_be_visible()
    fits(keyboard)
    assert list(ProgressUpdate.objects.order_by("pk").values_list("says", flat=True)) == ["finished", "planned"]

    manager = opened(person=Person.objects.get(name="Mira"))
    manager.goto(f"/o/harbour-works/projects/{crane.pk}/progress/")
    pictured(manager, "progress-told")
    assert not complaints(manager)
    manager.get_by_role("button", name="Take over what is ticked").click()
    expect(manager.get_by_text("What was told of 2 activities is in your draft of the plan.")).to_be_visible()
    walls = plan_of(PlanDraft.objects.get()).schedule.activity_by_uid[2]
    assert walls.is_complete


def test_ones_own_list_fits_a_phone_and_is_told_by_keyboard(crane: Project, opened: Opened) -> None:
    phone = opened(width=390, person=Person.objects.get(name="Lena Trestle"))
    phone.goto("/o/harbour-works/my-activities/")
    pictured(phone, "my-activities-390")
    fits(phone)
    phone.get_by_role("link", name="Walls", exact=True).focus()
    phone.keyboard.press("Enter")
    phone.get_by_label("Under way").focus()
    phone.keyboard.press("Space")
    phone.get_by_label("What is left of it").fill("3d")
    pictured(phone, "activity-390")
    fits(phone)
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("waits for Mira")).to_be_visible()
    assert ProgressUpdate.objects.get().remaining == "3d"


def test_owners_are_settled_on_a_phone(crane: Project, opened: Opened) -> None:
    phone = opened(width=390, person=Person.objects.get(name="Mira"))
    for path in ("owners/", "activities/", ""):
        phone.goto(f"/o/harbour-works/projects/{crane.pk}/progress/{path}")
        pictured(phone, f"progress-{path.strip('/') or 'page'}-390")
        fits(phone)
