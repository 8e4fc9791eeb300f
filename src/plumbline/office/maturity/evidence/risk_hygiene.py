"""Whether open risks are looked after."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Risk hygiene"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "risk_hygiene")
