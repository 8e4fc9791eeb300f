"""In a browser: what was typed in a plan survives a lost connection, a reload and a second window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Opened
from browser.plan_writing import address, cell, draft_of, editor, plan_in, press, ready, saved
from office.planning.plans import house
from plumbline.office.planning.models import PlanDraft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def write(page: Page, uid: str, column: str, text: str) -> None:
    cell(page, uid, column).click()
    page.keyboard.type(text)
    press(page, "Enter")


def durations(draft: PlanDraft) -> dict[str, int]:
    return {each.id: each.duration // 480 for each in plan_in(draft).activities if not each.is_summary}


def test_edits_wait_while_the_connection_is_lost_and_are_sent_when_it_is_back(
    live_server: object, opened: Opened
) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    page.context.set_offline(True)
    write(page, "2", "duration", "3d")
    write(page, "3", "duration", "4d")
    expect(page.locator(".plan-banner")).to_contain_text("Not saved yet: 2 edits")
    expect(cell(page, "2", "duration")).to_contain_text("not saved yet")
    assert durations(draft) == {"2": 5, "3": 5, "4": 5}
    page.context.set_offline(False)
    saved(page)
    expect(page.locator(".plan-banner")).to_be_hidden()
    assert durations(draft) == {"2": 3, "3": 4, "4": 5}


def test_edits_that_were_not_sent_outlive_a_reload(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    page.on("dialog", lambda asked: asked.accept())
    page.route("**/do/", lambda route: route.abort())
    write(page, "2", "duration", "3d")
    cell(page, "4", "name").click()
    press(page, "Insert")
    page.keyboard.type("Chimney")
    press(page, "Enter", "Escape")
    expect(page.locator(".plan-banner")).to_contain_text("2 edits")
    page.unroute("**/do/")
    page.reload()
    saved(ready(page))
    assert durations(draft)["2"] == 3
    assert [each.name for each in plan_in(draft).activities][-1] == "Chimney"


def test_an_edit_whose_answer_was_lost_is_done_once(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)

    def done_but_not_heard(route: object) -> None:
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/do/", done_but_not_heard, times=1)
    cell(page, "4", "name").click()
    press(page, "Insert")
    page.keyboard.type("Chimney")
    press(page, "Enter", "Escape")
    saved(page)
    assert [each.name for each in plan_in(draft).activities].count("Chimney") == 1
    expect(page.locator(".plan-moving").get_by_text("Chimney")).to_have_count(1)


@pytest.mark.parametrize(("choice", "days"), [("Write mine over it", 9), ("Keep what is there now", 7)])
def test_two_windows_that_write_the_same_cell_are_asked_which_counts(
    live_server: object, opened: Opened, choice: str, days: int
) -> None:
    draft, person = draft_of(house())
    first, second = editor(opened, draft, person), editor(opened, draft, person)
    write(first, "3", "duration", "7d")
    saved(first)
    write(second, "3", "duration", "9d")
    asked = second.get_by_role("dialog", name="Changed in another window")
    expect(asked.get_by_role("row", name="3 Walls: Duration 9d 7d")).to_be_visible()
    asked.get_by_role("button", name=choice).click()
    saved(second)
    expect(cell(second, "3", "duration")).to_have_text(f"{days}d")
    assert durations(draft)["3"] == days


def test_two_windows_that_write_different_rows_both_count(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    first, second = editor(opened, draft, person), editor(opened, draft, person)
    write(first, "2", "duration", "7d")
    saved(first)
    write(second, "4", "duration", "9d")
    saved(second)
    expect(cell(second, "2", "duration")).to_have_text("7d")
    assert durations(draft) == {"2": 7, "3": 5, "4": 9}


def test_a_draft_that_was_discarded_elsewhere_says_so(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    first, second = editor(opened, draft, person), editor(opened, draft, person)
    first.goto(f"{address(draft)}discard/")
    first.get_by_role("button", name="Discard the draft").click()
    write(second, "2", "duration", "3d")
    expect(second.get_by_role("dialog", name="This draft takes no more edits")).to_contain_text("discarded")
