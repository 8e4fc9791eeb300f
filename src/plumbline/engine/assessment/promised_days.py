"""When a register that stays as it is will say something else about the project, because time goes by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plumbline.engine.acceptance import Result
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.benefits import benefit_measurement_overdue
from plumbline.engine.rules.rule import Rule
from plumbline.engine.rules.stakeholders import contact_overdue, engagement_not_reassessed
from plumbline.engine.standard.schema import Standard


def last_days_of_stakeholders(facts: ProjectFacts, standard: Standard) -> Iterator[date]:
    """The last day on which each contact, judgement and communication is still in time."""
    known = facts.stakeholders
    if known is None:
        return
    if (grace := _days(standard, "contact_overdue", contact_overdue.RULE, "grace_days")) is not None:
        for each in known.stakes:
            if each.contact_every:
                yield each.contacted_on + timedelta(days=each.contact_every) + grace
    if (holds := _days(standard, "engagement_not_reassessed", engagement_not_reassessed.RULE, "days")) is not None:
        for each in known.stakes:
            yield each.judged_on + holds
    if "communications_overdue" in standard.rules:
        for planned in known.communications:
            yield planned.due_on + timedelta(days=planned.tolerance_days)


def last_days_of_benefits(facts: ProjectFacts, standard: Standard) -> Iterator[date]:
    """The last day on which each measurement, change and enabler is still in time."""
    known = facts.benefits
    if known is None:
        return
    overdue = benefit_measurement_overdue.RULE
    if (grace := _days(standard, "benefit_measurement_overdue", overdue, "grace_days")) is not None:
        yield from (each.measure_due_on + grace for each in known.benefits if each.measure_due_on)
    if "benefit_at_risk" in standard.rules:
        yield from (each.due_on for each in known.dates.values() if each.due_on and each.done_on is None)


def last_days_of_targets(facts: ProjectFacts, standard: Standard) -> Iterator[date]:
    """The last day on which each promised day has not gone by."""
    if facts.targets is not None and "commitments_not_realistic" in standard.rules:
        for each in facts.targets.targets:
            if isinstance(each.committed, date) and each.reached is None:
                yield each.committed


def last_days_of_evidence(facts: ProjectFacts, standard: Standard) -> Iterator[date]:
    """The last day on which what makes each criterion green is still believed."""
    for each in facts.acceptance.criteria if facts.acceptance else ():
        if each.result is Result.GREEN and each.evidence_on is not None:
            yield each.evidence_on + timedelta(days=standard.evidence_days)


def _days(standard: Standard, name: str, rule: Rule, parameter: str) -> timedelta | None:
    """``None`` where the standard does not apply the rule."""
    if name not in standard.rules:
        return None
    return timedelta(days=int(standard.settings_for(name, rule).number(parameter)))
