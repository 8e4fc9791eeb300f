"""Whether those whom the office serves find it worth it."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Satisfaction"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "service_satisfaction", met=4, partly=3)
