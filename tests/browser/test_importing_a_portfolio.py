"""In a browser: a messy table is handed in, mapped, checked, imported, and seen as trends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLE = (
    "Works;Ministry;RAG;Budget (£ million);End date;Day\n"
    "Eel ladders;Tides;Amber/Green;£1.20;31/03/2026;31/03/2024\n"
    "Sluice 4;Tides;Red;£5.10;30/06/2027;31/03/2024\n"
    "Sluice 4;Tides;Amber;£5.20;30/09/2027;31/03/2025\n"
    "Tide clock;Tides;Amber;a lot;soon;31/03/2025\n"
)


def photograph(tab: Page, name: str) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"portfolio-import-{name}.png", full_page=True)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_messy_table_to_trends(script: bool, office: Office, worker: None, opened: Opened) -> None:
    home = f"/o/{office.organisation.slug}"
    staff = opened(person=office.people[Role.PMO_STAFF], java_script_enabled=script)
    staff.goto(f"{home}/portfolio/imports/")
    photograph(staff, "list")
    table = {"name": "tides.csv", "mimeType": "text/csv", "buffer": TABLE.encode("cp1252")}
    staff.locator("[name=file]").set_input_files(table)  # type: ignore[arg-type]
    staff.get_by_role("button", name="Upload and map").click()
    staff.get_by_label("Works").select_option(label="Name")
    staff.get_by_label("Day", exact=True).select_option(label="As of")
    staff.locator("[name=date_order]").select_option("day first")
    photograph(staff, "map")
    staff.get_by_role("button", name="Check the file").click()
    expect(staff.get_by_text("Nothing is imported yet")).to_be_visible()
    expect(staff.get_by_text("'soon' is not a date")).to_be_visible()
    photograph(staff, "checked")
    staff.get_by_role("button", name="Import these rows").click()
    expect(staff.get_by_text("confirmed by")).to_be_visible()
    photograph(staff, "done")

    reader = opened(person=office.people[Role.EXECUTIVE], width=390)
    reader.goto(f"{home}/portfolio/trends/?q=sluice")
    photograph(reader, "trends-phone")
    reader.get_by_role("link", name="Sluice 4").click()
    expect(reader.get_by_text("rose", exact=False).first).to_be_visible()
    photograph(reader, "project-phone")
    assert not complaints(staff)
    assert not complaints(reader)
