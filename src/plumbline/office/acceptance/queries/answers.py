"""What people answered to points of ready and done: the last answer to each counts."""

from __future__ import annotations

from plumbline.office.acceptance.readiness_models import ReadinessAnswer
from plumbline.office.projects.models import Project

Answers = dict[tuple[str, str], ReadinessAnswer]
"""By definition and point."""


def answers_of(project: Project) -> dict[int, Answers]:
    """By the id of the deliverable; one query."""
    found: dict[int, Answers] = {}
    for each in ReadinessAnswer.objects.filter(deliverable__project=project).select_related("by").order_by("pk"):
        found.setdefault(each.deliverable_id, {})[each.definition, each.point] = each
    return found
