"""A document as a file, if this installation can make it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from plumbline.office.reporting.document import Document
from plumbline.office.reporting.render.formats import FORMATS, Format


def formats() -> list[tuple[str, Format, bool]]:
    """Ending, format, and whether it can be made here."""
    return [(ending, each, each.can_be_made()) for ending, each in FORMATS.items()]


def file_answer(document: Document, ending: str, name: str) -> HttpResponse:
    found = FORMATS.get(ending)
    if found is None or not found.can_be_made():
        raise Http404
    answer = HttpResponse(found.make(document), content_type=found.content_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.{ending}")
    return answer
