"""Two plan files side by side: what every output format of ``plumbline compare`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plumbline.cli.exits import ExitCode
from plumbline.cli.reading import cannot_calculate
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.comparison import Comparison, FinishMove, compare, what_moved_the_finish
from plumbline.engine.readers import Problem, UnreadableSchedule
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation, LoopInSchedule, calculate

Pair = tuple[Schedule, Schedule]


class FailOn(StrEnum):
    """What makes the exit code 1. Every suspicion comes with a change, so changes include suspicions."""

    SUSPICIONS = "suspicions"
    CHANGES = "changes"
    NONE = "none"


@dataclass(frozen=True)
class ComparedProject:
    """``obstacles`` say why a version's dates cannot be calculated; what moved the finish is then not known."""

    comparison: Comparison
    move: FinishMove | None
    obstacles: tuple[Problem, ...] = ()

    def fails(self, fail_on: FailOn) -> bool:
        if fail_on is FailOn.NONE:
            return False
        found = self.comparison.changes if fail_on is FailOn.CHANGES else self.comparison.suspicions
        return bool(found or self.obstacles)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Without projects nothing could be compared, and ``problems`` say why."""

    before: str
    after: str
    fail_on: FailOn
    projects: tuple[ComparedProject, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        if not self.projects:
            return ExitCode.UNREADABLE
        fails = any(each.fails(self.fail_on) for each in self.projects)
        return ExitCode.FINDINGS if fails else ExitCode.CLEAN


def compare_project(before: Schedule, after: Schedule, before_place: str, after_place: str) -> ComparedProject:
    was, now = _calculated(before, before_place), _calculated(after, after_place)
    obstacles = tuple(each for each in (was, now) if isinstance(each, Problem))
    if isinstance(was, Calculation) and isinstance(now, Calculation):
        return ComparedProject(compare(before, after, was, now), what_moved_the_finish(before, after, was, now))
    known = (each if isinstance(each, Calculation) else None for each in (was, now))
    return ComparedProject(compare(before, after, *known), None, obstacles)


def pairs(earlier: tuple[Schedule, ...], later: tuple[Schedule, ...]) -> list[Pair]:
    """Each project of the later file with the one of the same id, else of the same name, of the earlier file.

    Two files of one project each hold the same project, whatever it is called. Raises ``UnreadableSchedule`` if the
    files have no project in common.
    """
    if len(earlier) == len(later) == 1:
        return [(earlier[0], later[0])]
    found = [(was, now) for now in later if (was := _same_project(now, earlier))]
    if not found:
        there, here = (", ".join(each.id or each.name for each in plans) for plans in (earlier, later))
        raise UnreadableSchedule(
            Problem(
                f"The files have no project in common. The earlier one holds: {there}. The later one holds: {here}."
            )
        )
    return found


def left_over(plans: tuple[Schedule, ...], compared: list[Schedule], place: str) -> Iterator[Problem]:
    """A sentence for each project that only one of the files holds."""
    for plan in plans:
        if not any(each is plan for each in compared):
            yield Problem(f"The project {plan.id or plan.name} is not in the other file; it was not compared.", place)


def _same_project(schedule: Schedule, candidates: tuple[Schedule, ...]) -> Schedule | None:
    of_same_id = (each for each in candidates if schedule.id and each.id == schedule.id)
    of_same_name = (each for each in candidates if not each.id and each.name == schedule.name)
    return next(of_same_id, None) or next(of_same_name, None)


def _calculated(schedule: Schedule, place: str) -> Calculation | Problem:
    try:
        return calculate(schedule)
    except (LoopInSchedule, OutOfWorkingTime) as reason:
        return cannot_calculate(schedule, reason, place)
