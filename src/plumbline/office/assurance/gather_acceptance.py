"""From rows to what the engine may know about deliverables: what was agreed, what began, what shows that it is so."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from plumbline.engine.acceptance import AcceptanceFacts, CriterionFact, DeliverableFact, Result
from plumbline.office.acceptance.models import Criterion, Deliverable, Kind
from plumbline.office.acceptance.queries.answers import Answers, answers_of
from plumbline.office.acceptance.readiness_models import Definition
from plumbline.office.acceptance.session_models import PASSES, AgendaItem
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionEvidence
from plumbline.office.work_items.queries.started import started_on_of

_EXAMPLES = (Kind.GHERKIN, Kind.CHECKLIST)
Shown = dict[int, list[AgendaItem]]


def acceptance_facts(project: Project) -> AcceptanceFacts | None:
    """``None`` where the project never named a deliverable. Seven queries, however many there are."""
    rows = list(_deliverables(project))
    if not rows:
        return None
    started, answers = started_on_of(project), answers_of(project)
    evidence = {each.criterion_id: each for each in CriterionEvidence.objects.filter(criterion__project=project)}
    shown, zone = _shown(project), ZoneInfo(project.organisation.time_zone)
    criteria = project.criteria.filter(withdrawn_at=None, deliverable__dropped_at=None).order_by("number")
    return AcceptanceFacts(
        deliverables=tuple(_deliverable(each, started.get(each.pk), answers.get(each.pk, {})) for each in rows),
        criteria=tuple(_criterion(each, evidence.get(each.pk), shown.get(each.pk, []), zone) for each in criteria),
    )


def _deliverables(project: Project) -> list[Deliverable]:
    """With how many requirements each has, and how many of these have a criterion."""
    kept = Q(requirements__dropped_at=None)
    covered = kept & Q(requirements__criteria__isnull=False, requirements__criteria__withdrawn_at=None)
    found = project.deliverables.filter(dropped_at=None).order_by("number")
    return list(
        found.annotate(
            required=Count("requirements", filter=kept, distinct=True),
            covered=Count("requirements", filter=covered, distinct=True),
        )
    )


def _shown(project: Project) -> Shown:
    """By criterion its showings in closed sessions, the first first, each with the decision that counts."""
    found: Shown = {}
    items = AgendaItem.objects.filter(session__project=project, showing__isnull=False, final__isnull=False)
    for each in items.select_related("final").order_by("showing"):
        found.setdefault(each.criterion_id, []).append(each)
    return found


def _deliverable(row: Deliverable, started_on: date | None, answers: Answers) -> DeliverableFact:
    def given(definition: Definition) -> dict[str, bool]:
        return {point: each.yes for (asked, point), each in answers.items() if asked == definition}

    return DeliverableFact(
        key=str(row.pk),
        reference=row.reference,
        name=row.name,
        wbs_key=row.wbs_key,
        has_owner=row.owner_id is not None,
        started_on=started_on,
        requirements=row.required,  # type: ignore[attr-defined]
        covered=row.covered,  # type: ignore[attr-defined]
        ready=given(Definition.READY),
        done=given(Definition.DONE),
    )


def _criterion(
    row: Criterion, evidence: CriterionEvidence | None, shown: list[AgendaItem], zone: ZoneInfo
) -> CriterionFact:
    passed = [each.final.outcome in PASSES for each in shown if each.final]
    last = shown[-1].final if shown else None
    is_current = last is not None and last.at >= row.changed_at
    return CriterionFact(
        key=str(row.pk),
        reference=row.reference,
        title=row.title,
        deliverable=str(row.deliverable_id),
        agreed_on=_day(row.agreed_at, zone),
        is_testable=row.kind in _EXAMPLES or bool(row.measure and row.target),
        has_acceptor=bool(row.accepted_by),
        result=_result(row, evidence),
        green_on=_day(evidence.first_green_at, zone) if evidence else None,
        accepted=passed[-1] if is_current else None,
        accepted_at_once=passed[0] if passed else None,
    )


def _result(row: Criterion, evidence: CriterionEvidence | None) -> Result:
    """Stale is what is older than the present text; standards set no other age."""
    if evidence is None:
        return Result.UNTESTED
    return Result(str(evidence.standing(row.changed_at, row.changed_at, None)))


def _day(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return moment.astimezone(zone).date() if moment else None
