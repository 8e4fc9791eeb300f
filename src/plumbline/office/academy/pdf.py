"""A certificate as a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plumbline.office.academy.models import Certificate
from plumbline.office.foundation.typeset import pdf_from

LAYOUT = Path(__file__).parent / "layout" / "certificate.typ"


def pdf_of(certificate: Certificate, public: str, made_at: datetime) -> bytes:
    """``public`` is the address at which it can be verified."""
    data = {
        "organisation": str(certificate.organisation),
        "name": certificate.name,
        "title": certificate.title,
        "issued": f"{certificate.issued_on:%-d %B %Y}",
        "expires": f"{certificate.expires_on:%-d %B %Y}",
        "code": certificate.code,
        "public": public,
    }
    return pdf_from(LAYOUT, data, made_at)
