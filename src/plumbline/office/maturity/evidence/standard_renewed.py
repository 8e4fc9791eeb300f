"""Whether the standard was changed within a year or so."""

from __future__ import annotations

from datetime import date

from plumbline.engine.maturity import Answer
from plumbline.office.maturity.measured import Measured, address, by_limits
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardVersion

TITLE = "Renewal of the standard"


def measured(organisation: Organisation, day: date) -> Measured:
    there = address("standards:list", organisation)
    published = list(
        StandardVersion.objects.filter(organisation=organisation).order_by("-published_at").values("published_at")[:2]
    )
    if len(published) < 2:
        said = "The standard has not been changed since it was first published."
        return Measured(len(published), said, Answer.NOT_MET, there)
    age = (day - published[0]["published_at"].date()).days
    said = f"The standard was last changed {age} days ago."
    return Measured(age, said, by_limits(age, met=366, partly=550), there)
