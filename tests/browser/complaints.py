"""What a browser complains about while a page is open: errors, and breaches of the content policy."""

from __future__ import annotations

from playwright.sync_api import Page

_HEARD: dict[Page, list[str]] = {}
# A page that does not exist or is refused is written to the console as an error, too, and so is leaving a page
# while a part of it is being refreshed.
_EXPECTED = ("responded with a status of 404", "responded with a status of 403", "htmx:sendAbort", "htmx:afterRequest")


def listen(tab: Page) -> Page:
    heard = _HEARD.setdefault(tab, [])
    tab.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("close", lambda _: _HEARD.pop(tab, None))
    return tab


def complaints(tab: Page) -> list[str]:
    """Since the last time they were asked for."""
    heard = [each for each in _HEARD[tab] if not any(known in each for known in _EXPECTED)]
    _HEARD[tab].clear()
    return heard
