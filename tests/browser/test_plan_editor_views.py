"""In a browser: the chart, the phone, the findings of a plan that is being written; and whether all can use it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from browser.plan_writing import cell, draft_of, editor, plan_in, press, saved
from browser.test_every_page import barriers
from office.planning.plans import house
from plumbline.office.standards.actions import publish_builtin

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_row_is_written_on_a_phone(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person, width=390, has_touch=True)
    assert fits(page)
    page.get_by_role("button", name="3 Walls").tap()
    sheet = page.get_by_role("dialog", name="Row")
    sheet.get_by_label("Duration").fill("8d")
    sheet.get_by_label("Owner").fill("Ann Mason")
    sheet.get_by_label("Percent").fill("50")
    sheet.get_by_role("button", name="Done").tap()
    saved(page)
    expect(page.get_by_role("button", name="3 Walls")).to_contain_text("50% · Ann Mason")
    assert {each.id: each.duration for each in plan_in(draft).activities}["3"] == 8 * 480
    page.get_by_role("button", name="3 Walls").tap()
    sheet.get_by_label("Duration").fill("soon")
    sheet.get_by_label("Duration").blur()
    expect(sheet.get_by_label("Duration")).to_have_attribute("aria-invalid", "true")
    expect(sheet.get_by_label("Duration")).to_have_value("soon")
    assert fits(page)
    assert not [each for each in complaints(page) if "422" not in each]


def test_a_link_is_drawn_from_bar_to_bar(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    cell(page, "2", "name").click()
    start = page.locator("g[data-uid='2'] .plan-handle[data-end=finish]").bounding_box()
    goal = page.locator("g[data-uid='4'] .gantt-activity").first.bounding_box()
    assert start
    assert goal
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(goal["x"] + 3, goal["y"] + 5, steps=4)
    page.mouse.up()
    saved(page)
    expect(cell(page, "4", "predecessors")).to_have_text("3; 2")
    assert ("2", "4") in {(each.predecessor, each.successor) for each in plan_in(draft).links}


def test_the_chart_says_by_shape_what_is_critical_and_shows_what_is_asked_for(
    live_server: object, opened: Opened
) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    expect(page.locator("g[data-uid='3'] .plan-hatch")).to_have_count(1)
    page.locator("summary", has_text="View").click()
    page.get_by_label("Critical path").uncheck()
    expect(page.locator("g[data-uid='3'] .plan-hatch")).to_have_count(0)
    before = page.locator("g[data-uid='3'] .gantt-activity").first.get_attribute("width")
    press(page, "Escape")
    page.get_by_role("button", name="Show more detail").click()
    assert page.locator("g[data-uid='3'] .gantt-activity").first.get_attribute("width") != before


def test_findings_stand_in_the_margin_and_go_when_the_row_is_mended(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    publish_builtin(draft.project.organisation, "predictive", by=None)
    page = editor(opened, draft, person)
    marks = page.locator("[data-findings]")
    expect(marks.first).to_be_visible()
    assert page.get_by_role("button", name="Findings:").inner_text() != "Findings 0"
    uid = "2"
    cell(page, uid, "name").click()
    press(page, "Alt+m")
    asked = page.get_by_role("dialog", name="Findings of the row")
    expect(asked).to_contain_text("2 Ground")
    mend = asked.locator(".plan-finding button").first
    title = mend.inner_text()
    with page.expect_response("**/findings.json?*revision=1"):
        mend.press("Enter")
    expect(cell(page, uid, "name")).to_be_focused()
    saved(page)
    edit = draft.edits.get()
    assert (edit.name, edit.arguments["edits"][0][1]["row"]) == ("mend", uid)
    press(page, "Alt+m")
    expect(asked.get_by_role("button", name=title, exact=True)).to_have_count(0)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (820, "light"), (390, "dark")])
def test_nobody_is_shut_out(live_server: object, opened: Opened, width: int, theme: str) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person, width=width, theme=theme, bypass_csp=True)
    assert fits(page)
    found = barriers(page)
    if width == 390:
        page.get_by_role("button", name="3 Walls").click()
    else:
        cell(page, "3", "duration").click()
        page.keyboard.type("soon")
        press(page, "Enter")
        saved(page)
        found += barriers(page)
        cell(page, "3", "duration").click()
        found += barriers(page)
        press(page, "F2")
        found += barriers(page)
        press(page, "Escape", "Control+Delete")
        found += barriers(page)
        press(page, "Escape", "Alt+l")
    found += barriers(page)
    assert not found, "\n".join(found)
