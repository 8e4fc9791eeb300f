"""Whether projects begin with what others have learned."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, of_metric
from plumbline.office.people.models import Organisation

TITLE = "Lessons reuse"


def measured(organisation: Organisation, day: date) -> Measured:
    return of_metric(organisation, "lessons_reuse", met=75, partly=40)
