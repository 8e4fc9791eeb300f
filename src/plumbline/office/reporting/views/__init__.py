"""The pages of reports and packs."""

from plumbline.office.reporting.views.making import making, new
from plumbline.office.reporting.views.reading import download, packs, publish, snapshot
from plumbline.office.reporting.views.regular import colour, new_schedule, pause, remove, resume
from plumbline.office.reporting.views.status import status_report, status_report_file

__all__ = [
    "colour",
    "download",
    "making",
    "new",
    "new_schedule",
    "packs",
    "pause",
    "publish",
    "remove",
    "resume",
    "snapshot",
    "status_report",
    "status_report_file",
]
