"""What is counted by itself: projects when they have been assessed, the office once a day."""

from __future__ import annotations

import logging

from django_tasks import task

from plumbline.office.conformance.actions import count_project, due_projects, measure_day
from plumbline.office.people.models import Organisation

logger = logging.getLogger(__name__)


@task()
def measure_practice(organisation_id: int) -> bool:
    return measure_day(Organisation.objects.get(pk=organisation_id), by=None)


def measure_what_is_due() -> None:
    for organisation in Organisation.objects.all():
        try:
            if not measure_day(organisation, by=None):
                for project in due_projects(organisation):
                    count_project(project)
        except Exception:
            logger.exception("The practice of %s could not be measured; the next sweep tries again.", organisation)


SWEEP = measure_what_is_due
