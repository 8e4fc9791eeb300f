"""Whether reports say what the evidence says."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Reported and evidence"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "colour_divergence", met=0.2, partly=0.5)
