"""Whether projects finish when they said they would."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Forecasts"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "forecast_accuracy", met=85, partly=70)
