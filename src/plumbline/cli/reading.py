"""Gets a plan's bytes from a path or standard input, within limits, and has them read."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from plumbline import conversion
from plumbline.engine.readers import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.limits import MAX_BYTES, check_size
from plumbline.engine.schedule import Schedule

STANDARD_INPUT = "-"


def read_plan(path: str) -> PlanFile:
    """Read the plan at ``path`` ('-' is standard input). Every problem's place begins with the file's name.

    Raises ``UnreadableSchedule``.
    """
    return read_plan_bytes(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """What lies at ``path``. Raises ``UnreadableSchedule``."""
    try:
        return bytes_of(path)
    except UnreadableSchedule as refusal:
        raise UnreadableSchedule(*placed(shown_name(path), refusal.problems)) from refusal


def read_plan_bytes(data: bytes, path: str) -> PlanFile:
    """``read_plan`` of ``data``, which came from ``path``."""
    name = shown_name(path)
    try:
        file = conversion.read_plan(data, name)
    except UnreadableSchedule as refusal:
        raise UnreadableSchedule(*placed(name, refusal.problems)) from refusal
    return replace(file, problems=placed(name, file.problems))


def shown_name(path: str) -> str:
    return "<stdin>" if path == STANDARD_INPUT else path


def only_project(schedules: tuple[Schedule, ...], wanted: str | None) -> tuple[Schedule, ...]:
    """The projects of the name or id ``wanted``; all of them if nothing is wanted."""
    if wanted is None:
        return schedules
    found = tuple(each for each in schedules if wanted in (each.name, each.id, str(each.uid)))
    if not found:
        there = ", ".join(each.id or each.name for each in schedules)
        raise UnreadableSchedule(Problem(f"There is no project {wanted!r}. The file holds: {there}."))
    return found


def cannot_calculate(schedule: Schedule, reason: Exception, place: str) -> Problem:
    """A plan that was read, but whose dates cannot be: its links form a loop, or its calendars run out."""
    named = f"{place}, {schedule.id or schedule.name}".removesuffix(", ")
    return Problem(f"The dates of the plan cannot be calculated: {reason}.", named)


def placed(name: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """``problems`` with the file's ``name`` before their places."""
    return tuple(Problem(each.message, f"{name}, {each.place}" if each.place else name) for each in problems)


def bytes_of(path: str, limit: int = MAX_BYTES) -> bytes:
    """At most one byte more than ``limit``. Raises ``UnreadableSchedule``."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(limit + 1)
    try:
        with open(path, "rb") as file:
            check_size(os.fstat(file.fileno()).st_size, limit)
            return file.read(limit + 1)
    except FileNotFoundError as error:
        raise UnreadableSchedule(Problem("The file does not exist.")) from error
    except IsADirectoryError as error:
        raise UnreadableSchedule(Problem("This is a folder. Name one plan file.")) from error
    except UnreadableSchedule:
        raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnreadableSchedule(Problem(f"The file cannot be opened: {reason}.")) from error
