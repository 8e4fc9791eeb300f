"""Small plans in questions: read from their tables, changed cell by cell, judged by rules."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from plumbline.engine.catalogue import CataloguedRule, rule_named
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import Problem, UnreadableSchedule, read
from plumbline.engine.readers.table.heads import columns_of
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.rules_in_force import rules_in_force, settings_of
from plumbline.engine.schedule import Schedule
from plumbline.engine.standard import Standard

Edits = Mapping[str, Mapping[str, str]]
"""New texts of cells, by id of activity and name of column."""
MAX_CELL = 200


def plan_in(table: str) -> Schedule:
    """Raises ``UnreadableSchedule`` with each cell that cannot be read."""
    return read(table.encode(), "plan.csv").schedules[0]


def columns_in(table: str) -> dict[str, str]:
    """The heads of a plan's columns as they are written, by name of column."""
    (above, _), heads = _grid(table)
    return {name: above[-1][place].strip() for name, place in heads.items()}


def rows_in(table: str) -> tuple[dict[str, str], ...]:
    """The cells of each activity, by name of column."""
    lines, heads = _grid(table)
    return tuple(
        {name: row[place].strip() if place < len(row) else "" for name, place in heads.items()} for row in lines[1]
    )


def changed(table: str, edits: Edits, columns: tuple[str, ...]) -> str:
    """The table with new texts in cells of ``columns``; whatever else ``edits`` holds is left alone."""
    (above, rows), heads = _grid(table)
    for row in rows:
        row.extend([""] * (max(heads.values()) + 1 - len(row)))
        cells = edits.get(row[heads["id"]].strip())
        for column, text in cells.items() if isinstance(cells, Mapping) else ():
            if column in columns and column in heads and isinstance(text, str):
                row[heads[column]] = " ".join(text.split())[:MAX_CELL]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([*above, *rows])
    return written.getvalue()


def results_on(table: str, rules: tuple[str, ...], standard: Standard) -> dict[str, RuleResult]:
    """What each of ``rules`` says of a plan, as the standard sets it, or by its own limit where the standard is silent.

    Raises ``UnreadableSchedule``.
    """
    schedule = plan_in(table)
    facts = ProjectFacts(as_of=schedule.data_date or schedule.start, plan=PlanFacts(schedule))
    return {name: _judged(name, facts, standard) for name in rules}


def _judged(name: str, facts: ProjectFacts, standard: Standard) -> RuleResult:
    own: dict[str, CataloguedRule] = {each.name: each for each in rules_in_force(standard)}
    if name in own:
        return own[name].judge(facts, settings_of(standard, own[name]))
    return rule_named(name).judge(facts)


def _grid(table: str) -> tuple[tuple[list[list[str]], list[list[str]]], dict[str, int]]:
    """The rows up to the heads, the rows of activities, and where each column is."""
    rows = [row for row in csv.reader(io.StringIO(table)) if any(cell.strip() for cell in row)]
    for number, row in enumerate(rows):
        heads = columns_of(row)
        if "id" in heads and len(heads) > 1:
            return (rows[: number + 1], rows[number + 1 :]), heads
    raise UnreadableSchedule(Problem("The plan needs a row of heads with a column 'id'."))
