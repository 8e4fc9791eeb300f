"""From rows to what the engine may know about deliverables: what was agreed, what began, what shows that it is so."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from plumbline.engine.acceptance import AcceptanceFacts, DeliverableFact
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.acceptance.queries.answers import Answers, answers_of
from plumbline.office.acceptance.readiness_models import Definition
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.queries import criterion_facts
from plumbline.office.work_items.queries.started import started_on_of


def acceptance_facts(project: Project) -> AcceptanceFacts | None:
    """``None`` where the project never named a deliverable. Six queries, however many there are."""
    rows = list(_deliverables(project))
    if not rows:
        return None
    started, answers = started_on_of(project), answers_of(project)
    return AcceptanceFacts(
        deliverables=tuple(_deliverable(each, started.get(each.pk), answers.get(each.pk, {})) for each in rows),
        criteria=criterion_facts(project),
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
        bare_requirements=row.required - row.covered,  # type: ignore[attr-defined]
        ready=given(Definition.READY),
        done=given(Definition.DONE),
    )
