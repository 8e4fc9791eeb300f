"""How an upload ends without a plan version: nothing of the file is kept but the answer."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.imports.locking import locked
from plumbline.office.imports.models import Upload
from plumbline.office.imports.originals import forget
from plumbline.office.people.models import Person


def discard(upload: Upload, *, by: Person | None) -> Upload:
    """Lets go of a file that was read but not recorded."""
    with action("discard_upload", by=by, scope=upload.project.organisation) as line:
        upload = locked(upload, Upload.State.READABLE)
        _end(upload, Upload.State.DISCARDED)
        line.about(upload)
    return upload


def refuse(upload: Upload, problems: list[dict[str, str]]) -> None:
    """Tells why the file is no plan that can be trusted. Raises ``CannotUpload`` if it was recorded meanwhile."""
    with action("refuse_upload", by=None, scope=upload.project.organisation) as line:
        upload = locked(upload, Upload.State.RECEIVED, Upload.State.CONFIRMED)
        upload.problems = problems
        _end(upload, Upload.State.REFUSED)
        line.about(upload, problems=[each["message"] for each in problems])


def _end(upload: Upload, state: Upload.State) -> None:
    digest = upload.original_id
    upload.state, upload.original, upload.due_at = state, None, None
    upload.save(update_fields=["state", "original", "due_at", "problems"])
    if digest:
        forget(digest)
