"""Those who want to learn and those who offer to help, as far as pairing looks at them: by number, never by name."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Competency:
    """``level`` from 1, a beginner's, to 5: the one that a mentor has, or that a mentee wants to reach."""

    name: str
    level: int

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("A competency needs a name.")
        if not 1 <= self.level <= MOST_LEVEL:
            raise ValueError(f"{self.name}: a level is from 1 to {MOST_LEVEL}, and not {self.level}.")


@dataclass(frozen=True, slots=True)
class Mentee:
    """``line``: the numbers of those whom they report to or lead. Unit and location are empty where nobody has said."""

    id: int
    goals: tuple[Competency, ...] = ()
    languages: tuple[str, ...] = ()
    unit: str = ""
    location: str = ""
    line: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Mentor:
    """``capacity``: how many mentees they take in all; ``busy``: how many of these they have already."""

    id: int
    strengths: tuple[Competency, ...] = ()
    languages: tuple[str, ...] = ()
    unit: str = ""
    location: str = ""
    line: frozenset[int] = frozenset()
    capacity: int = 1
    busy: int = 0

    def __post_init__(self) -> None:
        if self.capacity < 0 or self.busy < 0:
            raise ValueError(f"Mentor {self.id}: capacity and busy are not below zero.")

    @property
    def room(self) -> int:
        return max(0, self.capacity - self.busy)
