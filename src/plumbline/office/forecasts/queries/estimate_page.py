"""The page of estimates: every open activity with its own estimate, or what else its range comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plumbline.engine.schedule import Activity
from plumbline.office.forecasts.models import Estimate
from plumbline.office.forecasts.queries.ranges import (
    LEAST_HISTORY,
    by_rule,
    estimates_of,
    is_drawn,
    minutes_of_a_day,
    ratios_of_finished,
    rules_of,
)
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """``comes_from`` is estimate, rule, history or nothing."""

    uid: str
    activity: Activity
    planned: float
    estimate: Estimate | None
    comes_from: str


def estimate_rows(project: Project, words: str = "") -> list[EstimateRow]:
    """In the order of the plan; two queries."""
    if project.current_plan is None:
        return []
    schedule = projects.schedule_of(project.current_plan)
    known, kept = estimates_of(project), rules_of(project)
    ruled = by_rule(kept, schedule).first
    has_history = bool(kept and kept.from_history and len(ratios_of_finished(schedule)) >= LEAST_HISTORY)
    rows = []
    for each in schedule.activities:
        if not is_drawn(each) or words.casefold() not in f"{each.id} {each.name}".casefold():
            continue
        uid = str(each.uid)
        otherwise = "rule" if each.uid in ruled else "history" if has_history else ""
        source = "estimate" if uid in known else otherwise
        planned = round(each.duration / minutes_of_a_day(schedule, each), 2)
        rows.append(EstimateRow(uid, each, planned, known.get(uid), source))
    return rows


def estimate_lines(rows: list[EstimateRow]) -> Iterator[list[Any]]:
    """As they can be handed in again."""
    yield ["ID", "Activity", "Planned days", "Distribution", "Optimistic", "Most likely", "Pessimistic"]
    for row in rows:
        found = row.estimate
        figures = (found.optimistic, found.most_likely, found.pessimistic) if found else (None, None, None)
        shape = found.get_shape_display() if found else ""
        yield [row.activity.id, row.activity.name, row.planned, shape, *map(_figure, figures)]


def _figure(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
