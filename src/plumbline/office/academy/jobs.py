"""What the academy does by itself: reminders of what is due, lessons for what came again, and which of them work."""

from __future__ import annotations

import logging

from plumbline.office.academy.actions import judge_what_was_assessed, remind_of_what_is_due, weigh_what_is_due

logger = logging.getLogger(__name__)


def work_on_what_is_due() -> None:
    for work in (remind_of_what_is_due, judge_what_was_assessed, weigh_what_is_due):
        try:
            work()
        except Exception:
            logger.exception("%s stopped; the next sweep tries again.", work.__name__)


SWEEP = work_on_what_is_due
