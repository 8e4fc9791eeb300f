"""A plan file checked against a standard: what every output format of ``plumbline check`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from plumbline.cli.exits import ExitCode
from plumbline.engine.assess import assess
from plumbline.engine.assessment import Assessment, RuleResult
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import Problem
from plumbline.engine.rules.rule import Severity
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.engine.standard import Standard

NEVER = "none"
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class CheckedProject:
    schedule: Schedule
    assessment: Assessment


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
        return ExitCode.CLEAN


def check_project(
    schedule: Schedule, standard: Standard, *, baseline: Schedule | None, as_of: datetime | None
) -> CheckedProject:
    """Assess one plan. Without ``as_of`` it is judged as of its own data date, so that every run says the same."""
    if baseline is not None:
        schedule = with_baseline(schedule, baseline)
    facts = ProjectFacts(as_of=as_of or schedule.data_date or schedule.start, plan=PlanFacts(schedule))
    return CheckedProject(schedule, assess(facts, standard))


def baseline_for(schedule: Schedule, baselines: tuple[Schedule, ...]) -> Schedule:
    """The promised plan of the same project: by id, else by name, else the only one."""
    for candidate in baselines:
        if schedule.id and candidate.id == schedule.id:
            return candidate
    for candidate in baselines:
        if candidate.name == schedule.name:
            return candidate
    return baselines[0]
