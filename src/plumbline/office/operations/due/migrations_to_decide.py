"""Projects that follow another version than the one in force, of which nothing was decided."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef

from plumbline.office.governance.models import MigrationDecision
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardInForce

TITLE = "Moves to the standard in force to decide"
EMPTY = "Every project follows the standard in force, or was decided about."
ORDER = 90


def found(organisation: Organisation, day: date, most: int) -> Found:
    in_force = StandardInForce.objects.filter(organisation=organisation).values("standard_version")
    decided = MigrationDecision.objects.filter(project=OuterRef("pk"), to_version__in=in_force)
    others = Project.objects.filter(
        ~Exists(decided), organisation=organisation, archived_at=None, standard_version__isnull=False
    )
    others = others.exclude(standard_version__in=in_force).select_related("manager", "standard_version")
    without_files = others.defer("standard_version__files").order_by("code")
    return first_of(without_files, most, lambda each: row(organisation, each))


def row(organisation: Organisation, project: Project) -> DueRow:
    there = address("governance:standard", organisation, project.pk)
    return DueRow(
        what=str(project),
        url=there,
        deed="Decide",
        deed_url=there,
        who=str(project.manager or ""),
        detail=f"follows {project.standard_version}",
    )
