"""In a browser: the PMO makes a board pack, publishes it, and an executive reads it on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.people.roles import Role
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_board_pack_from_asking_to_reading(office: Office, opened: Opened, worker: None) -> None:
    home = f"/o/{office.organisation.slug}/packs/"
    staff = opened(person=office.people[Role.PMO_STAFF])
    staff.goto(home)
    staff.get_by_role("link", name="Board pack").first.click()
    staff.get_by_role("button", name="Make it").click()
    staff.get_by_role("link", name="Publish").click()
    pack = staff.url.removesuffix("publish/")
    staff.get_by_role("checkbox", name="Executive of Quay").check()
    staff.get_by_role("button", name="Publish it").click()
    expect(staff.get_by_text("It is published.")).to_be_visible()
    with staff.expect_download() as waiting:
        staff.get_by_role("link", name="Workbook").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")

    executive = opened(person=office.people[Role.EXECUTIVE], width=390)
    executive.goto(pack)
    expect(executive.get_by_role("heading", name="All projects")).to_be_visible()
    expect(executive.get_by_text("QUAY-1 Quay crossing").first).to_be_visible()
    assert executive.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for each in (staff, executive):
        assert not complaints(each)
