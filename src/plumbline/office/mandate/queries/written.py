"""What is being written now."""

from __future__ import annotations

from plumbline.office.mandate.models import Mandate
from plumbline.office.people.models import Organisation


def mandate_of(organisation: Organisation) -> Mandate:
    """Begun, with nothing in it, where there is none yet."""
    return Mandate.objects.filter(organisation=organisation).first() or Mandate(organisation=organisation)
