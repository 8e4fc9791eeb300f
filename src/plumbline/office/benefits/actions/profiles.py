"""A benefit and the versions of what is promised of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine import benefits as engine
from plumbline.office.benefits.actions.places import MOST, held_benefit, refuse_stranger, wait_for_next
from plumbline.office.benefits.models import MEASURED, Benefit, BenefitProfile, Kind, Rung, Status
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person
from plumbline.office.projects.held import held, mark, next_number
from plumbline.office.projects.models import Project

MOST_POINTS, MOST_BENEFITS = 24, 200
NAMES = (
    "title", "description", "kind", "rung", "is_disbenefit", "owner", "successor", "measure", "unit", "baseline",
    "baseline_on", "target", "realised_on", "points", "measure_every", "assumptions", "status",
)  # fmt: skip
"""What a version of the profile holds."""


def add_benefit(project: Project, *, by: Person | None, title: str, **promised: Any) -> Benefit:
    """``promised`` are columns of ``BenefitProfile``; ``points`` are pairs of day and level.

    Raises ``ValidationError`` by field.
    """
    with action("add_benefit", by=by, scope=project.organisation) as line:
        place = held(project)
        if place.benefits.count() >= MOST_BENEFITS:
            raise ValidationError(f"The project has {MOST_BENEFITS} benefits already. Name the few that matter.")
        number = next_number(place.benefits.all(), MOST)
        benefit = add(Benefit(organisation=place.organisation, project=place, number=number))
        _promise(benefit, 1, by, "", {"title": title, **promised})
        mark(place)
        line.about(benefit, number=number)
    return benefit


def change_benefit(benefit: Benefit, *, by: Person | None, because: str = "", **promised: Any) -> Benefit:
    """A new version, if anything differs; the reason is asked for once it is agreed. Raises ``ValidationError``."""
    with action("change_benefit", by=by, scope=benefit.organisation) as line:
        current = held_benefit(benefit)
        before = current.profile
        assert before is not None
        values = {name: getattr(before, name) for name in NAMES}
        wanted = values | promised
        wanted["points"] = as_kept(wanted["points"])
        differing = sorted(name for name in NAMES if wanted[name] != values[name])
        if not differing:
            line.nothing_happened()
            return current
        if before.status != Status.PROPOSED and not because.strip():
            raise ValidationError({"because": "Say why. It was agreed, and others will ask."})
        _promise(current, before.version + 1, by, because, wanted)
        mark(current.project)
        line.about(current, version=before.version + 1, fields=differing)
    return current


def as_kept(points: Any) -> list[list[str]]:
    """Pairs of day and level as they lie in JSON."""
    return [[str(day), f"{Decimal(str(level)).normalize():f}"] for day, level in points]


def _promise(benefit: Benefit, version: int, by: Person | None, because: str, values: dict[str, Any]) -> None:
    given = {**values, "title": str(values["title"]).strip(), "points": as_kept(values.get("points") or [])}
    profile = BenefitProfile(benefit=benefit, version=version, because=because.strip(), by=by, **given)
    refuse_stranger(benefit.organisation, owner=profile.owner, successor=profile.successor)
    _refuse_what_does_not_fit(profile, benefit.organisation.currency)
    change(benefit, profile=add(profile))
    wait_for_next(benefit)


def _refuse_what_does_not_fit(profile: BenefitProfile, currency: str) -> None:
    if engine.Kind(profile.kind).is_money and profile.unit != currency:
        raise ValidationError({"unit": f"Money is counted in {currency}, so that it can be added up."})
    if profile.kind == Kind.CASHABLE and profile.rung != Rung.FINANCIAL:
        raise ValidationError({"rung": "What is cashable is worth a known sum: choose financial, or another kind."})
    if profile.status in MEASURED and profile.lacks:
        lacks = " and ".join(profile.lacks)
        raise ValidationError({"status": f"It can be agreed once it has everything; what is missing: {lacks}."})
    if profile.measure_every is not None and not 1 <= profile.measure_every <= 1100:
        raise ValidationError({"measure_every": "Choose 1 to 1,100 days."})
    if len(profile.points) > MOST_POINTS:
        raise ValidationError({"points": f"At most {MOST_POINTS} points can be kept."})
    _refuse_a_crooked_way(profile)


def _refuse_a_crooked_way(profile: BenefitProfile) -> None:
    ends = (profile.baseline, profile.baseline_on, profile.target, profile.realised_on)
    if None in ends:
        if profile.points:
            raise ValidationError(
                {"points": "Points lie between a baseline and a target: enter both, with their days."}
            )
        return
    if profile.baseline == profile.target:
        raise ValidationError({"target": "The target is the baseline, so nothing would change."})
    if profile.realised_on <= profile.baseline_on:  # type: ignore[operator]
        raise ValidationError({"realised_on": "Choose a day after that of the baseline."})
    before = profile.baseline_on
    for day, _ in profile.points:
        on = date.fromisoformat(day)
        if not before < on < profile.realised_on:  # type: ignore[operator]
            raise ValidationError({"points": f"{day} does not lie between {before} and {profile.realised_on}."})
        before = on
