"""What the rules of the engine look at in the registers of a project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from plumbline.engine.catalogue import rule_named
from plumbline.engine.facts import PromiseFact, RegisterFacts, RiskFact
from plumbline.engine.standard import Standard
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind

_REVIEWED = "risk_register_not_reviewed"


def register_facts(project: Project) -> RegisterFacts | None:
    """``None`` where nothing was ever entered in a register that a rule looks at. One query."""
    kinds = (Kind.RISK, Kind.ACTION, Kind.DECISION)
    entries = list(Entry.objects.filter(project=project, kind__in=kinds).order_by("kind", "number"))
    if not entries:
        return None
    used = {each.kind for each in entries}
    waiting = [each for each in entries if each.is_open and each.decided_at is None]
    zone = ZoneInfo(project.organisation.time_zone)
    return RegisterFacts(
        risks=tuple(_risk(each, zone) for each in waiting if each.kind == Kind.RISK) if Kind.RISK in used else None,
        actions=_promises(waiting, Kind.ACTION) if Kind.ACTION in used else None,
        decisions=_promises(waiting, Kind.DECISION) if Kind.DECISION in used else None,
    )


def days_that_change_rules(facts: RegisterFacts | None, standard: Standard) -> Iterator[date]:
    """The last days on which what is open is still in time: after each of them a rule counts one more."""
    if facts is None:
        return
    yield from (each.due_on for each in (*(facts.actions or ()), *(facts.decisions or ())) if each.due_on)
    if facts.risks and _REVIEWED in standard.rules:
        settings = standard.settings_for(_REVIEWED, rule_named(_REVIEWED).rule)
        allowed = timedelta(days=int(settings.number("max_age_days")))
        yield from (each.reviewed_on + allowed for each in facts.risks)


def _promises(waiting: list[Entry], kind: Kind) -> tuple[PromiseFact, ...]:
    return tuple(
        PromiseFact(key=str(each.pk), reference=each.reference, title=each.title, due_on=each.due_on)
        for each in waiting
        if each.kind == kind
    )


def _risk(entry: Entry, zone: ZoneInfo) -> RiskFact:
    return RiskFact(
        key=str(entry.pk),
        reference=entry.reference,
        title=entry.title,
        reviewed_on=(entry.reviewed_at or entry.raised_at).astimezone(zone).date(),
        has_owner=entry.owner_id is not None,
        has_response=bool(entry.response.strip()),
    )
