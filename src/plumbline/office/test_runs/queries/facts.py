"""What the engine may know about criteria: what was agreed, how each stands, and what was decided about it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from plumbline.engine.acceptance import CriterionFact, Result
from plumbline.office.acceptance.models import Criterion, Kind
from plumbline.office.acceptance.session_models import PASSES, AgendaItem
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionEvidence

_EXAMPLES = (Kind.GHERKIN, Kind.CHECKLIST)
Shown = dict[int, list[AgendaItem]]


def criterion_facts(project: Project) -> tuple[CriterionFact, ...]:
    """Of those that count, by number. Two queries, however many there are."""
    criteria = Criterion.objects.filter(project=project, withdrawn_at=None, deliverable__dropped_at=None)
    criteria = criteria.select_related("requirement", "evidence").order_by("number")
    shown, zone = showings(project), ZoneInfo(project.organisation.time_zone)
    return tuple(criterion_fact(each, shown.get(each.pk, []), zone) for each in criteria)


def showings(project: Project) -> Shown:
    """By criterion its showings in closed sessions, the first first, each with the decision that counts."""
    found: Shown = {}
    items = AgendaItem.objects.filter(session__project=project, showing__isnull=False, final__isnull=False)
    for each in items.select_related("final").order_by("showing"):
        found.setdefault(each.criterion_id, []).append(each)
    return found


def criterion_fact(row: Criterion, shown: list[AgendaItem], zone: ZoneInfo) -> CriterionFact:
    """``shown`` are its showings; its requirement and evidence have been looked up with it."""
    evidence: CriterionEvidence | None = getattr(row, "evidence", None)
    passed = [each.final.outcome in PASSES for each in shown if each.final]
    last = shown[-1].final if shown else None
    is_current = last is not None and last.at >= row.changed_at
    is_wanted = row.requirement is not None and row.requirement.dropped_at is None
    return CriterionFact(
        key=str(row.pk),
        reference=row.reference,
        title=row.title,
        deliverable=str(row.deliverable_id),
        requirement=str(row.requirement_id) if is_wanted else "",
        agreed_on=_day(row.agreed_at, zone),
        is_testable=row.kind in _EXAMPLES or bool(row.measure and row.target),
        has_acceptor=bool(row.accepted_by),
        result=_result(row, evidence),
        evidence_on=_day(evidence.oldest_at, zone) if evidence else None,
        green_on=_day(evidence.first_green_at, zone) if evidence else None,
        accepted=passed[-1] if is_current else None,
        accepted_at_once=passed[0] if passed else None,
    )


def _result(row: Criterion, evidence: CriterionEvidence | None) -> Result:
    """Stale is what is older than the present text; how long evidence is believed, the standard says."""
    if evidence is None:
        return Result.UNTESTED
    return Result(str(evidence.standing(row.changed_at)))


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return moment.astimezone(zone).date() if moment else None
