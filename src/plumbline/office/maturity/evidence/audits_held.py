"""Whether an audit was reported within a year."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.office.conformance.models import Audit
from plumbline.office.maturity.measured import Measured, address, by_limits
from plumbline.office.people.models import Organisation

TITLE = "Audits"
A_YEAR = timedelta(days=366)


def measured(organisation: Organisation, day: date) -> Measured:
    reported = Audit.objects.filter(
        organisation=organisation, state__in=Audit.AFTER_THE_REPORT, planned_to__gt=day - A_YEAR
    ).count()
    said = f"{reported} audit{'' if reported == 1 else 's'} reported in the last year."
    return Measured(reported, said, by_limits(reported, met=2, partly=1), address("conformance:audits", organisation))
