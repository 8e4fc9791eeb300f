"""Whether a plan is recent enough to be evidence, and when that will change by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from math import floor

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics import plan_age_days
from plumbline.engine.rules.progress import stale_data_date
from plumbline.engine.standard.schema import Standard

_PLAN_AGE = "plan_age_days"
_PLAN_AGE_RULE = "stale_data_date"


def staleness(facts: ProjectFacts, standard: Standard) -> str:
    """Why the plan is no evidence for today, as one sentence; empty if it is.

    The sentence of a plan that is too old begins with ``stale:``.
    """
    if facts.plan is None:
        return "no plan: none has been delivered yet"
    cadence = standard.cadences.plan_update
    age = plan_age_days.measure(facts)
    if age.value is None:
        return f"no date: {age.reason}"
    if age.value < -cadence.ahead_days:
        return f"not believable: the plan's data date lies {-age.value:g} days in the future"
    if age.value > cadence.days:
        return f"stale: the plan describes the project {age.value:g} days ago; {cadence.days} days are allowed"
    return ""


def changes_by_time_alone(
    standard: Standard, data_date: datetime, as_of: datetime, last_days: Iterable[date] = ()
) -> datetime | None:
    """The next midnight after ``as_of`` at which a plan that stays as it is gets another status or finding, if any.

    ``last_days`` are those of waivers and of tailoring. Both instants, and the answer, are in the plan's local time.
    """
    cadence = standard.cadences.plan_update
    ages = {cadence.days + 1, -cadence.ahead_days}
    for health in standard.health.values():
        for each in health.indicators:
            if each.metric == _PLAN_AGE:
                ages |= {floor(limit) + 1 for limit in (each.amber, each.red) if limit is not None}
    ages |= _ages_that_change_a_finding(standard)
    midnight = datetime.combine(data_date.date(), time.min)
    moments = [midnight + timedelta(days=age) for age in ages]
    moments += [datetime.combine(each, time.min) + timedelta(days=1) for each in last_days]
    return min((each for each in moments if each.date() > as_of.date()), default=None)


def _ages_that_change_a_finding(standard: Standard) -> set[int]:
    """When the rule about the age of the data date begins to judge, and when it begins to fail."""
    if _PLAN_AGE_RULE not in standard.rules:
        return set()
    settings = standard.settings_for(_PLAN_AGE_RULE, stale_data_date.RULE)
    ahead = -floor(settings.number("ahead_days"))
    return {ahead} if settings.limit is None else {ahead, floor(settings.limit) + 1}
