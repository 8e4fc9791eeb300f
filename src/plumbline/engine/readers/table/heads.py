"""Which column is which: the heads a table may have, whatever their case, blanks and punctuation."""

from __future__ import annotations

import re
from collections.abc import Sequence

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": (
        *("id", "activity id", "task id", "activity code", "task code", "code", "no", "number", "nr", "#"),
        *("unique id", "uid", "key"),
    ),
    "name": ("name", "activity name", "task name", "activity", "task", "title", "description"),
    "type": ("type", "activity type", "task type", "kind"),
    "milestone": ("milestone", "is milestone"),
    "wbs": ("wbs", "wbs code", "wbs path", "outline number", "outline"),
    "level": ("level", "outline level", "wbs level", "indent"),
    "calendar": ("calendar", "calendar name", "task calendar"),
    "duration": ("duration", "original duration", "planned duration", "at completion duration", "days"),
    "remaining": ("remaining", "remaining duration", "duration remaining"),
    "start": ("start", "start date", "planned start", "scheduled start", "begin", "early start"),
    "finish": ("finish", "finish date", "planned finish", "scheduled finish", "end", "end date", "early finish", "due"),
    "predecessors": ("predecessors", "predecessor", "depends on", "dependencies", "predecessor details"),
    "percent": ("percent complete", "% complete", "complete", "progress", "activity % complete", "%", "percent"),
    "actual_start": ("actual start", "actual start date", "started"),
    "actual_finish": ("actual finish", "actual finish date", "actual end", "finished"),
    "baseline_start": ("baseline start", "baseline start date", "bl start", "bl project start"),
    "baseline_finish": ("baseline finish", "baseline finish date", "baseline end", "bl finish", "bl project finish"),
    "baseline_duration": ("baseline duration", "bl duration"),
    "baseline_cost": ("baseline cost", "bl cost"),
    "constraint": ("constraint", "constraint type", "primary constraint"),
    "constraint_date": ("constraint date", "primary constraint date"),
    "deadline": ("deadline", "deadline date"),
    "owner": ("owner", "resource", "resources", "resource names", "responsible", "assigned to", "assignee"),
    "work": ("work", "work hours", "hours", "effort", "budgeted units", "planned work"),
    "cost": ("cost", "total cost", "budget", "budgeted total cost", "planned cost"),
}
NAMES_WHO_ANSWERS = ("owner", "responsible")
"""Heads of the owner column under which the first name is who answers for a row, not just who works on it."""
SETTINGS: dict[str, tuple[str, ...]] = {
    "name": ("project", "project name", "plan", "title"),
    "data_date": ("data date", "status date", "as of"),
    "start": ("project start", "start", "start date"),
    "currency": ("currency",),
}


def plain(head: str) -> str:
    """``Baseline_Finish (date)`` and ``baseline finish`` are the same head."""
    without_notes = re.sub(r"\(.*?\)", " ", head.replace("_", " ").replace("-", " "))
    return " ".join(re.sub(r"[^\w%#]+", " ", without_notes).lower().split())


_COLUMN_OF = {plain(head): column for column, heads in COLUMNS.items() for head in heads}
_SETTING_OF = {plain(head): setting for setting, heads in SETTINGS.items() for head in heads}


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Column by position; where two heads mean the same column, the one listed first in ``COLUMNS`` wins."""
    found: dict[str, tuple[int, int]] = {}
    for position, cell in enumerate(cells):
        head = plain(cell)
        column = _COLUMN_OF.get(head)
        if column is None:
            continue
        rank = [plain(each) for each in COLUMNS[column]].index(head)
        if column not in found or rank < found[column][0]:
            found[column] = (rank, position)
    return {column: position for column, (_, position) in found.items()}


def setting_of(cell: str) -> str | None:
    return _SETTING_OF.get(plain(cell.rstrip(": ")))
