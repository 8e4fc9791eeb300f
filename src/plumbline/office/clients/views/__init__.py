"""The pages of clients and agreements."""

from plumbline.office.clients.views.agreements import accept, agreement, code, decline, end, narrow, offer
from plumbline.office.clients.views.desk import desk, export
from plumbline.office.clients.views.reports import (
    own_report,
    own_report_file,
    own_report_pdf,
    report,
    report_file,
    report_pdf,
)
from plumbline.office.clients.views.standards import offer_standard, take_standard

__all__ = [
    "accept",
    "agreement",
    "code",
    "decline",
    "desk",
    "end",
    "export",
    "narrow",
    "offer",
    "offer_standard",
    "own_report",
    "own_report_file",
    "own_report_pdf",
    "report",
    "report_file",
    "report_pdf",
    "take_standard",
]
