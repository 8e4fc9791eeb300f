"""Questions about status reports."""

from plumbline.office.status.queries.reports import last_report, report, reports_of

__all__ = ["last_report", "report", "reports_of"]
