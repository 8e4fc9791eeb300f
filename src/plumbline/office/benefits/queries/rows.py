"""Benefits with how they stand: what was planned to have come, what has, and whether they are still to be expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from plumbline.engine import benefits as engine
from plumbline.engine.benefits import Contribution, Point, Profile, Realisation, late_changes, late_feeding
from plumbline.office.benefits.models import MEASURED, Benefit, BenefitMeasurement, BenefitProfile, Status
from plumbline.office.benefits.queries.networks import ProjectNetwork, Thing, key_of, networks_of
from plumbline.office.strategy.models import Objective


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """``last`` is what was measured last, ``realisation`` how that compares with what was planned by then."""

    benefit: Benefit
    day: date
    last: BenefitMeasurement | None
    realisation: Realisation | None
    planned_now: Fraction | None
    late: list[Thing]
    objectives: list[Objective]

    @property
    def profile(self) -> BenefitProfile:
        assert self.benefit.profile is not None
        return self.benefit.profile

    @property
    def rate(self) -> Fraction | None:
        return self.realisation.rate if self.realisation else None

    @property
    def percent(self) -> int | None:
        return None if self.rate is None else round(self.rate * 100)

    @property
    def is_overdue(self) -> bool:
        due = self.benefit.measure_due_on
        return due is not None and due < self.day

    @property
    def is_at_risk(self) -> bool:
        return bool(self.late) and self.profile.status in (Status.PROPOSED, Status.AGREED)

    @property
    def status(self) -> str:
        """Red at risk, amber behind what was planned, green there or beyond; what is not known lately is unknown."""
        if self.is_at_risk:
            return "red"
        if self.rate is None or self.is_overdue or self.profile.status not in MEASURED:
            return "unknown"
        behind = self.rate > 1 if self.profile.is_disbenefit else self.rate < 1
        return "amber" if behind else "green"

    @property
    def in_words(self) -> str:
        if self.is_at_risk:
            return "At risk"
        if self.profile.status not in MEASURED:
            return self.profile.get_status_display()
        if self.is_overdue:
            return "Measurement overdue"
        return {"unknown": "Not measured yet", "amber": "Behind the plan", "green": "As planned"}[self.status]

    @property
    def contribution(self) -> Contribution | None:
        """To a sum; nothing where it is not known what was promised."""
        profile = promised(self.benefit)
        last = Point(self.last.on, self.last.value) if self.last and self.last.value is not None else None
        return engine.contribution(profile, self.day, last) if profile else None


def promised(benefit: Benefit) -> Profile | None:
    """As the engine knows it; ``None`` where the profile has no baseline or no target yet."""
    found = benefit.profile
    if (
        found is None
        or found.baseline is None
        or found.target is None
        or not found.baseline_on
        or not found.realised_on
    ):
        return None
    return Profile(
        key=benefit.reference,
        kind=engine.Kind(found.kind),
        unit=found.unit,
        baseline=found.baseline,
        baseline_on=found.baseline_on,
        target=found.target,
        realised_on=found.realised_on,
        points=tuple(Point(date.fromisoformat(on), Decimal(level)) for on, level in found.points),
        is_disbenefit=found.is_disbenefit,
    )


def rows_of(benefits: Iterable[Benefit], day: date) -> list[BenefitRow]:
    """Of benefits with their organisation, project and profile; four queries however many there are."""
    wanted = list(benefits)
    last = last_measurements(wanted)
    networks = networks_of(each.project_id for each in wanted)
    return [_row(each, day, last.get(each.pk), networks[each.project_id]) for each in wanted]


def last_measurements(benefits: Iterable[Benefit]) -> dict[int, BenefitMeasurement]:
    """What counts: the last day, and of that day what was entered last."""
    counted = BenefitMeasurement.objects.filter(benefit__in=list(benefits), withdraws=None, withdrawn_by=None)
    return {each.benefit_id: each for each in counted.order_by("on", "id")}


def _row(benefit: Benefit, day: date, last: BenefitMeasurement | None, net: ProjectNetwork) -> BenefitRow:
    profile = promised(benefit)
    late = late_changes({key: each.dates for key, each in net.means.items()}, day)
    return BenefitRow(
        benefit=benefit,
        day=day,
        last=last,
        realisation=engine.realised(profile, last.on, last.value) if profile and last else None,
        planned_now=engine.planned_level(profile, day) if profile else None,
        late=[net.things[key] for key in late_feeding(net.network, key_of(benefit), late)],
        objectives=net.objectives_of(benefit),
    )
