"""Commitments with everything that says how likely they are, as the engine judges them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.db.models import OuterRef, Subquery

from plumbline.engine.calendars import OutOfWorkingTime, WorkingTime
from plumbline.engine.facts import PlanFacts
from plumbline.engine.metrics.finish_slip_days import expected_finish
from plumbline.engine.reference_classes import ReferenceClass
from plumbline.engine.schedule import Activity, InvalidSchedule, Schedule
from plumbline.engine.targets import Kind, OutsideView, PastForecast, Simulated, Target, TargetFacts, Value
from plumbline.office.forecasts.kept import KeptForecast, load
from plumbline.office.forecasts.models import Commitment, Simulation
from plumbline.office.forecasts.queries.classes import class_compared, comparisons_of
from plumbline.office.forecasts.queries.commitments import commitments_of
from plumbline.office.forecasts.queries.finished import actual_finish
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import PlanVersion, Project

VERSIONS_LOOKED_AT = 8
_NO_DATES = (InvalidSchedule, OutOfWorkingTime)


def target_facts(project: Project, plan: PlanFacts | None, *, is_current: bool = True) -> TargetFacts | None:
    """``None`` where nothing is promised. ``is_current``: the plan is that of the project, not one being written."""
    promised = commitments_of(project)
    if not promised:
        return None
    latest = latest_simulation(project)
    return TargetFacts(tuple(targets_of(project, promised, plan, latest, is_current=is_current)))


def latest_simulation(project: Project) -> Simulation | None:
    rows = Simulation.objects.filter(project=project).select_related("plan_version", "by")
    return rows.order_by("-number").first()


def simulated_finish() -> dict[str, Subquery]:
    """To annotate projects with: P50 and P80 of the latest simulation of their current plan."""
    rows = Simulation.objects.filter(project=OuterRef("pk"), plan_version=OuterRef("current_plan"))
    latest = rows.order_by("-number")
    return {f"simulated_{level}": Subquery(latest.values(level)[:1]) for level in ("p50", "p80")}


def targets_of(
    project: Project,
    promised: Sequence[Commitment],
    plan: PlanFacts | None,
    latest: Simulation | None,
    *,
    is_current: bool = True,
) -> list[Target]:
    """In their order."""
    classes = {subject: class_compared(each) for subject, each in comparisons_of(project).items()}
    past = _Past(project, plan)
    found = load(latest.result) if latest else None
    fresh = bool(is_current and latest and latest.plan_version_id == project.current_plan_id)
    today = Today(plan)
    return [
        Target(
            key=each.reference,
            name=each.name,
            kind=Kind(each.kind),
            committed=each.value,
            expected=today.expected(each),
            reached=today.reached(each),
            buffer=today.buffer(each),
            simulated=_simulated(each, found, fresh) if found else None,
            outside=_outside(each, today, classes),
            past=past.of(each),
            finishes_on=today.finish,
            missing=today.missing(each),
        )
        for each in promised
    ]


@dataclass(frozen=True)
class Today:
    """What the plan says of each commitment now."""

    plan: PlanFacts | None

    @cached_property
    def is_calculable(self) -> bool:
        if self.plan is None:
            return False
        try:
            return bool(self.plan.calculation)
        except _NO_DATES:
            return False

    @cached_property
    def finish(self) -> date | None:
        return expected_finish(self.plan).date() if self.plan and self.is_calculable else None

    @property
    def begins(self) -> date | None:
        """From when on everything is still to come."""
        schedule = self.plan.schedule if self.plan else None
        return (schedule.data_date or schedule.start).date() if schedule else None

    def expected(self, commitment: Commitment) -> Value | None:
        if commitment.kind == Commitment.Kind.BUDGET:
            return plan_cost(self.plan.schedule) if self.plan else None
        moment = self._moment(commitment)
        return moment.date() if moment else None

    def reached(self, commitment: Commitment) -> Value | None:
        if self.plan is None or commitment.kind == Commitment.Kind.BUDGET:
            return None
        if commitment.kind == Commitment.Kind.FINISH:
            return actual_finish(self.plan.schedule)
        activity = _by_text(self.plan.schedule, commitment.uid)
        return activity.actual_finish.date() if activity and activity.actual_finish else None

    def buffer(self, commitment: Commitment) -> float | None:
        expected = self.expected(commitment)
        if expected is None:
            return None
        if not isinstance(expected, date):
            return float(commitment.amount or 0) - expected
        moment = self._moment(commitment)
        assert self.plan is not None
        assert commitment.day is not None
        assert moment is not None
        schedule = self.plan.schedule
        working = WorkingTime(schedule.calendar_by_uid[schedule.default_calendar])
        return working.days(working.between(moment, datetime.combine(commitment.day, time(23, 59))))

    def missing(self, commitment: Commitment) -> str:
        if self.plan is None:
            return "The project has no plan."
        if commitment.kind == Commitment.Kind.BUDGET:
            return "" if self.expected(commitment) is not None else "The plan has no costs."
        if not self.is_calculable:
            return "The dates of the plan cannot be calculated."
        return "" if self.expected(commitment) is not None else "The milestone is in the current plan no more."

    def _moment(self, commitment: Commitment) -> datetime | None:
        if self.plan is None or not self.is_calculable:
            return None
        if commitment.kind == Commitment.Kind.FINISH:
            return expected_finish(self.plan)
        activity = _by_text(self.plan.schedule, commitment.uid)
        return self.plan.calculation.dates[activity.uid].early_finish if activity else None


def plan_cost(schedule: Schedule) -> float | None:
    """At completion: the budget of each activity, else its assignments; ``None`` where the plan has no costs."""
    assigned: dict[object, float] = {}
    for each in schedule.assignments:
        assigned[each.activity] = assigned.get(each.activity, 0.0) + each.cost
    total = sum(
        (assigned.get(each.uid, 0.0) if each.budget is None else each.budget)
        for each in schedule.activities
        if each.active and not each.is_summary
    )
    return total or None


def _by_text(schedule: Schedule, uid: str) -> Activity | None:
    return next((each for each in schedule.activities if str(each.uid) == uid and not each.is_summary), None)


def _simulated(commitment: Commitment, found: KeptForecast, fresh: bool) -> Simulated | None:
    if commitment.amount is not None:
        cost, amount = found.cost, float(commitment.amount)
        if cost is None:
            return None
        return Simulated(cost.quantiles[50], cost.quantiles[80], cost.chance_within(amount), fresh)
    is_finish = commitment.kind == Commitment.Kind.FINISH
    dates = found.finish if is_finish else found.milestone(commitment.uid)
    if dates is None or commitment.day is None:
        return None
    return Simulated(dates.quantiles[50], dates.quantiles[80], dates.chance_by(commitment.day), fresh)


def _outside(commitment: Commitment, today: Today, classes: Mapping[str, ReferenceClass | None]) -> OutsideView | None:
    """A date: of the time that is still to come. A budget: of the whole cost."""
    found = classes.get("cost" if commitment.amount is not None else "duration")
    expected = today.expected(commitment)
    if found is None or expected is None:
        return None
    if not isinstance(expected, date):
        return outside_view(found, expected, float(commitment.amount or 0))
    begins = today.begins
    assert commitment.day is not None
    if begins is None or expected <= begins:
        return None
    view = outside_view(found, float((expected - begins).days), float((commitment.day - begins).days))
    p50, p80 = (
        begins + timedelta(days=round(each)) if isinstance(each, float) else None for each in (view.p50, view.p80)
    )
    return OutsideView(view.reference, view.kept, p50, p80, view.certainty, view.gap)


def outside_view(found: ReferenceClass, estimate: float, committed: float) -> OutsideView:
    even, likely = found.uplift(0.5), found.uplift(0.8)
    size = f"{found.size} of " if found.size else ""
    return OutsideView(
        reference=f"{size}{found.title}",
        kept=found.kept_with(committed / estimate - 1),
        p50=even.on(estimate),
        p80=likely.on(estimate),
        certainty=likely.certainty.value,
        gap=even.reason or likely.reason,
    )


class _Past:
    """Earlier plans are opened only where a milestone or a budget asks for them."""

    def __init__(self, project: Project, plan: PlanFacts | None) -> None:
        self.project, self.plan = project, plan

    @cached_property
    def versions(self) -> list[PlanVersion]:
        rows = PlanVersion.objects.filter(project=self.project).order_by("-number")
        return list(rows[:VERSIONS_LOOKED_AT])[::-1]

    def of(self, commitment: Commitment) -> tuple[PastForecast, ...]:
        found = ((_as_of(each), self._value(each, commitment)) for each in self.versions)
        return tuple(PastForecast(day, value) for day, value in found if value is not None)

    def _value(self, version: PlanVersion, commitment: Commitment) -> Value | None:
        if commitment.kind == Commitment.Kind.FINISH:
            return version.finish
        if commitment.kind == Commitment.Kind.BUDGET:
            return plan_cost(projects.schedule_of(version))
        calculation = projects.calculation_of(version)
        activity = _by_text(projects.schedule_of(version), commitment.uid) if calculation else None
        if calculation is None or activity is None:
            return None
        finish = calculation.dates[activity.uid].early_finish
        return finish.date() if finish else None


def _as_of(version: PlanVersion) -> date:
    return version.data_date or version.recorded_at.date()
