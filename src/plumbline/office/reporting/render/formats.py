"""The formats that a document can be had in, and whether this installation can make them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from plumbline.office.foundation import typeset
from plumbline.office.reporting.document import Document
from plumbline.office.reporting.render import pdf, slides, workbook


@dataclass(frozen=True, slots=True)
class Format:
    """``extra`` is what has to be installed for it."""

    title: str
    content_type: str
    make: Callable[[Document], bytes]
    can_be_made: Callable[[], bool]
    extra: str = ""


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    "pdf": Format("PDF", "application/pdf", pdf.pdf_of, typeset.can_be_made, "pdf"),
    "pptx": Format(
        "Slides",
        f"{_OFFICE}.presentationml.presentation",
        slides.slides_of,
        lambda: find_spec("pptx") is not None,
        "slides",
    ),
    "xlsx": Format("Workbook", f"{_OFFICE}.spreadsheetml.sheet", workbook.workbook_of, lambda: True),
}
