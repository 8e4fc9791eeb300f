from __future__ import annotations

import logging

from django_tasks import task

from plumbline.office.assurance import impact
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


@task()
def work_out_impact(analysis_id: int) -> None:
    impact.work_out(analysis_id)


def work_on_what_is_due() -> None:
    assess_what_is_due()
    for analysis in impact.due():
        try:
            impact.work_out(analysis.pk)
        except Exception:
            logger.exception("Impact analysis %s stopped; the next sweep goes on with it.", analysis.pk)


SWEEP = work_on_what_is_due
