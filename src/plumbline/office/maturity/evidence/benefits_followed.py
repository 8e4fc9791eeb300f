"""Benefits are not measured yet, and this says so."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, not_measured
from plumbline.office.people.models import Organisation

TITLE = "Benefits"


def measured(organisation: Organisation, day: date) -> Measured:
    return not_measured("Benefits are not measured here yet. Judge by what you know, and name the evidence.")
