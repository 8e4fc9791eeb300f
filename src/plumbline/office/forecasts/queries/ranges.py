"""How long activities may take: by estimates of their own, by rule, or by what others took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plumbline.engine.forecast import (
    Correlated,
    Distribution,
    EstimateRule,
    InvalidEstimate,
    Lognormal,
    Shape,
    ThreePoint,
    Uniform,
)
from plumbline.engine.forecast.inputs import from_history
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.office.forecasts.models import Estimate, RuleSet
from plumbline.office.projects.models import Project

LEAST_HISTORY = 5
"""Fewer finished activities than that tell nothing about the others."""
MOST_HISTORY = 1_000
_BEYOND = 30.0
"""A ratio above it is an error of the plan, not what became of an activity."""
_SPREAD = 2.56
"""Standard deviations of a normal distribution between its P10 and its P90."""


def estimates_of(project: Project) -> dict[str, Estimate]:
    """By uid as text, those that hold. One query."""
    rows = Estimate.objects.filter(project=project).select_related("by")
    return {uid: each for uid, each in {each.uid: each for each in rows}.items() if not each.removed}


def rules_of(project: Project) -> RuleSet | None:
    return RuleSet.objects.filter(project=project).order_by("-id").first()


def is_drawn(activity: Activity) -> bool:
    return not (activity.is_summary or activity.is_milestone or activity.is_level_of_effort or activity.is_complete)


def minutes_of_a_day(schedule: Schedule, activity: Activity) -> int:
    return schedule.calendar_of(activity).minutes_per_day


def own_estimates(rows: Mapping[str, Estimate], schedule: Schedule) -> Iterator[tuple[Uid, Distribution]]:
    """Activities that left the plan are passed over: their estimates come back with them.

    Raises ``InvalidEstimate`` naming the activity.
    """
    for activity in schedule.activities:
        row = rows.get(str(activity.uid))
        if row is None or not is_drawn(activity):
            continue
        try:
            yield activity.uid, distribution_of(row, minutes_of_a_day(schedule, activity))
        except InvalidEstimate as problem:
            raise InvalidEstimate(f"{activity.id} {activity.name}: {problem}") from problem


def distribution_of(estimate: Estimate, per_day: int) -> Distribution:
    """In working minutes. Raises ``InvalidEstimate``."""
    low, likely, high = (
        None if each is None else float(each) * per_day
        for each in (estimate.optimistic, estimate.most_likely, estimate.pessimistic)
    )
    if low is None or high is None:
        raise InvalidEstimate("give the optimistic and the pessimistic duration")
    if estimate.shape == Estimate.Shape.UNIFORM:
        return Uniform(low, high)
    if likely is None:
        raise InvalidEstimate("give the most likely duration too")
    if estimate.shape == Estimate.Shape.LOGNORMAL:
        # the optimistic and pessimistic values are taken for P10 and P90 of the same mean and spread
        return Lognormal((low + likely + high) / 3, max((high - low) / _SPREAD, 1e-9))
    return ThreePoint(low, likely, high, shape_of(estimate.shape))


def shape_of(name: str) -> Shape:
    return Shape.TRIANGULAR if name == Estimate.Shape.TRIANGULAR else Shape.PERT


@dataclass(frozen=True)
class Ruled:
    """The rules, and for each activity that one fits the place of the first."""

    rules: tuple[EstimateRule, ...] = ()
    first: Mapping[Uid, int] = field(default_factory=dict)
    together: tuple[float, ...] = ()

    @property
    def class_of(self) -> dict[Uid, str]:
        """The engine asks one class of each activity: here the words of the first rule that fits it."""
        found = {uid: self.rules[place].activity_class for uid, place in self.first.items()}
        return {uid: words for uid, words in found.items() if words}

    @property
    def correlated(self) -> tuple[Correlated, ...]:
        """What one rule fits goes together as far as the rule says."""
        groups = ((share, self._of(place)) for place, share in enumerate(self.together) if share)
        return tuple(Correlated(activities=uids, coefficient=share) for share, uids in groups if len(uids) > 1)

    def _of(self, place: int) -> tuple[Uid, ...]:
        return tuple(uid for uid, first in self.first.items() if first == place)


def by_rule(kept: RuleSet | None, schedule: Schedule) -> Ruled:
    told = kept.rules if kept else []
    per_day = schedule.options.minutes_per_day
    rules = tuple(
        EstimateRule(
            low_percent=each["low"],
            high_percent=each["high"],
            activity_class=each["words"].casefold(),
            at_least=round((each["at_least"] or 0) * per_day),
            below=None if each["below"] is None else round(each["below"] * per_day),
            shape=shape_of(each.get("shape", "")),
        )
        for each in told
    )
    together = tuple(each.get("together") or 0.0 for each in told)
    return Ruled(rules, dict(_first_that_fits(schedule, rules)), together) if rules else Ruled()


def _first_that_fits(schedule: Schedule, rules: Sequence[EstimateRule]) -> Iterator[tuple[Uid, int]]:
    for activity in schedule.activities:
        if not is_drawn(activity):
            continue
        path = _path(schedule, activity)
        for place, rule in enumerate(rules):
            fits_band = activity.duration >= rule.at_least and (rule.below is None or activity.duration < rule.below)
            if fits_band and rule.activity_class in path:
                yield activity.uid, place
                break


def _path(schedule: Schedule, activity: Activity) -> str:
    names, above = [activity.id, activity.name], activity.parent
    while above is not None:
        parent = schedule.activity_by_uid[above]
        names.append(parent.name)
        above = parent.parent
    return " \n".join(names).casefold()


def ratios_of_finished(schedule: Schedule) -> tuple[float, ...]:
    """What finished activities took in days over what their baseline gave them, both days counted."""
    found = []
    for each in schedule.activities:
        if each.is_summary or each.is_milestone or not each.actual_finish or not each.actual_start:
            continue
        promised = each.baseline
        if promised is None or promised.start is None or promised.finish is None:
            continue
        planned = (promised.finish.date() - promised.start.date()).days + 1
        took = (each.actual_finish.date() - each.actual_start.date()).days + 1
        if planned > 0 and 0 < took / planned <= _BEYOND:
            found.append(took / planned)
    return tuple(found)


def by_history(schedule: Schedule, without: Iterable[Uid]) -> dict[Uid, Distribution]:
    """Of activities that are neither named nor done; nothing where too few have finished."""
    ratios, named = ratios_of_finished(schedule)[:MOST_HISTORY], set(without)
    if len(ratios) < LEAST_HISTORY:
        return {}
    return {
        each.uid: from_history(ratios, each.duration)
        for each in schedule.activities
        if is_drawn(each) and each.duration and each.uid not in named
    }
