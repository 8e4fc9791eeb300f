"""Whether the money of projects goes to named objectives."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, address, by_limits
from plumbline.office.people.models import Organisation
from plumbline.office.strategy.queries import aligned_share

TITLE = "Budget for an objective"


def measured(organisation: Organisation, day: date) -> Measured:
    value, there = aligned_share(organisation).budget_percent, address("strategy:objectives", organisation)
    if value is None:
        return Measured(None, "No running project names a budget.", None, there)
    said = f"{value} % of the budgets of running projects is for an objective."
    return Measured(value, said, by_limits(value), there)
