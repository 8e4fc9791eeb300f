"""``plumbline level`` for a person: what becomes of each project, then what moves and why."""

from __future__ import annotations

from datetime import datetime

from plumbline.cli.levelled import LevelledFiles
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.optimisation.levelling import Full, Move
from plumbline.engine.optimisation.levelling.lags import LagAnswer, Verdict
from plumbline.engine.schedule import Uid

SHOWN = 20
_ENDINGS = {
    True: "nothing better exists",
    False: "something better may exist",
}


def show(levelled: LevelledFiles, *, show_all: bool) -> None:
    page = Page()
    _summary(page, levelled)
    for place, project in enumerate(levelled.result.projects):
        late = f", {_days(levelled, project.tardiness)} late" if project.tardiness else ""
        name = project.name or f"Plan {place + 1}"
        page.line(
            (name, "bold"),
            f": finishes {_when(levelled, project.finish)} instead of {_when(levelled, project.finish_before)}{late}",
        )
    page.gap()
    _moves(page, levelled, show_all)


def show_lags(answer: LagAnswer) -> None:
    page = Page()
    if answer.makespan is None:
        words = {Verdict.INFEASIBLE: "No schedule exists", Verdict.UNKNOWN: "Nothing was found in time"}
        page.line((f"{words[answer.verdict]}.", "bold"), f" {answer.why}".rstrip())
        return
    proven = _ENDINGS[answer.verdict is Verdict.OPTIMAL]
    page.line((f"Makespan {answer.makespan}", "bold"), f" · {proven} · not below {answer.bound}")
    page.line(*[f"{number}: {start}   " for number, start in enumerate(answer.starts)])


def _summary(page: Page, levelled: LevelledFiles) -> None:
    result = levelled.result
    page.line(
        (f"Makespan {_days(levelled, result.makespan)}", "bold"),
        f" · {_when(levelled, result.start)} to {_when(levelled, result.finish)} · {_ENDINGS[result.proven]}",
    )
    tried = f"{count(result.tried, 'schedule')} tried in {result.machine}"
    page.line(
        (f"not below {_days(levelled, result.bound)} · {tried} · checked anew: {_checked(levelled)}", "dim"), indent=2
    )
    page.gap()


def _checked(levelled: LevelledFiles) -> str:
    broken = len(levelled.result.broken)
    return f"{broken} broken" if broken else "nothing broken"


def _moves(page: Page, levelled: LevelledFiles, show_all: bool) -> None:
    moves = levelled.result.moves
    if not moves:
        page.line("Nothing has to move: there is enough of everybody.")
        return
    page.line((f"What moves, and why: {count(len(moves), 'activity', 'activities')}", "bold"))
    for each in moves if show_all else moves[:SHOWN]:
        page.line(
            f"{_name(levelled, each.plan, each.activity)}: {_when(levelled, each.before)} -> "
            f"{_when(levelled, each.after)}",
            indent=2,
        )
        for reason in _reasons(levelled, each):
            page.line((reason, "dim"), indent=6)
    if len(moves) > SHOWN and not show_all:
        page.line((f"and {len(moves) - SHOWN} more; --all lists them", "dim"), indent=4)


def _reasons(levelled: LevelledFiles, move: Move) -> list[str]:
    waits = [f"waits for {', '.join(_name(levelled, *each) for each in move.waits_for)}"] if move.waits_for else []
    return waits + [_full(levelled, each) for each in move.full]


def _full(levelled: LevelledFiles, full: Full) -> str:
    span = f"{_when(levelled, full.first)} to {_when(levelled, full.last)}"
    users = ", ".join(_name(levelled, *each) for each in full.used_by)
    return f"{full.resource} is full {span}{f': {users}' if users else ''}"


def _name(levelled: LevelledFiles, place: int, uid: Uid) -> str:
    plan = levelled.result.plans[place]
    activity = plan.activity_by_uid[uid]
    project = f"{plan.name or plan.id} " if len(levelled.result.plans) > 1 else ""
    return f"{project}{activity.id}  {activity.name}".strip()


def _when(levelled: LevelledFiles, moment: datetime) -> str:
    if not levelled.is_instance:
        return f"{moment:%Y-%m-%d %H:%M}"
    since = moment - levelled.result.plans[0].start
    return str(int(since.total_seconds() // 60) // levelled.minutes_per_unit)


def _days(levelled: LevelledFiles, minutes: int) -> str:
    if levelled.is_instance:
        return f"{minutes // levelled.minutes_per_unit}"
    days = minutes / levelled.result.plans[0].options.minutes_per_day
    return f"{days:,.1f} working days"
