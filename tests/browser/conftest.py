"""A browser, a site to visit with everything on it, and a worker that works meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from browser.complaints import listen
from plumbline.office.foundation.worker import run_worker
from plumbline.office.people.models import Person
from web.whole_office import Office, whole_office

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
Opened = Callable[..., Page]

# A page may take its time where the machine has other work: what counts is what it shows in the end.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def office(live_server: LiveServer) -> Office:
    return whole_office()


@pytest.fixture
def worker(live_server: LiveServer) -> Iterator[None]:
    """Takes tasks while the test looks on."""
    stop = threading.Event()
    thread = threading.Thread(target=run_worker, args=(stop, 0.05))
    thread.start()
    yield
    stop.set()
    thread.join(timeout=30)
    assert not thread.is_alive()


@pytest.fixture
def opened(browser: Browser, live_server: LiveServer) -> Iterator[Opened]:
    """Opens a tab: ``opened(width=390, theme="dark", person=somebody, java_script_enabled=False)``."""
    contexts: list[BrowserContext] = []

    def tab(width: int = 1440, theme: str = "light", person: Person | None = None, **given: Any) -> Page:
        viewport: Any = {"width": width, "height": 900}
        context = browser.new_context(base_url=live_server.url, viewport=viewport, color_scheme=theme, **given)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        if person:
            context.add_cookies([{"name": "sessionid", "value": _session_of(person), "url": live_server.url}])
        return listen(context.new_page())

    yield tab
    for each in contexts:
        each.close()


def _session_of(person: Person) -> str:
    from django.test import Client

    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies["sessionid"].value
