"""``plumbline level --format json``; the contract is docs/json/level.schema.json."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from plumbline.cli.json_text import Json, instant, json_text, problems
from plumbline.cli.levelled import LevelledFiles, Wanted
from plumbline.engine.optimisation.levelling import Full, Levelled, Move
from plumbline.engine.optimisation.levelling.lags import LagAnswer, LagProblem
from plumbline.engine.readers import Problem


def document(files: Sequence[str], wanted: Wanted, levelled: LevelledFiles, found: Iterable[Problem]) -> str:
    result = levelled.result
    return json_text(
        "level",
        _head(files, wanted)
        | {
            "status": "optimal" if result.proven else "feasible",
            "unit": "unit of time" if levelled.is_instance else "working minute",
            "makespan": result.makespan // levelled.minutes_per_unit,
            "bound": result.bound // levelled.minutes_per_unit,
            "tardiness": result.tardiness // levelled.minutes_per_unit,
            "start": instant(result.start),
            "finish": instant(result.finish),
            "schedules_tried": result.tried,
            "machine": result.machine,
            "verified": not result.broken,
            "projects": [_project(levelled, files, place) for place in range(len(result.plans))],
            "activities": _activities(levelled),
            "problems": problems(found),
        },
    )


def refusal(files: Sequence[str], wanted: Wanted, found: Iterable[Problem], status: str = "unknown") -> str:
    """Nothing could be levelled, and ``found`` says why."""
    return json_text("level", _head(files, wanted) | _NOTHING | {"status": status, "problems": problems(found)})


def of_lags(file: str, wanted: Wanted, problem: LagProblem, answer: LagAnswer, found: Iterable[Problem]) -> str:
    """A problem with maximal lags: activities by number, starts in units of time."""
    return json_text(
        "level",
        _head([file], wanted)
        | _NOTHING
        | {
            "status": answer.verdict,
            "unit": "unit of time",
            "makespan": answer.makespan,
            "bound": answer.bound,
            "machine": "CP-SAT",
            "verified": bool(answer.starts),
            "activities": [
                _NOT_MOVED
                | {
                    "project": 0,
                    "uid": number,
                    "id": str(number),
                    "name": f"Job {number}",
                    "start": start,
                    "finish": start + problem.durations[number],
                }
                for number, start in enumerate(answer.starts)
            ],
            "problems": problems(found),
        },
    )


_NOTHING: Json = {
    "unit": "working minute",
    "makespan": None,
    "bound": None,
    "tardiness": None,
    "start": None,
    "finish": None,
    "schedules_tried": 0,
    "machine": "",
    "verified": False,
    "projects": [],
    "activities": [],
}
_NOT_MOVED: Json = {"start_before": None, "moved_minutes": 0, "waits_for": [], "full": []}


def _head(files: Sequence[str], wanted: Wanted) -> Json:
    return {
        "files": list(files),
        "objective": wanted.objective,
        "seconds": None if wanted.generations is not None else wanted.seconds,
        "generations": wanted.generations,
        "seed": wanted.seed,
    }


def _project(levelled: LevelledFiles, files: Sequence[str], place: int) -> Json:
    plan, project = levelled.result.plans[place], levelled.result.projects[place]
    return {
        "file": files[levelled.of_file[place]],
        "uid": plan.uid,
        "id": plan.id,
        "name": plan.name,
        "weight": project.weight,
        "finish_before": instant(project.finish_before),
        "due": instant(project.due),
        "finish": instant(project.finish),
        "tardiness": project.tardiness // levelled.minutes_per_unit,
        "moved": sum(each.plan == place for each in levelled.result.moves),
    }


def _activities(levelled: LevelledFiles) -> list[Json]:
    result = levelled.result
    moves = {(each.plan, each.activity): each for each in result.moves}
    rows = []
    for key, placed in result.placed.items():
        plan = result.plans[key[0]]
        activity, move = plan.activity_by_uid[key[1]], moves.get(key)
        rows.append(
            {
                "project": key[0],
                "uid": activity.uid,
                "id": activity.id,
                "name": activity.name,
                "start": _when(levelled, placed.start),
                "finish": _when(levelled, placed.finish),
            }
            | (_moved(levelled, move) if move else _NOT_MOVED)
        )
    return rows


def _moved(levelled: LevelledFiles, move: Move) -> Json:
    return {
        "start_before": _when(levelled, move.before),
        "moved_minutes": move.minutes,
        "waits_for": [_key(levelled.result, *each) for each in move.waits_for],
        "full": [_full(levelled, each) for each in move.full],
    }


def _full(levelled: LevelledFiles, full: Full) -> Json:
    return {
        "resource": full.resource,
        "from": _when(levelled, full.first),
        "to": _when(levelled, full.last),
        "used_by": [_key(levelled.result, *each) for each in full.used_by],
    }


def _key(result: Levelled, plan: int, uid: int | str) -> Json:
    return {"project": plan, "uid": uid, "id": result.plans[plan].activity_by_uid[uid].id}


def _when(levelled: LevelledFiles, moment: datetime) -> int | str | None:
    """Instances of the literature have no dates: their instants are units of time from 0."""
    if not levelled.is_instance:
        return instant(moment)
    return int((moment - levelled.result.plans[0].start).total_seconds() // 60) // levelled.minutes_per_unit
