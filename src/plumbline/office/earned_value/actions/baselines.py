"""What a project is to cost in time: from a version of its plan, or from a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from django.core.exceptions import ValidationError

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.earned_value.phasing import Budget, phase, planned_budgets
from plumbline.engine.schedule import Schedule
from plumbline.office.earned_value.actions.recalculating import work_out
from plumbline.office.earned_value.models import (
    ActualCost,
    BaselineLine,
    CostBaseline,
    CostTable,
    PeriodKind,
    Source,
    TaskRule,
)
from plumbline.office.earned_value.periods import MOST_PERIODS, ends_between, instant_after
from plumbline.office.earned_value.wbs import wbs_names
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.projects import queries as projects
from plumbline.office.projects.held import locked, next_number
from plumbline.office.projects.models import PlanVersion, Project

MOST_BASELINES = 200
CENT = Decimal("0.01")
Amounts = dict[tuple[str, date, bool], Decimal]


def promise_by_plan(
    project: Project,
    *,
    by: Person | None,
    plan_version: PlanVersion,
    currency: str,
    reason: str,
    period: str = PeriodKind.MONTH,
    task_rule: str = TaskRule.PHYSICAL,
) -> CostBaseline:
    """The costs of that plan, laid on its calendars. What was earned is taken from its later versions by the worker.

    Raises ``ValidationError`` for a plan without costs or without dates.
    """
    with action("promise_cost_by_plan", by=by, scope=project.organisation) as line:
        if plan_version.project_id != project.pk:
            raise ValidationError({"plan_version": "That is a plan of another project."})
        schedule = projects.schedule_of(plan_version)
        amounts = _amounts_of(schedule, plan_version, period)
        baseline = CostBaseline(
            source=Source.PLAN, plan_version=plan_version, currency=currency, period=period, task_rule=task_rule
        )
        keep(project, baseline, amounts, by=by, reason=reason)
        line.about(baseline, plan=plan_version.number, budget=str(sum(amounts.values())), currency=currency)
    return baseline


def promise_by_table(
    project: Project, table: CostTable, amounts: Amounts, *, by: Person | None, currency: str, reason: str, period: str
) -> CostBaseline:
    """Inside an action."""
    baseline = CostBaseline(source=Source.TABLE, table=table, currency=currency, period=period)
    return keep(project, baseline, amounts, by=by, reason=reason)


def keep(project: Project, baseline: CostBaseline, amounts: Amounts, *, by: Person | None, reason: str) -> CostBaseline:
    current = locked(project)
    if not reason.strip():
        raise ValidationError({"reason": "Say why: a baseline is a promise, and changing it needs a reason."})
    paid_in = ActualCost.objects.filter(project=current).exclude(converted_to=baseline.currency).first()
    if paid_in:
        raise ValidationError(
            {"currency": f"Actual costs are kept in {paid_in.converted_to}. Give the baseline in that currency."}
        )
    if sum(amounts.values()) <= 0:
        raise ValidationError("Nothing is to be spent by it. Give the plan or the table costs first.")
    baseline.project, baseline.by, baseline.reason = current, by, reason.strip()
    baseline.number = next_number(CostBaseline.objects.filter(project=current), MOST_BASELINES)
    add(baseline)
    BaselineLine.objects.bulk_create(
        [
            BaselineLine(baseline=baseline, wbs=wbs, ends_on=ends_on, amount=amount, is_level_of_effort=is_effort)
            for (wbs, ends_on, is_effort), amount in amounts.items()
        ],
        batch_size=500,
    )
    work_out(current, baseline, plan_number=0)
    return baseline


def _amounts_of(schedule: Schedule, version: PlanVersion, period: str) -> Amounts:
    calculation = projects.calculation_of(version)
    budgets = planned_budgets(schedule, dates=calculation.dates if calculation else None)
    if not budgets:
        raise ValidationError(
            {"plan_version": "No activity of that plan has both costs and dates. Choose another, or hand in a table."}
        )
    first, last = min(each.start for each in budgets).date(), max(each.finish for each in budgets).date()
    if (last - first).days > MOST_PERIODS * 7:
        raise ValidationError({"plan_version": f"The plan lasts from {first} to {last}; that cannot be right."})
    ends = ends_between(period, first, last)
    try:
        phased = phase(schedule, budgets, [instant_after(each) for each in ends])
    except OutOfWorkingTime as reason:
        raise ValidationError({"plan_version": f"The plan cannot be laid on its calendars: {reason}."}) from reason
    names = wbs_names(schedule)
    return _by_period(budgets, phased.planned, [names[each.uid] for each in budgets], ends)


def _by_period(
    budgets: Iterable[Budget], planned: Iterable[tuple[float, ...]], names: Iterable[str], ends: list[date]
) -> Amounts:
    """Cumulative values are rounded and then taken apart, so that all periods together are the budget to the cent."""
    found: Amounts = defaultdict(Decimal)
    for budget, row, wbs in zip(budgets, planned, names, strict=True):
        before = Decimal(0)
        for ends_on, value in zip(ends, row, strict=True):
            now = cents(value)
            if now != before:
                found[wbs, ends_on, budget.is_level_of_effort] += now - before
            before = now
    return {key: amount for key, amount in found.items() if amount}


def cents(value: float) -> Decimal:
    return Decimal(repr(value)).quantize(CENT, ROUND_HALF_EVEN)
