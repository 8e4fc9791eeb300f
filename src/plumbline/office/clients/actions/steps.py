"""The history of an agreement, one row for each thing that happened."""

from __future__ import annotations

from plumbline.office.clients.models import Agreement, AgreementStep
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person


def step(
    agreement: Agreement, what: AgreementStep.What, organisation: Organisation, by: Person | None, *, note: str = ""
) -> AgreementStep:
    """``organisation`` is the side on which it happened."""
    return add(
        AgreementStep(
            agreement=agreement, what=what, organisation=organisation, by=by, grants=agreement.grants, note=note
        )
    )
