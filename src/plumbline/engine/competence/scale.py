"""The levels of proficiency in a competency: the one place that names them.

They are those that a standard's ``roles.yaml`` asks for, 1 to 5, and 0 for who cannot do it yet.
"""

from __future__ import annotations

from dataclasses import dataclass

NOT_YET, WORKING, PRACTITIONER, HIGHEST = 0, 3, 4, 5


@dataclass(frozen=True, slots=True)
class LevelWords:
    title: str
    means: str


SCALE = (
    LevelWords("Not yet", "does not know of it"),
    LevelWords("Awareness", "knows of it"),
    LevelWords("Supported", "does it with help"),
    LevelWords("Working", "does it"),
    LevelWords("Practitioner", "leads others in it"),
    LevelWords("Expert", "shapes how it is done"),
)
"""By level, from 0 on."""


def may_say_of_oneself(level: int) -> bool:
    """From practitioner on somebody else has to say it."""
    return NOT_YET <= level < PRACTITIONER
