"""Every page, light and dark, wide and narrow: accessible, within the content policy, not wider than the screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from browser.complaints import complaints
from browser.conftest import Opened
from browser.every_page import SIGNED_OUT, name_of, pages_of
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, reset_sequences=True)]
PICTURES = os.environ.get("PLUMBLINE_PICTURES", "")
WIDTHS = [1440, 820, 390] if PICTURES else [1440, 390]
GUIDELINES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
ALARMING = ("serious", "critical")


@dataclass
class Look:
    """One pair of eyes: ``page`` keeps the content policy; ``open_to_axe`` does not, as axe tries inline styles.

    Axe looks at every page wide and light, and narrow and dark: colours do not depend on the width.
    """

    page: Page
    open_to_axe: Page
    width: int
    theme: str

    def at(self, path: str) -> list[str]:
        """What is wrong with the page; its picture is kept if pictures are wanted."""
        self.page.goto(path)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        found = [f"{path}: {wide} px wide on a screen of {self.width} px"] if wide > self.width else []
        if PICTURES:
            name = f"{name_of(path)}-{self.width}-{self.theme}.png"
            self.page.screenshot(path=Path(PICTURES) / name, full_page=True)
        found += [f"{path}: {each}" for each in complaints(self.page)]
        if (self.theme == "light") != (self.width == WIDTHS[0]):
            return found
        self.open_to_axe.goto(path)
        return [*found, *(f"{path}: {each}" for each in barriers(self.open_to_axe))]


@pytest.fixture
def look(opened: Opened) -> Callable[..., Look]:
    def with_eyes(width: int, theme: str, person: Person | None = None) -> Look:
        return Look(opened(width, theme, person), opened(width, theme, person, bypass_csp=True), width, theme)

    return with_eyes


def barriers(tab: Page) -> list[str]:
    violations = Axe().run(tab, options=GUIDELINES).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in violations
        if each["impact"] in ALARMING
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_an_organisation(office: Office, look: Callable[..., Look], width: int, theme: str) -> None:
    eyes = look(width, theme, office.people[Role.PMO_MANAGER])
    pages = pages_of(office)
    assert len(pages) > 20
    found = [problem for path in pages for problem in eyes.at(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_for_somebody_who_has_not_signed_in(
    office: Office, look: Callable[..., Look], width: int, theme: str
) -> None:
    eyes = look(width, theme)
    found = [problem for path in SIGNED_OUT for problem in eyes.at(path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_set_up_page_of_a_fresh_installation(
    live_server: LiveServer, look: Callable[..., Look], width: int, theme: str
) -> None:
    found = look(width, theme).at("/set-up/")
    assert not found, "\n".join(found)


def test_a_page_that_is_refused_says_why(office: Office, look: Callable[..., Look]) -> None:
    eyes = look(1440, "light", office.people[Role.GUEST])
    assert not eyes.at(f"/o/{office.organisation.slug}/people/add/")
    assert "does not allow this" in eyes.page.locator("main").inner_text()
