"""The plan as bars in time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from engine.schedule.nets import day
from office.projects.written_plans import loop, rows_of, small_plan, words_of
from plumbline.office.people.models import Person
from plumbline.office.projects import actions
from plumbline.office.projects.models import Project

SignedIn = Callable[[Person], Client]


@pytest.fixture
def look(mira: Person, crossing: Project, signed_in: SignedIn) -> Callable[[str], str]:
    client = signed_in(mira)

    def page(query: str = "") -> str:
        response = client.get(f"/o/harbour-works/projects/{crossing.pk}/gantt/{query}")
        assert response.status_code == 200
        return response.content.decode()

    return page


def names(page: str) -> list[str]:
    return [words_of(each) for each in re.findall(r'<span class="gantt-name[^"]*">(.*?)</span>', page)]


@pytest.fixture
def recorded(crossing: Project) -> Project:
    version = actions.record_plan(crossing, by=None, schedule=small_plan(data_date=day(0)), source_format="xer").version
    actions.set_baseline(crossing, by=None, version=version, reason="Agreed")
    later = small_plan({"B": 30}, data_date=day(0))
    actions.record_plan(crossing, by=None, schedule=later, source_format="xer")
    return crossing


@pytest.mark.usefixtures("recorded")
def test_bars_show_critical_path_milestones_summaries_baseline_and_data_date(look: Callable[[str], str]) -> None:
    page = look("")
    assert names(page) == ["Quay wall", "Drive the piles A", "Pour the beam B", "Order bollards X", "Wall complete M"]
    for kind in ("gantt-activity critical", "gantt-milestone critical", "gantt-summary", "gantt-baseline", "gantt-bob"):
        assert kind in page
    assert "Data date 1 January 2026" in page


@pytest.mark.usefixtures("recorded")
def test_the_same_lines_are_behind_the_picture_as_a_table(look: Callable[[str], str]) -> None:
    page = look("?show=critical")
    assert [row[0] for row in rows_of(page)] == [
        "S Quay wall",
        "A Drive the piles critical",
        "B Pour the beam critical",
        "M ◆ Wall complete critical",
    ]
    assert 'id="gantt-table"' in page


@pytest.mark.usefixtures("recorded")
def test_what_is_drawn_and_how_deep_is_in_the_address(look: Callable[[str], str]) -> None:
    assert "gantt-link" not in look("")
    assert "gantt-link" in look("?draw=links")
    assert "gantt-baseline" not in look("?draw=bars")
    assert names(look("?depth=1")) == ["Quay wall"]
    assert names(look("?show=milestones")) == ["Quay wall", "Wall complete M"]


@pytest.mark.usefixtures("recorded")
def test_zooming_in_shows_what_happens_in_that_time_and_leads_on(look: Callable[[str], str]) -> None:
    page = look("?zoom=quarter&from=2026-02-01")
    assert names(page) == ["Quay wall", "Pour the beam B", "Wall complete M"]
    assert "zoom=quarter&amp;from=2026-05-03" in page
    assert "zoom=quarter&amp;from=2025-11-02" in page
    assert "gantt-baseline" not in page
    assert "Nothing to draw" in look("?zoom=quarter&from=2031-01-01")


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "yesterday", "2026-02-30"])
def test_a_day_that_makes_no_sense_still_opens_a_page(look: Callable[[str], str], day: str) -> None:
    assert "Gantt" in look(f"?zoom=year&from={day}")


def test_a_long_plan_is_drawn_page_by_page_and_says_so(crossing: Project, look: Callable[[str], str]) -> None:
    plan = small_plan({f"T{number}": 1 for number in range(400)})
    actions.record_plan(crossing, by=None, schedule=plan, source_format="xer")
    page = look("")
    assert len(names(page)) == 300
    assert "Lines 1 to 300 of 405 are drawn" in page
    assert len(names(look("?page=2"))) == 106


def test_a_plan_with_a_loop_is_not_drawn_but_explained(crossing: Project, look: Callable[[str], str]) -> None:
    actions.record_plan(crossing, by=None, schedule=loop(), source_format="xer")
    page = look("")
    assert "The links form a loop" in page
    assert "nothing to draw" in page
