"""How the criteria of a project stand today."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plumbline.engine.acceptance import EVIDENCE_DAYS
from plumbline.engine.standard import Standard
from plumbline.office.acceptance.models import Criterion
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionEvidence, Outcome
from plumbline.office.test_runs.models.evidence import Belief


@dataclass(frozen=True, slots=True)
class StandingOf:
    """A criterion, how it stands today, and what is kept of it; nothing where there is no evidence for it."""

    criterion: Criterion
    standing: Outcome
    evidence: CriterionEvidence | None


def belief_of(project: Project, standard: Standard | None = None) -> Belief:
    """By the standard that the project follows; where it follows none, as where a standard says nothing."""
    followed = standard or standard_for(project)
    organisation = project.organisation
    days = followed.evidence_days if followed else EVIDENCE_DAYS
    return Belief(days, today(organisation), ZoneInfo(organisation.time_zone))


def evidence_of(project: Project, belief: Belief | None = None) -> list[StandingOf]:
    """Of every criterion that is not withdrawn, by number. Green is only what is green and not stale."""
    criteria = Criterion.objects.filter(project=project, withdrawn_at=None)
    criteria = criteria.select_related("deliverable", "requirement", "evidence__latest_run", "evidence__manual__by")
    known = belief or belief_of(project)
    return [standing_of(each, known) for each in criteria.order_by("number")]


def standing_of(criterion: Criterion, belief: Belief) -> StandingOf:
    kept: CriterionEvidence | None = getattr(criterion, "evidence", None)
    return StandingOf(criterion, kept.standing(criterion.changed_at, belief) if kept else Outcome.UNTESTED, kept)
