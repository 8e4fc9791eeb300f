"""By when the next report is asked for, after the cadence of the standard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from plumbline.engine.divergence import silent_after
from plumbline.engine.standard import Standard


@dataclass(frozen=True, slots=True)
class Asked:
    """The day of the next report, the last day of grace, and the day after which the project is silent."""

    due_on: date
    late_after: date
    silent_after: date


def asked_after(last: date, standard: Standard | None) -> Asked | None:
    """``last`` is the day that the last report speaks of, or on which the project began.

    ``None`` where no cadence asks for reports.
    """
    cadence = standard.cadences.status_report if standard else None
    if cadence is None:
        return None
    due = last + timedelta(days=cadence.days)
    return Asked(due, due + timedelta(days=cadence.grace_days), silent_after(last, cadence))
