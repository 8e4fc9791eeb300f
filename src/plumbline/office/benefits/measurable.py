"""When a benefit can be measured, and when it is due next."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.benefits.models import MEASURED, Benefit, BenefitProfile, Status
from plumbline.office.people.queries import today


def next_due(profile: BenefitProfile, last_on: date | None) -> date | None:
    """So many days after it was measured last, or after the baseline; ``None`` where nothing is waited for."""
    begun = last_on or profile.baseline_on
    if profile.status not in MEASURED or not profile.measure_every or not profile.measure or begun is None:
        return None
    return begun + timedelta(days=profile.measure_every)


def refuse_measuring(benefit: Benefit, on: date) -> None:
    """Raises ``ValidationError`` by field, where no measurement of that day can be taken up."""
    profile, this_day = benefit.profile, today(benefit.organisation)
    assert profile is not None
    if profile.status == Status.ENDED:
        raise ValidationError("It is no longer measured. Edit the benefit to take it up again.")
    if "measure" in profile.lacks or "baseline" in profile.lacks:
        raise ValidationError("Say first what is measured and where it began: edit the benefit.")
    if on > this_day:
        raise ValidationError({"on": "This day has not come yet. Choose today or a day before."})
    if profile.baseline_on is not None and on < profile.baseline_on:
        raise ValidationError({"on": f"The baseline is of {profile.baseline_on}. Choose that day or a later one."})
