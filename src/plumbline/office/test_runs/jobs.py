"""Large files are read in the background; one whose worker was lost is taken up again."""

from __future__ import annotations

from django_tasks import task

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.test_runs.models import TestRun
from plumbline.office.test_runs.steps.reading import read_run


@task()
def read_a_run(run_id: int) -> None:
    read_run(run_id)


def read_what_is_due() -> None:
    waiting = TestRun.objects.filter(state=TestRun.State.RECEIVED, due_at__lte=now())
    each_by_itself(waiting.order_by("pk").values_list("pk", flat=True), read_run)


SWEEP = read_what_is_due
