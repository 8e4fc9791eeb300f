from __future__ import annotations

import logging

from django_tasks import task

from plumbline.office.foundation.clock import now
from plumbline.office.imports.models import Upload
from plumbline.office.imports.steps.ending import discard
from plumbline.office.imports.steps.working import take_next_step

logger = logging.getLogger(__name__)


@task()
def work_on_upload(upload_id: int) -> None:
    take_next_step(upload_id)


def work_on_what_is_due() -> None:
    """Takes up uploads whose task was lost, and lets go of files that nobody confirmed."""
    due = Upload.objects.filter(due_at__lte=now()).select_related("project__organisation")
    for upload in due.order_by("due_at"):
        try:
            if upload.state == Upload.State.READABLE:
                discard(upload, by=None)
            else:
                take_next_step(upload.pk)
        except Exception:
            logger.exception("Upload %s could not be worked on; the next sweep tries again.", upload.pk)


SWEEP = work_on_what_is_due
