"""Who can help or hinder a project, as the rules know them: by number, never by name.

Assessments are kept for ever and read by many; a name stays in the register, where it can be corrected. Sources of the
grid, the classes and the steps of engagement: docs/methods/stakeholders.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

HIGH = 4
"""Of power and interest, from 1 to 5: this and above is high."""


class Engagement(StrEnum):
    """How somebody stands to the project."""

    RESISTANT = "resistant"
    UNAWARE = "unaware"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"

    @property
    def step(self) -> int:
        """From -1, resistant, to 3, leading."""
        return list(Engagement).index(self) - 1


class Quadrant(StrEnum):
    """Of the grid of power and interest: what to do for whom."""

    MANAGE_CLOSELY = "manage closely"
    KEEP_SATISFIED = "keep satisfied"
    KEEP_INFORMED = "keep informed"
    MONITOR = "monitor"


class Salience(StrEnum):
    """How much somebody's claim matters, by power, legitimacy and urgency."""

    DEFINITIVE = "definitive"
    DOMINANT = "dominant"
    DANGEROUS = "dangerous"
    DEPENDENT = "dependent"
    DORMANT = "dormant"
    DISCRETIONARY = "discretionary"
    DEMANDING = "demanding"
    NONE = "no claim"


_SALIENCE = {
    (True, True, True): Salience.DEFINITIVE,
    (True, True, False): Salience.DOMINANT,
    (True, False, True): Salience.DANGEROUS,
    (False, True, True): Salience.DEPENDENT,
    (True, False, False): Salience.DORMANT,
    (False, True, False): Salience.DISCRETIONARY,
    (False, False, True): Salience.DEMANDING,
    (False, False, False): Salience.NONE,
}


def quadrant(power: int, interest: int) -> Quadrant:
    """Of power and interest from 1 to 5; the quadrants are those of Mendelow (1991)."""
    if power >= HIGH:
        return Quadrant.MANAGE_CLOSELY if interest >= HIGH else Quadrant.KEEP_SATISFIED
    return Quadrant.KEEP_INFORMED if interest >= HIGH else Quadrant.MONITOR


def salience(power: int, *, legitimate: bool, urgent: bool) -> Salience:
    """Of power from 1 to 5 and the claim; the classes are those of Mitchell, Agle and Wood (1997)."""
    return _SALIENCE[power >= HIGH, legitimate, urgent]


def gap(now: Engagement, desired: Engagement) -> int:
    """How many steps are missing to what is wanted; 0 where somebody stands there or beyond."""
    return max(0, desired.step - now.step)


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeFacts:
    """Somebody's stake in the project.

    ``contacted_on`` is the last contact, or the day of entry where there was none; ``contact_every`` is in days, or
    ``None`` where no rhythm is agreed. ``judged_on`` is when engagement was last looked at.
    """

    key: str
    power: int
    interest: int
    legitimate: bool
    urgent: bool
    now: Engagement
    desired: Engagement
    has_owner: bool
    contact_every: int | None
    contacted_on: date
    judged_on: date

    def __post_init__(self) -> None:
        if not (1 <= self.power <= 5 and 1 <= self.interest <= 5):
            raise ValueError(f"{self.key}: power and interest go from 1 to 5")

    @property
    def is_powerful(self) -> bool:
        return self.power >= HIGH

    @property
    def salience(self) -> Salience:
        return salience(self.power, legitimate=self.legitimate, urgent=self.urgent)

    @property
    def gap(self) -> int:
        return gap(self.now, self.desired)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationFacts:
    """Something that is communicated again and again: it is late ``tolerance_days`` after it was due."""

    key: str
    due_on: date
    tolerance_days: int


@dataclass(frozen=True, slots=True)
class StakeholderFacts:
    """The register of a project and what its communication plan promises."""

    stakes: tuple[StakeFacts, ...] = ()
    communications: tuple[CommunicationFacts, ...] = ()
