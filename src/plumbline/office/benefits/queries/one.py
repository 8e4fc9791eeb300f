"""One benefit: its way from baseline to target, what was measured, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plumbline.engine.benefits import fed_by, planned_level
from plumbline.office.benefits.models import Benefit, BenefitMeasurement, BenefitProfile
from plumbline.office.benefits.queries.networks import Thing, key_of, networks_of
from plumbline.office.benefits.queries.rows import BenefitRow, promised, rows_of
from plumbline.office.people.queries import today

MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Measured:
    """``planned`` is the level that was planned for its day; ``counts`` is false if withdrawn or replaced."""

    measurement: BenefitMeasurement
    planned: float | None
    counts: bool
    withdrawn_because: str


@dataclass(frozen=True, slots=True)
class Trajectory:
    """For the picture: days and levels."""

    planned: list[tuple[date, float]]
    measured: list[tuple[date, float]]
    today: date


@dataclass(frozen=True, slots=True)
class BenefitPage:
    row: BenefitRow
    measured: list[Measured]
    trajectory: Trajectory | None
    feeding: list[Thing]
    versions: list[BenefitProfile]


def benefit_page(benefit: Benefit) -> BenefitPage:
    """Eleven queries at most, however much was measured."""
    day = today(benefit.organisation)
    (row,) = rows_of([benefit], day)
    net = networks_of([benefit.project_id])[benefit.project_id]
    feeding = fed_by(net.network, key_of(benefit))
    measured = _measured(benefit)
    versions = benefit.profiles.select_related("by", "owner").order_by("-version")[:MOST_SHOWN]
    return BenefitPage(
        row=row,
        measured=measured[::-1],
        trajectory=_trajectory(benefit, measured, day),
        feeding=[each for key, each in net.things.items() if key in feeding],
        versions=list(versions),
    )


def _measured(benefit: Benefit) -> list[Measured]:
    """By day, then as they were entered. Of one day the last one counts."""
    there = list(benefit.measurements.select_related("by").order_by("-on", "-id")[: MOST_SHOWN * 2])[::-1]
    because = {each.withdraws_id: each.note for each in there if each.withdraws_id}
    last = {each.on: each.pk for each in there if each.value is not None and each.pk not in because}
    profile = promised(benefit)
    return [
        Measured(
            each,
            float(planned_level(profile, each.on)) if profile else None,
            counts=last.get(each.on) == each.pk,
            withdrawn_because=because.get(each.pk, ""),
        )
        for each in there
        if each.value is not None
    ]


def _trajectory(benefit: Benefit, measured: list[Measured], day: date) -> Trajectory | None:
    profile = promised(benefit)
    if profile is None:
        return None
    counted = [each.measurement for each in measured if each.counts]
    return Trajectory(
        planned=[(each.on, float(each.level)) for each in profile.way],
        measured=[(each.on, float(each.value)) for each in counted if each.value is not None],
        today=day,
    )
