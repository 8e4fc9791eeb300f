"""Levels plan files within so many seconds: what every output format of ``plumbline level`` prints."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

import typer

from plumbline.cli.wording import count
from plumbline.engine.optimisation.levelling import Effort, Levelled, Machine, Objective, Proof, Sharing, Wish, level
from plumbline.engine.readers import PlanFile, Problem, patterson_rcp, psplib_sm
from plumbline.engine.readers.rcpsp_instance import MINUTES_PER_UNIT
from plumbline.engine.schedule import Link, Schedule

PROVABLE = 100
_SHARE_OF_THE_SEARCH = 0.4
_EFFORT_OF_A_PROOF = 10.0
_INSTANCES = (psplib_sm.FORMAT, patterson_rcp.FORMAT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for; with ``generations`` the clock is not looked at."""

    objective: Objective
    seconds: float
    seed: int
    generations: int | None = None


@dataclass(frozen=True, slots=True)
class LevelledFiles:
    """``of_file`` has for each plan that was levelled its place among the files."""

    result: Levelled
    of_file: tuple[int, ...]
    is_instance: bool

    @property
    def minutes_per_unit(self) -> int:
        return MINUTES_PER_UNIT if self.is_instance else 1


def plans_in(files: Sequence[PlanFile]) -> tuple[tuple[Schedule, ...], tuple[int, ...], tuple[Link, ...]]:
    """All plans of the files, the place of the file of each, and the links between those of a file that stands alone.

    Uids are unique within a file only, so that of several files nobody could say which activities links lead to.
    """
    plans = tuple(each for file in files for each in file.schedules)
    of_file = tuple(place for place, file in enumerate(files) for _ in file.schedules)
    return plans, of_file, files[0].links_between if len(files) == 1 else ()


def level_files(
    files: Sequence[PlanFile],
    wishes: Sequence[Wish],
    sharing: Sharing,
    wanted: Wanted,
    machine: Machine,
) -> LevelledFiles:
    """Raises what ``level`` raises. Ctrl-C ends the search with the best so far."""
    plans, of_file, links = plans_in(files)
    activities = sum(not each.is_summary for plan in plans for each in plan.activities)
    with _Clock(wanted, proves=activities <= PROVABLE).running() as clock:
        result = level(
            plans,
            objective=wanted.objective,
            wishes=wishes,
            sharing=sharing,
            links_between=links,
            effort=Effort(wanted.seed, wanted.generations, enough=clock.is_up, going_on=clock.tell),
            proof=clock.proof(),
            machine=machine,
        )
    return LevelledFiles(result, of_file, all(each.format in _INSTANCES for each in files))


@dataclass(slots=True)
class _Clock:
    wanted: Wanted
    proves: bool
    begun: float = field(default_factory=time.monotonic)
    interrupted: bool = False
    told: float = 0.0

    @contextmanager
    def running(self) -> Iterator[_Clock]:
        before = signal.signal(signal.SIGINT, self._interrupt)
        try:
            yield self
        finally:
            signal.signal(signal.SIGINT, before)
            if self.told:
                typer.echo("\r\x1b[K", err=True, nl=False)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        self.interrupted = True

    def is_up(self) -> bool:
        if self.wanted.generations is not None:
            return self.interrupted
        share = _SHARE_OF_THE_SEARCH if self.proves else 1.0
        return self.interrupted or time.monotonic() - self.begun >= self.wanted.seconds * share

    def proof(self) -> Proof | None:
        if not self.proves:
            return None
        if self.wanted.generations is not None:
            return Proof(effort=_EFFORT_OF_A_PROOF, seed=self.wanted.seed)
        return Proof(
            seconds=self.wanted.seconds * (1 - _SHARE_OF_THE_SEARCH),
            seed=self.wanted.seed,
            workers=min(8, os.cpu_count() or 1),
        )

    def tell(self, done: int, total: int) -> bool:
        """A line on a terminal, ten times a second at most."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.told >= 0.1:
            self.told = now
            tried = count(done, "schedule")
            typer.echo(f"\r\x1b[K{tried} tried · {now - self.begun:.0f} s · Ctrl-C takes the best", err=True, nl=False)
        return True


def doubts(levelled: LevelledFiles, files: Sequence[PlanFile]) -> list[Problem]:
    """What a planner should know of the result before relying on it."""
    result = levelled.result
    found = [Problem(f"The check found: {each.message}") for each in result.broken]
    if len(files) > 1 and any(each.links_between for each in files):
        found.append(Problem("Links between the projects of one file are not looked at where there are several files."))
    if result.unlimited:
        found.append(
            Problem(
                f"Nothing says how many there are of {', '.join(result.unlimited[:10])}, so they hold nothing up. "
                "Give them a maximum in the plan."
            )
        )
    for place, uid in result.asks_too_much:
        activity = result.plans[place].activity_by_uid[uid]
        found.append(Problem(f"{activity.id} asks for more than there is; it gets all there is. Correct it."))
    if result.machine == "Python":
        found.append(Problem("The search ran without numba and is much slower for it: install plumbline[fast]."))
    return found
