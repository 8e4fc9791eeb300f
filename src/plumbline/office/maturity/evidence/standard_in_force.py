"""Whether there is a published standard."""

from __future__ import annotations

from datetime import date

from plumbline.engine.maturity import Answer
from plumbline.office.maturity.measured import Measured, address, in_words
from plumbline.office.people.models import Organisation
from plumbline.office.standards.queries import in_force

TITLE = "Standard in force"


def measured(organisation: Organisation, day: date) -> Measured:
    version, there = in_force(organisation), address("standards:list", organisation)
    if version is None:
        return Measured(0, "No standard is in force.", Answer.NOT_MET, there)
    said = f"{version} is in force; it was published on {in_words(version.published_at)}."
    return Measured(1, said, Answer.MET, there)
