"""From an empty database to a printed charter with a standard and a roadmap, as somebody new would do it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Opened
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.mandate.models import Challenge, RoadmapItem
from plumbline.office.standards.queries import in_force

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STEPS = 9
WORDS = {
    "organisation_name": "New Quay",
    "person_name": "Ada",
    "email": "ada@new.example",
    "password": "plumb-and-level-7",
}


def test_an_office_is_founded_without_a_manual(opened: Opened) -> None:
    page = opened()
    page.goto("/")
    for name, text in WORDS.items():
        page.locator(f"main [name={name}]").fill(text)
    page.get_by_role("button", name="Set up").click()
    page.get_by_role("link", name="Begin").click()
    step(page, 1)
    step(page, 2, lambda: page.get_by_label("Status reports come late or not at all").check())
    for number in range(3, STEPS):
        step(page, number)
    expect(page.get_by_text(f"Step {STEPS} of {STEPS}")).to_be_visible()
    page.get_by_role("button", name="Found the office").click()
    expect(page.get_by_text("In force: Standard of New Quay 1.0.0")).to_be_visible()
    page.get_by_role("link", name="To the charter").click()
    main = page.locator("main")
    expect(main.get_by_role("link", name="Charter 1")).to_be_visible()
    expect(main.get_by_role("rowheader", name="Status reports come late or not at all")).to_be_visible()
    found = Challenge.objects.get(key="late_reports")
    assert found.answers.exists()
    standard = in_force(found.organisation)
    assert standard is not None
    assert standard.name == "our_standard"
    assert RoadmapItem.objects.filter(organisation=found.organisation).count() == 8
    if can_be_made():
        print_it(page)


def step(page: Page, number: int, answer: object = None) -> None:
    """What is proposed is taken, but for what ``answer`` does."""
    expect(page.get_by_text(f"Step {number} of {STEPS}")).to_be_visible()
    if callable(answer):
        answer()
    page.get_by_role("button", name="Next").click()


def print_it(page: Page) -> None:
    with page.expect_download() as printed:
        page.locator("main").get_by_role("link", name="PDF").click()
    assert Path(printed.value.path()).read_bytes().startswith(b"%PDF")
    assert printed.value.suggested_filename == "charter-new-quay.pdf"
