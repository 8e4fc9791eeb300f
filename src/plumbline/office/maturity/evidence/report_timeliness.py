"""Whether status reports come by their day."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Report timeliness"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "report_timeliness")
