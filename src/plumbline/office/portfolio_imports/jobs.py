from __future__ import annotations

import logging

from django_tasks import task

from plumbline.office.foundation.clock import now
from plumbline.office.portfolio_imports.models import PortfolioImport
from plumbline.office.portfolio_imports.steps.working import take_next_step

logger = logging.getLogger(__name__)


@task()
def work_on_import(import_id: int) -> None:
    take_next_step(import_id)


def work_on_what_is_due() -> None:
    """Takes up imports whose task was lost."""
    for pk in PortfolioImport.objects.filter(due_at__lte=now()).order_by("due_at").values_list("pk", flat=True):
        try:
            take_next_step(pk)
        except Exception:
            logger.exception("Import %s could not be worked on; the next sweep tries again.", pk)


SWEEP = work_on_what_is_due
