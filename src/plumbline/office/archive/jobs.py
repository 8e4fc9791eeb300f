from __future__ import annotations

from django_tasks import task

from plumbline.office.archive import actions
from plumbline.office.archive.models import Archive, Deletion, Restoration
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself


@task()
def make_archive(archive_id: int) -> None:
    actions.make_archive(archive_id)


@task()
def work_on_restoration(restoration_id: int) -> None:
    actions.work_on_restoration(restoration_id)


def work_on_what_is_due() -> None:
    """What is made or taken up and whose task was lost, what is over, and organisations that are to be deleted."""
    due = {"due_at__lte": now()}
    each_by_itself(Archive.objects.filter(**due).order_by("due_at").values_list("pk", flat=True), actions.make_archive)
    actions.let_go_of_past_archives()
    uploads = Restoration.objects.filter(**due).order_by("due_at").values_list("pk", flat=True)
    each_by_itself(uploads, actions.work_on_restoration)
    actions.let_go_of_old_uploads()
    each_by_itself(
        Deletion.objects.filter(**due).order_by("due_at").values_list("pk", flat=True), actions.delete_what_is_due
    )


SWEEP = work_on_what_is_due
