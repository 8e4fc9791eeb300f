"""A draft of a plan opened in a browser, and what tests do with it again and again."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page, expect

from browser.conftest import Opened
from plumbline.engine.schedule import Schedule
from plumbline.office.people.actions import add_person, create_organisation
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.planning.actions import begin
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan

START = date(2026, 3, 2)


def draft_of(schedule: Schedule | None = None) -> tuple[PlanDraft, Person]:
    """Of a project of its own: empty, or begun with ``schedule``."""
    organisation = create_organisation(name="Harbour Works", by=None, time_zone="Europe/Lisbon")
    person = add_person(
        organisation, by=None, email="mira@harbour.example", name="Mira Pontoon", role=Role.PMO_MANAGER
    ).person
    portfolio = create_portfolio(organisation, by=None, name="Growth")
    project = create_project(
        organisation, by=None, code="QC-1", name="Quay crossing", portfolio=portfolio, manager=person
    )
    if schedule is not None:
        record_plan(project, by=person, schedule=schedule, source_format="test")
    return begin(project, by=person, empty=schedule is None, start=START), person


def address(draft: PlanDraft) -> str:
    return f"/o/{draft.project.organisation.slug}/projects/{draft.project_id}/plan/edit/"


def editor(opened: Opened, draft: PlanDraft, person: Person, width: int = 1440, **given: object) -> Page:
    page = opened(person=person, width=width, **given)
    page.goto(address(draft))
    return ready(page)


def ready(page: Page) -> Page:
    expect(page.locator("#plan-fluent")).to_have_attribute("data-ready", "true")
    return page


def saved(page: Page) -> None:
    expect(page.locator(".plan-saved")).to_have_text("All saved", timeout=60_000)


def rows(page: Page) -> Locator:
    return page.locator(".plan-moving [role=row]")


def cell(page: Page, uid: str, column: str) -> Locator:
    return page.locator(f"#cell-{uid}-{column}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def fill_down(page: Page, texts: list[str]) -> None:
    """Types one text below the other; an empty one is passed over."""
    for text in texts:
        if text:
            page.keyboard.type(text)
            press(page, "Enter")
        else:
            press(page, "ArrowDown")


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(80):
        if target.evaluate("each => each === document.activeElement"):
            return
        press(page, "Tab")
    raise AssertionError("Tab does not lead there")


def plan_in(draft: PlanDraft) -> Schedule:
    draft.refresh_from_db()
    return plan_of(draft).schedule
