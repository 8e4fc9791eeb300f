"""Every page, light and dark, wide and narrow: accessible, within the content policy, no wider than the screen."""

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
WIDTHS = (1440, 820, 390)
PARTS = 6
GUIDELINES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
OF_THEME_AND_WIDTH: dict[str, Any] = {
    "runOnly": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"],
    "resultTypes": ["violations"],
}
ALARMING = ("serious", "critical")


@dataclass
class Look:
    """One pair of eyes. A page is opened once and then made narrower, as when somebody turns a phone.

    Axe looks at it narrow and dark, for what depends on colours and on width, and wide and light for everything. It
    tries inline styles, which the content policy forbids: what the browser says of that is heard before the next page
    is opened, and not counted.
    """

    page: Page

    def at(self, path: str) -> list[str]:
        """What is wrong with the page; its pictures are kept if pictures are wanted."""
        self.page.goto("about:blank")
        complaints(self.page)
        self.page.goto(path)
        found = [problem for width in WIDTHS for problem in self._at_width(path, width)]
        found += [f"{path}: {each}" for each in complaints(self.page)]
        _show(self.page, WIDTHS[-1], "dark")
        found += [f"{path}, narrow and dark: {each}" for each in barriers(self.page, OF_THEME_AND_WIDTH)]
        _show(self.page, WIDTHS[0], "light")
        found += [f"{path}: {each}" for each in barriers(self.page)]
        return found

    def _at_width(self, path: str, width: int) -> list[str]:
        for theme in ("light", "dark") if PICTURES else ("light",):
            _show(self.page, width, theme)
            if PICTURES:
                picture = Path(PICTURES) / f"{name_of(path)}-{width}-{theme}.png"
                self.page.screenshot(path=picture, full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        return [f"{path}: {wide} px wide on a screen of {width} px"] if wide > width else []


def _show(tab: Page, width: int, theme: str) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    tab.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))")


@pytest.fixture
def look(opened: Opened) -> Callable[..., Look]:
    def with_eyes(person: Person | None = None) -> Look:
        return Look(opened(person=person))

    return with_eyes


def barriers(tab: Page, asked: dict[str, Any] = GUIDELINES) -> list[str]:
    violations = Axe().run(tab, options=asked).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in violations
        if each["impact"] in ALARMING
    ]


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_of_an_organisation(office: Office, look: Callable[..., Look], part: int) -> None:
    eyes = look(office.people[Role.PMO_MANAGER])
    pages = pages_of(office)[part::PARTS]
    assert len(pages) > 3
    found = [problem for path in pages for problem in eyes.at(path)]
    assert not found, "\n".join(found)


def test_every_page_for_somebody_who_has_not_signed_in(office: Office, look: Callable[..., Look]) -> None:
    eyes = look()
    found = [problem for path in SIGNED_OUT for problem in eyes.at(path)]
    assert not found, "\n".join(found)


def test_the_set_up_page_of_a_fresh_installation(live_server: LiveServer, look: Callable[..., Look]) -> None:
    found = look().at("/set-up/")
    assert not found, "\n".join(found)


def test_a_page_that_is_refused_says_why(office: Office, look: Callable[..., Look]) -> None:
    eyes = look(office.people[Role.GUEST])
    assert not eyes.at(f"/o/{office.organisation.slug}/people/add/")
    assert "does not allow this" in eyes.page.locator("main").inner_text()
