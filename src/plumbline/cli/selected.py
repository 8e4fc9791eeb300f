"""What every output format of ``plumbline select`` prints."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from plumbline.cli.exits import ExitCode
from plumbline.cli.reading import STANDARD_INPUT, shown_name
from plumbline.engine.optimisation.selection import (
    Binding,
    Choice,
    Effort,
    Limit,
    Point,
    Proof,
    Reason,
    binding_limits,
    choose,
    frontier,
    in_conflict,
    reasons,
)
from plumbline.engine.optimisation.selection.file import MAX_BYTES, SelectionFile, read_selection
from plumbline.engine.optimisation.selection.unreadable import UnreadableSelection
from plumbline.engine.readers import Problem

ALL_TURNED_ROUND = 40
"""Up to so many candidates, each is turned round without being asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    effort: Effort
    why: tuple[str, ...] | None
    frontier: int


@dataclass(frozen=True, kw_only=True)
class Selected:
    """Without a choice the file could not be read, and ``problems`` say why."""

    file: str
    read: SelectionFile | None = None
    choice: Choice | None = None
    reasons: tuple[Reason, ...] = ()
    binding: tuple[Binding, ...] = ()
    conflict: tuple[Limit, ...] = ()
    frontier: tuple[Point, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        if self.choice is None:
            return ExitCode.UNREADABLE
        return ExitCode.FINDINGS if self.choice.value is None else ExitCode.CLEAN

    def cost(self, name: str) -> Decimal:
        return self.read.problem.by_name[name].all_cost if self.read else Decimal(0)


def work_out(path: str, wanted: Wanted) -> Selected:
    """Raises ``UnreadableSelection`` and ``SolverMissing``."""
    read = read_selection(_bytes_of(path), path)
    for name in wanted.why or ():
        if name not in read.titles:
            raise UnreadableSelection(f"--why {name}: there is no candidate of this name")
    choice = choose(read.problem, wanted.effort)
    found = Selected(file=shown_name(path), read=read, choice=choice)
    if choice.value is None:
        conflict = tuple(in_conflict(read.problem, wanted.effort)) if choice.proof is Proof.INFEASIBLE else ()
        return replace(found, conflict=conflict)
    asked = wanted.why
    if asked is None and len(read.problem.candidates) > ALL_TURNED_ROUND:
        asked = ()
    return replace(
        found,
        reasons=tuple(reasons(read.problem, choice, wanted.effort, asked=asked)),
        binding=tuple(binding_limits(read.problem, choice, wanted.effort)) if asked is None else (),
        frontier=tuple(frontier(read.problem, wanted.effort, points=wanted.frontier)) if wanted.frontier else (),
    )


def unreadable(path: str, sentences: Iterable[str]) -> Selected:
    return Selected(file=shown_name(path), problems=tuple(Problem(each, shown_name(path)) for each in sentences))


def _bytes_of(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableSelection(f"the file cannot be read: {error.strerror or error}") from error
