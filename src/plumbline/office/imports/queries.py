"""What the pages ask about uploads."""

from __future__ import annotations

from django.db.models import QuerySet

from plumbline.office.imports.models import OriginalFile, Upload
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import PlanVersion, Project


def uploads_within(organisation: Organisation) -> QuerySet[Upload]:
    return Upload.objects.filter(project__organisation=organisation).select_related(
        "project__organisation", "uploaded_by", "plan_version"
    )


def uploads_of(project: Project) -> QuerySet[Upload]:
    return Upload.objects.filter(project=project).select_related("uploaded_by", "plan_version")


def already_recorded(upload: Upload) -> PlanVersion | None:
    """The plan version that was made from these very bytes, if there is one."""
    if not upload.original_id:
        return None
    return PlanVersion.objects.filter(project=upload.project_id, original_digest=upload.original_id).first()


def original_of(version: PlanVersion) -> tuple[OriginalFile, str] | None:
    """The file a plan version was made from and the name it came under."""
    upload = (
        Upload.objects.filter(plan_version=version, original__isnull=False)
        .select_related("original")
        .order_by("pk")
        .first()
    )
    return (upload.original, upload.filename) if upload and upload.original else None
