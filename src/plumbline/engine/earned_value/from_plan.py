"""What a plan has earned as of its data date: the budgets that were promised, times the progress that it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.earned_value.figure import Figure
from plumbline.engine.earned_value.measurement import BY_NAME, MeasurementRule, Progress
from plumbline.engine.earned_value.phasing import Budget, phase
from plumbline.engine.schedule import Activity, Schedule, Uid

RuleOf = Callable[[Activity], MeasurementRule]


@dataclass(frozen=True, slots=True)
class EarnedBudget:
    """``earned`` is in the unit of the budget, or why it is not known."""

    budget: Budget
    rule: str
    earned: Figure


def rules_by_kind(of_tasks: str = "physical") -> RuleOf:
    """Level of effort earns as planned, a milestone when it is reached, a task by the rule named ``of_tasks``.

    Raises KeyError for a rule that there is not.
    """
    tasks, milestones, efforts = BY_NAME[of_tasks], BY_NAME["0/100"], BY_NAME["level_of_effort"]

    def rule_of(activity: Activity) -> MeasurementRule:
        if activity.is_level_of_effort:
            return efforts
        return milestones if activity.is_milestone else tasks

    return rule_of


def earned_by(
    promised: Schedule, budgets: Sequence[Budget], counterpart: Mapping[Uid, Activity], as_of: datetime, rule_of: RuleOf
) -> tuple[EarnedBudget, ...]:
    """What each of ``budgets`` of the plan ``promised`` has earned as of ``as_of``.

    ``counterpart`` is the activity that it has become in the plan of that day, by the uid in ``promised``; what has
    vanished has earned nothing. Raises ``OutOfWorkingTime``.
    """
    planned = phase(promised, budgets, (as_of,)).planned
    return tuple(
        _earned(budget, promised.activity_by_uid[budget.uid], counterpart.get(budget.uid), row[0], rule_of)
        for budget, row in zip(budgets, planned, strict=True)
    )


def _earned(budget: Budget, promised: Activity, now: Activity | None, planned: float, rule_of: RuleOf) -> EarnedBudget:
    rule = rule_of(promised)
    if now is None and not promised.is_level_of_effort:
        return EarnedBudget(budget, rule.name, Figure(0.0))
    progress = Progress(
        started=now is not None and now.is_started,
        finished=now is not None and now.is_complete,
        physical=min(1.0, max(0.0, now.percent_complete / 100)) if now else None,
        planned=min(1.0, planned / budget.amount),
    )
    share = rule.share(progress)
    return EarnedBudget(budget, rule.name, share if share.value is None else Figure(share.value * budget.amount))
