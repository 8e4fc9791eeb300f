from __future__ import annotations

from django_tasks import task

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.reporting import actions
from plumbline.office.reporting.models import Delivery, Making


@task()
def make_report(making_id: int) -> None:
    actions.make(making_id)


def work_on_what_is_due() -> None:
    """Schedules first, then what is to be made, then what is to be sent."""
    actions.take_due_schedules()
    each_by_itself(
        Making.objects.filter(due_at__lte=now()).order_by("due_at").values_list("pk", flat=True), actions.make
    )
    waiting = Delivery.objects.filter(due_at__lte=now()).order_by("due_at").values_list("pk", flat=True)
    each_by_itself(waiting, actions.send_delivery)


SWEEP = work_on_what_is_due
