"""In a browser: an executive goes from the board view to a watermelon, and to what only they can decide."""

from __future__ import annotations

import os
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from office.portfolio.conftest import Quays
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.registers.models import Kind
from plumbline.office.strategy import actions as strategy
from plumbline.office.strategy.models import Objective
from web.whole_office import TOLD_AT, Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = {
    "board": "portfolio/board/",
    "heat-map": "portfolio/heat-map/",
    "heat-map-programmes": "portfolio/heat-map/?show=programmes",
    "timeline": "portfolio/timeline/",
    "decisions": "portfolio/decisions/",
    "roadblocks": "portfolio/roadblocks/",
    "changes": "portfolio/changes/?since=2026-01-01",
    "objectives": "strategy/",
}


def photograph(tab: Page, name: str) -> None:
    if folder := os.environ.get("PLUMBLINE_PICTURES"):
        tab.screenshot(path=Path(folder) / f"boards-{name}.png", full_page=True)


def tell(office: Office) -> Project:
    """A watermelon, decisions that wait, a supplier that holds two up, and objectives."""
    organisation, executive = office.organisation, office.people[Role.EXECUTIVE]
    quays = Quays(Portfolio.objects.get(organisation=organisation), office.people[Role.PMO_STAFF])
    day = today(organisation)
    manager = office.people[Role.PROJECT_MANAGER]
    with clock_at(TOLD_AT):
        melon = quays.add("MOLE-1", "red", "New moles", manager=manager, budget=Decimal(900_000))
        calm = quays.add("MOLE-2", "green", "New moles", manager=manager, budget=Decimal(400_000))
        crane = quays.add("CRANE-1", "amber", "Cranes", manager=manager)
        late = {"decider": executive, "due_on": day - timedelta(days=21), "outside_party": "Stone Supply"}
        quays.entry(melon, Kind.DECISION, "Which stone for the mole?", amount=Decimal(12_000), **late)
        quays.entry(calm, Kind.DECISION, "Night work or not?", amount=Decimal(3_000), **late)
        quays.entry(melon, Kind.DEPENDENCY, "The access road", other_project=calm, due_on=day + timedelta(days=30))
        top = strategy.add_objective(organisation, by=executive, name="A harbour for all weathers", owner=executive)
        facts = {"measure": "Days closed by storm", "unit": "days", "baseline": Decimal(31), "target": Decimal(10)}
        below = strategy.add_objective(organisation, by=executive, name="Fewer closed days", parent=top, **facts)
        assert melon.programme is not None
        strategy.align(below, melon.programme, by=executive, strength=3, why="Moles break the waves.")
        for weeks, value in ((30, 28), (20, 25), (10, 26), (0, 21)):
            strategy.record_measurement(
                below, by=executive, value=Decimal(value), on=TOLD_AT.date() - timedelta(weeks=weeks)
            )
    quays.reported(melon, "green", "watermelon")
    quays.reported(calm, "green")
    quays.reported(crane, "amber", silent=True)
    return melon


def test_from_the_board_view_to_a_watermelon_and_a_decision(office: Office, opened: Opened) -> None:
    melon = tell(office)
    home = f"/o/{office.organisation.slug}"
    tab = opened(person=office.people[Role.EXECUTIVE])
    tab.goto(f"{home}/portfolio/board/")
    expect(
        tab.get_by_role("link", name="Which stone for the mole?").or_(tab.get_by_text("Which stone"))
    ).to_be_visible()
    for heading in ("Objectives", "Only you can decide", "Watermelons", "Money and benefits", "What moved"):
        box = tab.get_by_role("heading", name=heading).bounding_box()
        assert box is not None
        assert box["y"] < 900, f"{heading} lies below the first screen"
    tab.get_by_role("link", name="Watermelons").first.click()
    expect(tab.get_by_role("rowheader", name="MOLE-1")).to_be_visible()
    expect(tab.get_by_role("rowheader", name="MOLE-2")).to_have_count(0)
    tab.get_by_role("link", name="Project MOLE-1").click()
    expect(tab.get_by_role("heading", name=melon.name, level=1)).to_be_visible()
    tab.goto(f"{home}/portfolio/decisions/")
    expect(tab.get_by_role("heading", name="Yours to decide")).to_be_visible()
    tab.get_by_text("Save this view").click()
    tab.get_by_label("Name of the view").fill("Mine to decide")
    tab.get_by_role("button", name="Save the view").click()
    expect(tab.get_by_role("link", name="Mine to decide", exact=True)).to_be_visible()
    assert not complaints(tab)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (820, "dark"), (390, "light")])
def test_boards_fit_the_screen(office: Office, opened: Opened, width: int, theme: str) -> None:
    tell(office)
    tab = opened(person=office.people[Role.EXECUTIVE], width=width, theme=theme)
    objective = Objective.objects.get(name="Fewer closed days")
    for name, path in {**PAGES, "objective": f"strategy/{objective.pk}/"}.items():
        tab.goto(f"/o/{office.organisation.slug}/{path}")
        photograph(tab, f"{name}-{width}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
    assert not complaints(tab)
