"""Whether the office has an approved charter."""

from __future__ import annotations

from datetime import date

from plumbline.engine.maturity import Answer
from plumbline.office.mandate.models import CharterVersion
from plumbline.office.maturity.measured import Measured, in_words
from plumbline.office.people.models import Organisation

TITLE = "Charter"


def measured(organisation: Organisation, day: date) -> Measured:
    charter = CharterVersion.objects.filter(organisation=organisation).first()
    if charter is None:
        return Measured(0, "The office has no approved charter.", Answer.NOT_MET, "office/")
    said = f"{charter} was approved on {in_words(charter.approved_at)}."
    return Measured(charter.number, said, Answer.MET, "office/")
