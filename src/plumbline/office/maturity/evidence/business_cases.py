"""Whether projects have an approved business case."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Business cases"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "business_case_coverage")
