"""Which level counts of all that was ever said about somebody and one competency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plumbline.engine.competence.scale import HIGHEST, NOT_YET, PRACTITIONER, WORKING

AGE_LIMITS = {"test": 730, "project": 1095, "gate": 1095, "entered": 730}
"""By kind of evidence, the number of days for which it counts. They are the owner's choice."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an assessment says: a level from 0 to 5. ``by_oneself``: the person says it of themselves."""

    level: int
    on: date
    by_oneself: bool = False

    def __post_init__(self) -> None:
        if not NOT_YET <= self.level <= HIGHEST:
            raise ValueError(f"A level lies between {NOT_YET} and {HIGHEST}; {self.level} does not.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that shows a competency: a test passed, a project led, a gate passed, or what somebody entered.

    ``on`` is the last day on which it was so, ``since`` the first; without it there was only one.
    """

    kind: str
    on: date
    since: date | None = None

    def is_aged(self, day: date) -> bool:
        """It is older than its kind may be, so it counts no longer."""
        return (day - self.on).days > AGE_LIMITS[self.kind]

    def was_there(self, day: date) -> bool:
        return (self.since or self.on) <= day

    def counts_on(self, day: date) -> bool:
        return self.was_there(day) and not self.is_aged(day)


@dataclass(frozen=True, slots=True)
class Standing:
    """``level`` is the one that counts. ``is_held_back``: a higher one was said, but no evidence of it counts now."""

    level: int
    said: Said
    is_held_back: bool = False


def standing_on(day: date, said: Iterable[Said], evidence: Iterable[Evidence] = ()) -> Standing | None:
    """What counts on ``day``: the latest word of others if there is one, else the latest of oneself.

    A level from practitioner on counts as working while no evidence of the competency counts. Of two said on the same
    day the later in order counts. ``None`` where nothing was said by then.
    """
    known = [each for each in said if each.on <= day]
    heard = [each for each in known if not each.by_oneself] or known
    if not heard:
        return None
    latest = max(enumerate(heard), key=lambda each: (each[1].on, each[0]))[1]
    if latest.level >= PRACTITIONER and not any(each.counts_on(day) for each in evidence):
        return Standing(WORKING, latest, is_held_back=True)
    return Standing(latest.level, latest)
