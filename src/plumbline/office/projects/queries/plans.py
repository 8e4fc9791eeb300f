"""Plan versions and what is in them."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation
from plumbline.engine.schedule.document import load, load_calculation
from plumbline.office.projects.documents import unpacked
from plumbline.office.projects.models import PlanVersion, Project


def versions(project: Project) -> QuerySet[PlanVersion]:
    """Newest first."""
    return PlanVersion.objects.filter(project=project).select_related("recorded_by", "project")


def version(project: Project, number: int) -> PlanVersion:
    """404 for a number the project has not reached."""
    found = versions(project).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def version_from_file(project: Project, original_digest: str) -> PlanVersion | None:
    """The newest version that came from the file of that SHA-256."""
    return versions(project).filter(original_digest=original_digest).first()


def schedule_of(version: PlanVersion) -> Schedule:
    return kept_schedule(version.document_id)


def calculation_of(version: PlanVersion) -> Calculation | None:
    """``None`` if the plan cannot be calculated; ``version.calculation_problem`` says why."""
    return kept_calculation(version.calculation_document_id)


def baseline_schedule_of(project: Project) -> Schedule | None:
    """The plan version the project is measured against, if one was chosen."""
    return schedule_of(project.baseline) if project.baseline else None


@lru_cache(maxsize=16)
def kept_schedule(digest: str) -> Schedule:
    return load(unpacked(digest))


@lru_cache(maxsize=16)
def kept_calculation(digest: str | None) -> Calculation | None:
    return load_calculation(unpacked(digest)) if digest else None
