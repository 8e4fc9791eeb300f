"""Whether projects keep the rules of their standard."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Rule conformance"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "rule_conformance", met=85, partly=65)
