"""Questions about reports and packs."""

from plumbline.office.reporting.queries.packs import (
    in_the_making,
    in_words,
    making,
    pack,
    packs,
    report_of,
    schedule,
    schedule_in_words,
    schedules,
    status_report,
)
from plumbline.office.reporting.queries.readers import readers_of

__all__ = [
    "in_the_making",
    "in_words",
    "making",
    "pack",
    "packs",
    "readers_of",
    "report_of",
    "schedule",
    "schedule_in_words",
    "schedules",
    "status_report",
]
