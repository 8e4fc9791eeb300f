"""``plumbline compare --format json``; the contract is docs/json/compare.schema.json."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from plumbline.cli.compared import Compared, ComparedProject
from plumbline.cli.json_text import Json, instant, json_text, problems
from plumbline.engine.comparison import Change, ChangeKind, FinishMove, Suspicion
from plumbline.engine.schedule import Constraint, Link


def document(compared: Compared) -> str:
    content: Json = {
        "before": compared.before,
        "after": compared.after,
        "fail_on": compared.fail_on,
        "exit_code": int(compared.exit_code),
        "projects": [_project(each) for each in compared.projects],
        "problems": problems(compared.problems),
    }
    return json_text("compare", content)


def _project(project: ComparedProject) -> Json:
    found = project.comparison
    return {
        "uid": found.after.uid,
        "id": found.after.id,
        "name": found.after.name,
        "data_date_before": instant(found.before.data_date),
        "data_date_after": instant(found.after.data_date),
        "finish_before": instant(found.finish_before),
        "finish_after": instant(found.finish_after),
        "finish_moved_minutes": found.finish_moved_by,
        "minutes_per_day": found.after.calendar_by_uid[found.after.default_calendar].minutes_per_day,
        "summary": {
            "changes": len(found.changes),
            "suspicions": len(found.suspicions),
            "kinds": {kind.value: count for kind in ChangeKind if (count := len(found.of_kind(kind)))},
        },
        "suspicions": [_suspicion(each) for each in found.suspicions],
        "moves": None if project.move is None else _moves(project.move),
        "changes": [_change(each) for each in found.changes],
    }


def _suspicion(suspicion: Suspicion) -> Json:
    return {
        "kind": suspicion.kind,
        "reason": suspicion.reason,
        "uid": suspicion.uid,
        "id": suspicion.id,
        "name": suspicion.name,
    }


def _moves(move: FinishMove) -> list[Json]:
    return [
        {
            "causes": list(each.causes),
            "moved_minutes": each.moved_by,
            "rest_minutes": each.rest,
            "parts": [
                {
                    "words": part.words,
                    "moved_minutes": part.moved_by,
                    "uid": part.uid,
                    "id": part.id,
                    "name": part.name,
                }
                for part in each.parts
            ],
        }
        for each in move.moves
    ]


def _change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "how": change.how,
        "thing": change.thing,
        "uid": change.uid,
        "id": change.id,
        "name": change.name,
        "field": change.field,
        "before": _value(change.before),
        "after": _value(change.after),
    }


def _value(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, Link):
        return {
            "predecessor": value.predecessor,
            "successor": value.successor,
            "kind": value.kind,
            "lag_minutes": value.lag,
            "elapsed": value.elapsed,
        }
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, Constraint):
        return {"kind": value.kind, "date": instant(value.date)}
    if isinstance(value, Enum):
        return value.value
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
