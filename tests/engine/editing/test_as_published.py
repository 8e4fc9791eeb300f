"""Planned dates of a published plan follow from it; a plan that has none stays without."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plumbline.engine.editing import apply, as_published, empty_plan
from plumbline.engine.schedule import Schedule

START = datetime(2026, 3, 2, 8)


def two_rows() -> Schedule:
    plan = apply(empty_plan("Boathouse", START), "add", {"names": "Dig\nPour"}).schedule
    return apply(plan, "link", {"predecessor": "1", "successor": "2"}).schedule


def test_a_plan_without_planned_dates_is_published_as_it_was_typed() -> None:
    assert as_published(two_rows()) == two_rows()


def test_dates_that_a_tool_had_planned_are_those_that_follow_now() -> None:
    plan = two_rows()
    old = replace(plan.activities[1], planned_start=datetime(2025, 1, 6, 8), planned_finish=datetime(2025, 1, 6, 17))
    found = as_published(replace(plan, activities=(plan.activities[0], old))).activities
    assert [(each.planned_start, each.planned_finish) for each in found] == [
        (START, datetime(2026, 3, 2, 17)),
        (datetime(2026, 3, 3, 8), datetime(2026, 3, 3, 17)),
    ]
