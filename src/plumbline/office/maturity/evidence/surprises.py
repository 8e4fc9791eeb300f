"""Whether issues were foreseen as risks."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Surprises"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "surprises", met=25, partly=50)
