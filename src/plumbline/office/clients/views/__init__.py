"""The pages of clients and agreements."""

from plumbline.office.clients.views.agreements import accept, agreement, code, decline, end, narrow, offer
from plumbline.office.clients.views.desk import desk, export, export_report, report
from plumbline.office.clients.views.standards import offer_standard, take_standard

__all__ = [
    "accept",
    "agreement",
    "code",
    "decline",
    "desk",
    "end",
    "export",
    "export_report",
    "narrow",
    "offer",
    "offer_standard",
    "report",
    "take_standard",
]
