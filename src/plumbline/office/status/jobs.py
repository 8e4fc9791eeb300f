"""What becomes due about reports by time alone, or by evidence that has arrived."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db.models import F, Q

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.status.actions.go_to_green import judge_plans
from plumbline.office.status.actions.reminding import tell_what_is_due
from plumbline.office.status.actions.reporting import renew_reporting

logger = logging.getLogger(__name__)
MOST_RENEWED = 200
KEPT_FOR = timedelta(days=1)
"""Tailoring begins and ends by days, and with it the cadence."""


def renew_what_is_due() -> None:
    """Projects without a standing of their reports, with newer evidence, or that were not looked at since yesterday."""
    newer = Q(standing__assessment__assessed_at__gt=F("reporting__renewed_at"))
    over = Q(archived_at__gt=F("reporting__renewed_at"))
    stale = Q(archived_at=None, reporting__renewed_at__lt=now() - KEPT_FOR)
    found = Project.objects.filter(Q(reporting=None, archived_at=None) | newer | over | stale)
    for project in found.select_related("organisation", "standard_version").order_by("pk")[:MOST_RENEWED]:
        try:
            renew_reporting(project)
        except Exception:
            logger.exception(
                "The reporting of project %s could not be renewed; the next sweep tries again.", project.pk
            )


def work_on_what_is_due() -> None:
    renew_what_is_due()
    tell_what_is_due()
    judge_plans()


SWEEP = work_on_what_is_due
