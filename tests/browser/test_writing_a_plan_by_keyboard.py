"""In a browser: a plan of forty activities is typed from an empty page, and undone, without touching a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from browser.plan_writing import cell, draft_of, editor, fill_down, plan_in, press, rows, saved, tab_to
from engine.readers.reading import plan
from office.planning.plans import house
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.office.projects.queries import schedule_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHASES = {
    "Ground": ["Survey", "Fence off", "Strip the soil", "Dig", "Drain", "Formwork", "Pour", "Cure"],
    "Walls": [
        "Bricks to site",
        "Scaffold",
        "South wall",
        "North wall",
        "Gables",
        "Lintels",
        "Point",
        "Strike scaffold",
    ],
    "Roof": ["Trusses", "Felt", "Battens", "Tiles", "Ridge", "Gutters", "Flashing", "Insulate"],
    "Inside": ["First fix", "Plaster", "Dry", "Second fix", "Paint", "Floors", "Doors", "Clean"],
    "Outside": ["Paths", "Lawn", "Fence", "Gate", "Lights", "Planting", "Snag", "Hand over"],
}
OWNERS = ["Ann Mason", "Bob Carter", "Ann Mason; Bob Carter", "Cleo Finch", "Dev Groom"]
LAGS = ["", "FS+2d", "", "SS+1d", "FS-1d", "", "FF+1d", "FS+3ed"]


def typed() -> list[tuple[str, str, str, str, str]]:
    """Id, name, duration, predecessors and owner of every row; a summary has none of the last three."""
    found: list[tuple[str, str, str, str, str]] = []
    number, before = 0, ""
    for owner, (phase, names) in zip(OWNERS, PHASES.items(), strict=True):
        number += 1
        found.append((str(number), phase, "", "", ""))
        for place, name in enumerate(names):
            number += 1
            duration = "0d" if name == "Hand over" else f"{place + 1}d" if place % 3 else "4h"
            found.append((str(number), name, duration, f"{before}{LAGS[place]}" if before else "", owner))
            before = str(number)
    return found


def as_table() -> str:
    lines = ["Project start,2026-03-02", "", "id,name,level,duration,predecessors,owner"]
    for number, name, duration, predecessors, owner in typed():
        lines.append(f"{number},{name},{2 if duration else 1},{duration},{predecessors},{owner}")
    return "\n".join(lines)


def test_a_plan_of_forty_activities_is_the_one_that_a_table_of_it_is(live_server: object, opened: Opened) -> None:
    draft, person = draft_of()
    page = editor(opened, draft, person)
    tab_to(page, page.get_by_role("button", name="Add the first row"))
    press(page, "Enter")
    for _, name, *_ in typed():
        page.keyboard.type(name)
        press(page, "Enter")
    press(page, "Escape")
    saved(page)
    press(page, "Control+Home")
    for phase in PHASES.values():
        press(page, "ArrowDown", *["Shift+ArrowDown"] * (len(phase) - 1), "Alt+Shift+ArrowRight")
        saved(page)
        press(page, "ArrowDown")
    press(page, "Control+Home", "ArrowRight")
    fill_down(page, [duration for _, _, duration, *_ in typed()])
    press(page, "Escape", "Control+Home", *["ArrowRight"] * 4)
    fill_down(page, [predecessors for *_, predecessors, _ in typed()])
    press(page, "Escape", "Control+Home", *["ArrowRight"] * 5)
    for owner, phase in zip(OWNERS, PHASES.values(), strict=True):
        press(page, "ArrowDown", *["Shift+ArrowDown"] * (len(phase) - 1))
        page.keyboard.type(owner)
        press(page, "Enter", "ArrowDown")
    saved(page)

    publish_by_keyboard(page)
    draft.project.refresh_from_db()
    written, read = schedule_of(draft.project.current_plan), plan(as_table(), "a.csv")
    assert len([each for each in written.activities if not each.is_summary]) == 40
    assert told(written) == told(read)
    assert not complaints(page)


def publish_by_keyboard(page: Page) -> None:
    tab_to(page, page.get_by_role("link", name="Publish"))
    press(page, "Enter")
    tab_to(page, page.get_by_label("What is new"))
    page.keyboard.type("The first plan")
    tab_to(page, page.get_by_role("button", name="Publish"))
    press(page, "Enter")
    expect(page.get_by_text("Version 1 is published")).to_be_visible()


def told(schedule: Schedule) -> dict[str, object]:
    """What a person would say is in a plan, and when each row begins and ends."""
    ids = {each.uid: each.id for each in schedule.activities}
    dates = calculate(schedule).dates
    people = {each.uid: each.name for each in schedule.resources}
    return {
        "rows": [
            (each.id, each.name, each.kind, each.duration, ids.get(each.parent) if each.parent else None)
            for each in schedule.activities
        ],
        "links": sorted(
            (ids[each.predecessor], ids[each.successor], each.kind.value, each.lag, each.elapsed)
            for each in schedule.links
        ),
        "owners": sorted((ids[each.activity], people[each.resource]) for each in schedule.assignments if each.resource),
        "dates": {each.id: (dates[each.uid].early_start, dates[each.uid].early_finish) for each in schedule.activities},
    }


def test_an_edit_is_undone_and_done_again_by_keyboard(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    cell(page, "3", "duration").click()
    page.keyboard.type("8d")
    press(page, "Enter")
    saved(page)
    expect(cell(page, "3", "duration")).to_have_text("8d")
    expect(page.locator(".plan-consequence")).to_contain_text("The finish moves")
    expect(page.get_by_role("status").filter(has_text="The finish moves")).to_have_count(1)
    press(page, "Control+z")
    expect(cell(page, "3", "duration")).to_have_text("5d")
    press(page, "Control+y")
    expect(cell(page, "3", "duration")).to_have_text("8d")
    assert {each.id: each.duration for each in plan_in(draft).activities}["3"] == 8 * 480


def test_rows_are_removed_after_they_were_named_and_come_back(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    cell(page, "1", "name").click()
    press(page, "Control+Delete")
    asked = page.get_by_role("dialog", name="Remove from the plan?")
    expect(asked).to_contain_text("3 Walls")
    expect(asked).to_contain_text("2 links go")
    asked.get_by_role("button", name="Remove", exact=True).press("Enter")
    expect(rows(page)).to_have_count(0)
    page.locator(".plan-status").get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(4)


def test_what_is_refused_stays_in_its_cell_with_the_reason(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    cell(page, "4", "duration").click()
    page.keyboard.type("soon")
    press(page, "Enter", "Escape")
    saved(page)
    refused = cell(page, "4", "duration")
    expect(refused).to_contain_text("soon")
    expect(refused).to_have_attribute("aria-invalid", "true")
    refused.click()
    expect(page.locator("#plan-error")).to_be_visible()
    expect(refused).to_have_attribute("aria-describedby", "plan-error")
    press(page, "F2", "Escape")
    expect(refused).to_have_text("5d")


def test_a_question_mark_lists_the_keys_and_every_row_can_be_found(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    cell(page, "2", "name").click()
    press(page, "?")
    keys = page.get_by_role("dialog", name="Keys in the plan")
    expect(keys).to_contain_text("Fill down")
    press(page, "Escape")
    expect(cell(page, "2", "name")).to_be_focused()
    press(page, "Control+f")
    page.keyboard.type("roof")
    press(page, "Enter")
    expect(cell(page, "4", "name")).to_be_focused()


def test_rows_are_linked_moved_filled_and_copied_by_keyboard(live_server: object, opened: Opened) -> None:
    draft, person = draft_of(house())
    page = editor(opened, draft, person)
    cell(page, "4", "name").click()
    press(page, "Alt+l")
    page.get_by_label("Number, name or owner of the other row").fill("ground")
    page.get_by_label("Lag").fill("2d")
    press(page, "Enter")
    expect(cell(page, "4", "predecessors")).to_contain_text("2FS+2d")
    press(page, "Alt+Shift+ArrowUp")
    saved(page)
    assert [each.id for each in plan_in(draft).activities] == ["1", "2", "4", "3"]
    cell(page, "2", "owner").click()
    page.keyboard.type("Ann Mason")
    press(page, "Enter", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d")
    saved(page)
    expect(cell(page, "3", "owner")).to_have_text("Ann Mason")
    press(page, "Control+c", "ArrowDown", "Control+v")
    saved(page)
    assert len(plan_in(draft).activities) == 7
