from __future__ import annotations

import logging

from django_tasks import task

from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.assurance.due import due_projects
from plumbline.office.foundation.clock import now

logger = logging.getLogger(__name__)


@task()
def assess_project(project_id: int) -> int:
    return assess_while_due(project_id)


def assess_what_is_due() -> None:
    """Finds again whatever a lost task or the mere passing of time has left to do."""
    for project_id in due_projects(now()).order_by("facts_changed_at").values_list("pk", flat=True):
        try:
            assess_while_due(project_id)
        except Exception:
            logger.exception("Project %s could not be assessed; the next sweep tries again.", project_id)


SWEEP = assess_what_is_due
