"""Selections are calculated in the background, and taken up again when a worker is lost."""

from __future__ import annotations

from django_tasks import task

from plumbline.office.choosing.models import Selection
from plumbline.office.choosing.working import carry_out_selection
from plumbline.office.foundation.runs import take_up


@task()
def work_on_selection(selection_id: int) -> None:
    carry_out_selection(selection_id)


def work_on_what_is_due() -> None:
    take_up(Selection, carry_out_selection)


SWEEP = work_on_what_is_due
