"""Which projects are due for assessment. Due-ness is read from the database, never remembered.

A project is due when evidence arrived after the facts of its last assessment (or it moved to another standard, which
leaves the same mark), when it has no version of its own and another is in force since then, or when time alone has
changed what its evidence is worth.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, Q, QuerySet

from plumbline.office.projects.models import Project

_EVIDENCE = Q(standing=None) | Q(facts_changed_at__gt=F("standing__facts_as_of"))
_STANDARD = Q(standard_version=None) & Q(organisation__standard_in_force__since__gt=F("standing__facts_as_of"))


def due_projects(now: datetime) -> QuerySet[Project]:
    """Running projects with a plan whose standing does not reflect their facts as of ``now``."""
    time_alone = Q(standing__due_again_at__lte=now)
    return Project.objects.filter(
        _EVIDENCE | _STANDARD | time_alone,
        archived_at=None,
        current_plan__isnull=False,
        organisation__standard_in_force__isnull=False,
    )


def moment_of_facts(project: Project, now: datetime) -> datetime:
    """The instant as of which a due project is to be assessed: the latest of what made it due.

    It does not depend on when a worker gets round to it, so two workers write the same assessment, once.
    """
    standing = getattr(project, "standing", None)
    moments = [project.facts_changed_at]
    if project.standard_version_id is None or standing is None:
        moments.append(project.organisation.standard_in_force.since)
    if standing is not None and standing.due_again_at is not None and standing.due_again_at <= now:
        moments.append(standing.due_again_at)
    return max(each for each in moments if each is not None)
