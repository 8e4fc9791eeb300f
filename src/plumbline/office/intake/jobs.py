"""What time alone brings about: requests come back from hold."""

from __future__ import annotations

import logging

from plumbline.office.intake import queries
from plumbline.office.intake.actions import return_due

logger = logging.getLogger(__name__)


def return_what_is_due() -> None:
    for each in queries.perhaps_due():
        try:
            return_due(each)
        except Exception:
            logger.exception("Request %s could not be returned; the next sweep tries again.", each.pk)


SWEEP = return_what_is_due
