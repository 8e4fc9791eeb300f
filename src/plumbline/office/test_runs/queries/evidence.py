"""How the criteria of a project stand, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionEvidence, Outcome

GOOD_FOR = timedelta(days=30)
"""How long results are believed: nobody knows what became of what has not been tested for a month."""


@dataclass(frozen=True, slots=True)
class StandingOf:
    """A criterion, how it stands today, and what is kept of it; nothing where there is no evidence for it."""

    criterion: Criterion
    standing: Outcome
    evidence: CriterionEvidence | None


def evidence_of(project: Project, good_for: timedelta | None = GOOD_FOR) -> list[StandingOf]:
    """Of every criterion that is not withdrawn, by number. Green is only what is green and not stale."""
    criteria = Criterion.objects.filter(project=project, withdrawn_at=None)
    criteria = criteria.select_related("deliverable", "requirement", "evidence__latest_run", "evidence__manual__by")
    return [standing_of(each, good_for) for each in criteria.order_by("number")]


def standing_of(criterion: Criterion, good_for: timedelta | None = GOOD_FOR) -> StandingOf:
    kept: CriterionEvidence | None = getattr(criterion, "evidence", None)
    standing = kept.standing(criterion.changed_at, now(), good_for) if kept else Outcome.UNTESTED
    return StandingOf(criterion, standing, kept)
