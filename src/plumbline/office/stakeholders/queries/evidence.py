"""The register as the engine sees it, and what its rules say about it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from plumbline.engine import catalogue
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Outcome, Severity
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.rules_in_force import settings_of
from plumbline.engine.stakeholders import CommunicationFacts, Engagement, StakeFacts, StakeholderFacts
from plumbline.engine.standard import Standard
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Communication, Stake

FAMILY = "stakeholders"
Line = Stake | Communication


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that a rule found, with the name that the engine does not know."""

    reference: str
    name: str
    detail: str
    stake: Stake | None


@dataclass(frozen=True, slots=True)
class Attention:
    """One rule that fails, and whom it is about."""

    result: RuleResult
    named: list[Named]


def stakeholder_facts(project: Project) -> StakeholderFacts | None:
    """``None`` where there is neither a register nor a communication plan."""
    stakes = list(Stake.objects.filter(project=project, ended_at=None))
    planned = list(Communication.objects.filter(project=project, ended_at=None))
    return facts_from(stakes, planned)


def facts_from(stakes: list[Stake], planned: list[Communication]) -> StakeholderFacts | None:
    if not stakes and not planned:
        return None
    return StakeholderFacts(tuple(_stake(each) for each in stakes), tuple(_communication(each) for each in planned))


def attention(
    stakes: list[Stake], planned: list[Communication], standard: Standard | None, day: date
) -> list[Attention]:
    """What the rules of the standard say of the register as it stands, with names; what matters most comes first."""
    if standard is None:
        return []
    facts = ProjectFacts(as_of=datetime.combine(day, time(12)), stakeholders=facts_from(stakes, planned))
    rules = [each for each in catalogue.rules() if each.family == FAMILY and each.name in standard.rules]
    results = [each.judge(facts, settings_of(standard, each)) for each in rules]
    by_key: dict[str, Line] = {each.reference: each for each in stakes}
    by_key |= {each.reference: each for each in planned}
    failed = [each for each in results if each.outcome is Outcome.FAIL]
    return [
        Attention(each, [_named(offender.id, offender.name, offender.detail, by_key) for offender in each.offenders])
        for each in sorted(failed, key=lambda each: list(Severity).index(each.severity), reverse=True)
    ]


def _named(key: str, name: str, detail: str, by_key: dict[str, Line]) -> Named:
    found = by_key.get(key)
    if isinstance(found, Stake):
        return Named(key, found.stakeholder.name, detail, found)
    return Named(key, f"{found.purpose}, for {found.audience}" if found else name, detail, None)


def _stake(stake: Stake) -> StakeFacts:
    return StakeFacts(
        key=stake.reference,
        power=stake.power,
        interest=stake.interest,
        legitimate=stake.legitimate,
        urgent=stake.urgent,
        now=Engagement(stake.engagement),
        desired=Engagement(stake.desired),
        has_owner=stake.owner_id is not None,
        contact_every=stake.contact_every,
        contacted_on=stake.contacted_on or stake.entered_on,
        judged_on=stake.judged_on,
    )


def _communication(planned: Communication) -> CommunicationFacts:
    return CommunicationFacts(key=planned.reference, due_on=planned.due_on, tolerance_days=planned.tolerance_days)
