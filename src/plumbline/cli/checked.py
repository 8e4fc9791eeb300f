"""A plan file checked against a standard: what every output format of ``plumbline check`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from plumbline.cli.exits import ExitCode
from plumbline.cli.reading import cannot_calculate
from plumbline.engine.assess import assess
from plumbline.engine.assessment import Assessment, RuleResult
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import Problem
from plumbline.engine.rules.rule import Severity
from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import LoopInSchedule
from plumbline.engine.standard import Standard

NEVER = "none"
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class CheckedProject:
    """``obstacle`` says why the plan's dates cannot be calculated, if so: what needs them is then not assessable."""

    schedule: Schedule
    assessment: Assessment
    obstacle: Problem | None = None


@dataclass(frozen=True, kw_only=True)
class Checked:
    """``fail_on`` is the lowest severity that fails the check, or ``NEVER``. Without a standard nothing was read."""

    file: str
    fail_on: str
    problems: tuple[Problem, ...] = ()
    format: str | None = None
    standard: Standard | None = None
    projects: tuple[CheckedProject, ...] = ()

    def failing(self, findings: Iterable[RuleResult]) -> tuple[RuleResult, ...]:
        """Those of ``findings`` that are at or above ``fail_on``."""
        if self.fail_on == NEVER:
            return ()
        return tuple(each for each in findings if _RANK[each.severity] >= _RANK[Severity(self.fail_on)])

    @property
    def exit_code(self) -> ExitCode:
        if not self.projects:
            return ExitCode.UNREADABLE
        if any(self.failing(each.assessment.findings) for each in self.projects):
            return ExitCode.FINDINGS
        if self.fail_on != NEVER and any(each.obstacle for each in self.projects):
            return ExitCode.FINDINGS
        return ExitCode.CLEAN


def mending(checked: Checked) -> dict[str, str]:
    """How to mend what each rule of the standard finds, by its name."""
    rules = rules_in_force(checked.standard) if checked.standard else ()
    return {each.name: each.rule.mend for each in rules}


def check_project(
    schedule: Schedule, standard: Standard, *, place: str, as_of: datetime | None, previous: Schedule | None = None
) -> CheckedProject:
    """Assess one plan. Without ``as_of`` it is judged as of its own data date, so that every run says the same."""
    plan = PlanFacts(schedule)
    facts = ProjectFacts(
        as_of=as_of or schedule.data_date or schedule.start,
        plan=plan,
        previous_plan=PlanFacts(previous) if previous else None,
    )
    return CheckedProject(schedule, assess(facts, standard), _obstacle(plan, place))


def _obstacle(plan: PlanFacts, place: str) -> Problem | None:
    try:
        _ = plan.calculation
    except (LoopInSchedule, OutOfWorkingTime) as reason:
        return cannot_calculate(plan.schedule, reason, place)
    return None
