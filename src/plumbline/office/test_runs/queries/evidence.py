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
    """A criterion, how it stands today, and what is kept of it; nothing where no test is for it."""

    criterion: Criterion
    standing: Outcome
    evidence: CriterionEvidence | None


def evidence_of(project: Project, good_for: timedelta | None = GOOD_FOR) -> list[StandingOf]:
    """Of every criterion that is not withdrawn, by number. Green is only what is green and not stale."""
    criteria = Criterion.objects.filter(project=project, withdrawn_at=None)
    criteria = criteria.select_related("deliverable", "requirement", "evidence__latest_run").order_by("number")
    moment, found = now(), []
    for each in criteria:
        kept = getattr(each, "evidence", None)
        standing = kept.standing(each.changed_at, moment, good_for) if kept else Outcome.UNTESTED
        found.append(StandingOf(each, standing, kept))
    return found
