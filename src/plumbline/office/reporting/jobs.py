from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from django_tasks import task

from plumbline.office.foundation.clock import now
from plumbline.office.reporting import actions
from plumbline.office.reporting.models import Delivery, Making

logger = logging.getLogger(__name__)


@task()
def make_report(making_id: int) -> None:
    actions.make(making_id)


def work_on_what_is_due() -> None:
    """Schedules first, then what is to be made, then what is to be sent."""
    actions.take_due_schedules()
    _each(Making.objects.filter(due_at__lte=now()).order_by("due_at").values_list("pk", flat=True), actions.make)
    waiting = Delivery.objects.filter(due_at__lte=now()).order_by("due_at").values_list("pk", flat=True)
    _each(waiting, actions.send_delivery)


def _each(keys: Iterable[int], work: Callable[[int], object]) -> None:
    for key in list(keys):
        try:
            work(key)
        except Exception:
            logger.exception("%s stopped at %s; the next sweep tries again.", work.__name__, key)


SWEEP = work_on_what_is_due
