"""Questions about agreements, and what they allow to be seen."""

from plumbline.office.clients.queries.agreements import agreement_of, agreements_of, answers_of, may_answer
from plumbline.office.clients.queries.desk import Desk, DeskLine, desk
from plumbline.office.clients.queries.report import Report, own_report, period_asked, report_on
from plumbline.office.clients.queries.standards import Master, master_of, offer_in

__all__ = [
    "Desk",
    "DeskLine",
    "Master",
    "Report",
    "agreement_of",
    "agreements_of",
    "answers_of",
    "desk",
    "master_of",
    "may_answer",
    "offer_in",
    "own_report",
    "period_asked",
    "report_on",
]
