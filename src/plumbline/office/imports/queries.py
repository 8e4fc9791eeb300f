"""What the pages ask about uploads."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.assurance.models import Assessment
from plumbline.office.imports.models import OriginalFile, Upload
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import PlanVersion, Project


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way; ``state`` is done, now, waiting (for the person), failed or empty for what comes later."""

    title: str
    state: str

    @property
    def mark(self) -> str:
        return "now" if self.state == "waiting" else self.state

    @property
    def icon(self) -> str:
        return {"done": "check", "now": "refresh", "waiting": "arrow-right", "failed": "close"}.get(self.state, "clock")

    @property
    def note(self) -> str:
        return {"done": "done", "now": "at work", "waiting": "waiting for you", "failed": "stopped here"}.get(
            self.state, ""
        )


def upload(organisation: Organisation, upload_id: int) -> Upload:
    """404 for one of another organisation."""
    found = (
        Upload.objects.filter(project__organisation=organisation, pk=upload_id)
        .select_related("project__organisation", "project__standing", "uploaded_by", "plan_version")
        .first()
    )
    if found is None:
        raise Http404
    return found


def steps_of(upload: Upload) -> list[Step]:
    """Received, read, confirmed, recorded, assessed: how far this upload has come."""
    done, way = _PROGRESS[Upload.State(upload.state)]
    if upload.state == Upload.State.RECORDED:
        done += is_assessed(upload)
    titles = ("Received", "Read", "Confirmed", "Recorded", "Assessed")
    return [Step(title, "done" if n < done else way if n == done else "") for n, title in enumerate(titles)]


_PROGRESS: dict[Upload.State, tuple[int, str]] = {
    Upload.State.RECEIVED: (1, "now"),
    Upload.State.REFUSED: (1, "failed"),
    Upload.State.READABLE: (2, "waiting"),
    Upload.State.DISCARDED: (2, "failed"),
    Upload.State.CONFIRMED: (3, "now"),
    Upload.State.RECORDED: (4, "now"),
}


def is_assessed(upload: Upload) -> bool:
    return Assessment.objects.filter(plan_version=upload.plan_version_id).exists()


def is_moving(upload: Upload) -> bool:
    """Whether the page of this upload will soon look different by itself."""
    if upload.is_under_way:
        return True
    is_current = upload.plan_version_id is not None and upload.plan_version_id == upload.project.current_plan_id
    return is_current and not is_assessed(upload)


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
