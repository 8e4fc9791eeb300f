"""An archive is made while one looks on, and the end of an organisation is announced."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = pytest.mark.django_db(transaction=True)
Opened = Callable[..., Page]
PAGE = "/o/harbour-works/settings/archive/"


def test_an_archive_is_made_and_downloaded(
    office: Office, worker: None, opened: Opened, live_server: LiveServer, tmp_path: Path
) -> None:
    page = opened(person=office.people[Role.PMO_MANAGER])
    page.goto(f"{live_server.url}{PAGE}")
    download = page.get_by_role("link", name="Download")
    expect(download).to_have_count(0)
    page.get_by_role("button", name="Make an archive").click()
    expect(page.get_by_text("The archive is being made").first).to_be_visible()
    expect(download).to_have_count(1, timeout=60_000)
    with page.expect_download() as begun:
        download.click()
    begun.value.save_as(tmp_path / "archive.zip")
    assert (tmp_path / "archive.zip").read_bytes().startswith(b"PK")


def test_deletion_is_asked_for_by_name_and_announced(office: Office, opened: Opened, live_server: LiveServer) -> None:
    page = opened(width=390, person=office.people[Role.PMO_MANAGER])
    page.goto(f"{live_server.url}{PAGE}")
    page.get_by_role("link", name="Delete the organisation").click()
    page.get_by_label("Name of the organisation").fill("Harbour Works")
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_text("This organisation is going to be deleted")).to_be_visible()
    if folder := os.environ.get("PLUMBLINE_SHOTS"):
        for width in (390, 820, 1440):
            page.set_viewport_size({"width": width, "height": 1000})
            page.screenshot(path=f"{folder}/archive-{width}.png", full_page=True)
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("Everything stays as it is")).to_be_visible()
    expect(page.get_by_text("This organisation is going to be deleted")).to_have_count(0)
