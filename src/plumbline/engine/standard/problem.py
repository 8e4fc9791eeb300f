"""What can be wrong with a standard, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the owner of a standard should mend. ``key`` is a dotted path inside ``file``."""

    file: str
    key: str
    message: str
    line: int | None = None
    level: Level = Level.ERROR

    @property
    def place(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} {self.key}" if self.key else where

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class InvalidStandard(ValueError):
    """The files are no standard that can be run. ``problems`` holds all that was found, file by file."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(each) for each in problems))
        self.problems = problems
