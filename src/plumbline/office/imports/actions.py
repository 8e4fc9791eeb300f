"""Handing a file in, and confirming what was read from it."""

from __future__ import annotations

from pathlib import PurePath, PureWindowsPath

from django.conf import settings
from django.template.defaultfilters import filesizeformat

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.imports import jobs
from plumbline.office.imports.locking import CannotUpload, locked
from plumbline.office.imports.models import Upload
from plumbline.office.imports.originals import keep
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


def receive(project: Project, filename: str, data: bytes, *, by: Person) -> Upload:
    """Keeps the file and has it read. Raises ``CannotUpload`` for what no reader needs to see."""
    if project.archived_at:
        raise CannotUpload(f"{project.name} is archived; take it out of the archive before uploading a plan.")
    if not data:
        raise CannotUpload("The file is empty. Export the plan again and choose the new file.")
    if len(data) > settings.PLAN_FILE_LIMIT:
        limit = filesizeformat(settings.PLAN_FILE_LIMIT)
        raise CannotUpload(f"The file has {filesizeformat(len(data))}; plans up to {limit} can be read.")
    with action("upload_plan", by=by, scope=project.organisation) as line:
        original = keep(data)
        upload = Upload.objects.create(
            project=project, original=original, filename=_bare_name(filename), uploaded_by=by
        )
        line.about(upload, project=project.code, digest=original.digest, size=len(data))
        jobs.work_on_upload.enqueue(upload.pk)
    return upload


def confirm(upload: Upload, *, chosen: int, message: str, by: Person) -> Upload:
    """Has the chosen project of the file recorded as the next plan version."""
    with action("confirm_upload", by=by, scope=upload.project.organisation) as line:
        upload = locked(upload, Upload.State.READABLE)
        if not 0 <= chosen < len(upload.preview):
            raise CannotUpload("Choose one of the projects in the file.")
        upload.chosen, upload.message, upload.confirmed_by = chosen, message, by
        upload.state, upload.due_at, upload.attempts = Upload.State.CONFIRMED, now(), 0
        upload.save(update_fields=["chosen", "message", "confirmed_by", "state", "due_at", "attempts"])
        line.about(upload, plan=upload.preview[chosen]["name"], message=message)
        jobs.work_on_upload.enqueue(upload.pk)
    return upload


def _bare_name(filename: str) -> str:
    name = PureWindowsPath(PurePath(filename).name).name
    return "".join(each for each in name if each.isprintable())[-255:] or "plan"
