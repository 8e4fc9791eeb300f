"""What the rules know of the benefits of a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plumbline.engine.benefits.forecast import ChangeDates
from plumbline.engine.benefits.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitFact:
    """A benefit that is still wanted. ``lacks`` names what its profile is missing: owner, measure, baseline, target.

    ``measure_due_on`` is ``None`` where no measurement is waited for; ``is_to_come`` is false once it is realised.
    """

    key: str
    title: str
    lacks: tuple[str, ...] = ()
    measure_due_on: date | None = None
    is_to_come: bool = True


@dataclass(frozen=True)
class BenefitFacts:
    """The benefits of a project, the network that they stand in, and the dates of what feeds them, by key."""

    benefits: tuple[BenefitFact, ...] = ()
    network: Network = field(default_factory=Network)
    dates: Mapping[str, ChangeDates] = field(default_factory=dict)
