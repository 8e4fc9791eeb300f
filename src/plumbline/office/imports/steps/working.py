"""What the worker does with an upload. Each step may be begun again at any time; it takes effect once."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from plumbline import conversion
from plumbline.engine.readers import UnreadableSchedule
from plumbline.office.assurance.jobs import assess_project
from plumbline.office.foundation.clock import now
from plumbline.office.imports.models import Upload
from plumbline.office.imports.originals import bytes_of
from plumbline.office.imports.preview import preview_of, problems_of, told
from plumbline.office.imports.steps.ending import refuse
from plumbline.office.projects import actions as projects

LONGEST_STEP = timedelta(minutes=10)
MOST_ATTEMPTS = 3
KEPT_UNCONFIRMED = timedelta(days=14)


def take_next_step(upload_id: int) -> None:
    """Reads a file that was received, or records one that was confirmed, if no other worker is at it."""
    upload = _claim(upload_id)
    if upload is None:
        return
    if upload.attempts > MOST_ATTEMPTS:
        refuse(upload, [{"place": "", "message": _GAVE_UP}])
    elif upload.state == Upload.State.RECEIVED:
        _read(upload)
    elif upload.state == Upload.State.CONFIRMED:
        _record(upload)


_GAVE_UP = (
    f"The file stopped the program {MOST_ATTEMPTS} times while it was read. "
    "Export the plan again, with fewer projects in one file if there are several."
)


def _claim(upload_id: int) -> Upload | None:
    moment = now()
    waiting = Upload.objects.filter(pk=upload_id, due_at__lte=moment)
    if not waiting.update(due_at=moment + LONGEST_STEP, attempts=F("attempts") + 1):
        return None
    return Upload.objects.select_related("project__organisation", "original", "confirmed_by").get(pk=upload_id)


def _read(upload: Upload) -> None:
    assert upload.original is not None
    try:
        plan_file = conversion.read_plan(bytes_of(upload.original), upload.filename)
    except UnreadableSchedule as error:
        refuse(upload, told(error.problems))
        return
    Upload.objects.filter(pk=upload.pk, state=Upload.State.RECEIVED).update(
        state=Upload.State.READABLE,
        preview=preview_of(plan_file),
        problems=problems_of(plan_file),
        due_at=now() + KEPT_UNCONFIRMED,
        attempts=0,
    )


def _record(upload: Upload) -> None:
    assert upload.original is not None
    plan_file = conversion.read_plan(bytes_of(upload.original), upload.filename)
    try:
        with transaction.atomic():
            version, _ = projects.record_plan(
                upload.project,
                by=upload.confirmed_by,
                schedule=plan_file.schedules[upload.chosen],
                source_format=plan_file.format,
                message=upload.message,
                original_digest=upload.original.digest,
            )
            Upload.objects.filter(pk=upload.pk, state=Upload.State.CONFIRMED).update(
                state=Upload.State.RECORDED, plan_version=version, due_at=None
            )
            assess_project.enqueue(upload.project_id)
    except ValidationError as refused:
        refuse(upload, [{"place": "", "message": each} for each in refused.messages])
