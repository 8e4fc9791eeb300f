from __future__ import annotations

from django_tasks import task

from plumbline.office.archive import actions
from plumbline.office.archive.models import Archive, Deletion
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself


@task()
def make_archive(archive_id: int) -> None:
    actions.make_archive(archive_id)


def work_on_what_is_due() -> None:
    """Archives whose task was lost, those whose time is over, and organisations that are to be deleted."""
    due = {"due_at__lte": now()}
    each_by_itself(Archive.objects.filter(**due).order_by("due_at").values_list("pk", flat=True), actions.make_archive)
    actions.let_go_of_past_archives()
    each_by_itself(
        Deletion.objects.filter(**due).order_by("due_at").values_list("pk", flat=True), actions.delete_what_is_due
    )


SWEEP = work_on_what_is_due
