"""Whether conditions of gates are met by their day."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Conditions of gates"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "condition_closure")
