"""Whether gates are held before the work behind them begins."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Gate discipline"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "gate_discipline")
