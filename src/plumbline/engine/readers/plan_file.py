"""What a reader gives back, and what it raises."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.schedule import Link, Schedule


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that a planner should know. ``place`` is where: a line, table, column, activity."""

    message: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UnreadableSchedule(ValueError):
    """The bytes are no plan that can be trusted. ``problems`` says what is wrong, where, and what to do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(each) for each in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class PlanFile:
    """Everything read from one file: its projects, and what was odd but could be read past.

    ``links_between`` tie activities of different projects of the file; their uids are unique within it.
    """

    format: str
    schedules: tuple[Schedule, ...]
    problems: tuple[Problem, ...] = ()
    links_between: tuple[Link, ...] = ()
