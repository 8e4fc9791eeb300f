"""From what a report gathered to a document with its organisation's name and colour."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.document import Document
from plumbline.office.reporting.models import HOUSE_BLUE, Branding
from plumbline.office.reporting.report import Asked, Gathered


def composed(organisation: Organisation, gathered: Gathered, moment: datetime) -> Document:
    branding = Branding.objects.filter(organisation=organisation).first()
    return Document(
        title=gathered.title,
        subtitle=gathered.subtitle,
        organisation=organisation.name,
        as_of=gathered.as_of,
        made_at=moment,
        currency=organisation.currency,
        accent=branding.accent if branding else HOUSE_BLUE,
        blocks=tuple(gathered.blocks),
    )


def composed_now(organisation: Organisation, report: str, parameters: dict[str, Any], moment: datetime) -> Document:
    """A report about something that is frozen itself, since ``moment``: it needs no snapshot."""
    asked = Asked(organisation, parameters, moment, people.today(organisation))
    return composed(organisation, reports()[report].gather(asked), moment)
