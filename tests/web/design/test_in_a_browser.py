"""The style page in Chromium, served under the product's content policy: axe, keyboard, widths."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import django_htmx
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

import plumbline.web

from .style_page import page as style_page

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FLAGS += ["--disable-sync", "--no-first-run"]
POLICY = "; ".join(
    f"{name} {' '.join(given)}" for name, given in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)
STATIC = (Path(plumbline.web.__file__).parent / "static", Path(django_htmx.__file__).parent / "static")

pytestmark = pytest.mark.browser


class Site(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/static/"):
            return super().do_GET()
        body = style_page(self.path.strip("/")).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)
        return None

    def translate_path(self, path: str) -> str:
        inner = path.partition("?")[0].removeprefix("/static/")
        return str(next((root / inner for root in STATIC if (root / inner).is_file()), STATIC[0] / "missing"))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    opened.complaints = []  # type: ignore[attr-defined]
    opened.on("console", lambda said: opened.complaints.append(said.text) if said.type == "error" else None)  # type: ignore[attr-defined]
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))  # type: ignore[attr-defined]
    yield opened
    opened.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(tab: Page, site: str, theme: str) -> None:
    tab.goto(f"{site}/{theme}")
    found = Axe().run(
        tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    problems = [
        (each["id"], each["impact"], [node["html"][:120] for node in each["nodes"][:4]])
        for each in found.response["violations"]
    ]
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_loads_whole_and_keeps_the_content_policy(tab: Page, site: str, theme: str) -> None:
    tab.goto(f"{site}/{theme}")
    tab.locator(".user-menu summary").click()
    assert not tab.complaints  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [1440, 820, 390, 320])
def test_nothing_makes_the_page_scroll_sideways(tab: Page, site: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{site}/light")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_choosing_a_theme_takes_effect_at_once_and_is_kept(tab: Page, site: str) -> None:
    tab.goto(site)
    tab.locator(".user-menu summary").click()
    tab.get_by_role("button", name="Dark").click()
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
    assert "theme=dark" in tab.evaluate("document.cookie")
    assert tab.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"


def test_a_menu_closes_with_escape_and_gives_the_focus_back(tab: Page, site: str) -> None:
    tab.goto(site)
    tab.locator(".user-menu summary").click()
    tab.keyboard.press("Escape")
    assert not tab.locator(".user-menu[open]").count()
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_slash_finds_and_a_question_mark_explains(tab: Page, site: str) -> None:
    tab.goto(site)
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "q"
    tab.keyboard.press("Escape")
    tab.locator("h1").click()
    tab.keyboard.press("?")
    assert tab.locator("#shortcuts[open]").is_visible()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(tab: Page, site: str) -> None:
    tab.goto(site)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "content"


def test_a_dialog_opens_from_its_button_and_takes_the_focus(tab: Page, site: str) -> None:
    tab.goto(site)
    tab.locator("[data-opens=ask]").click()
    assert tab.locator("#ask[open]").is_visible()
    assert tab.evaluate("document.activeElement.closest('dialog').id") == "ask"


@pytest.mark.skipif("PLUMBLINE_PICTURES" not in os.environ, reason="PLUMBLINE_PICTURES names no folder for pictures")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 820, 390])
def test_the_style_page_is_photographed(tab: Page, site: str, theme: str, width: int) -> None:
    picture = Path(os.environ["PLUMBLINE_PICTURES"]) / f"style-{theme}-{width}.png"
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{site}/{theme}")
    tab.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 50_000
