"""What can be done about the status of a project."""

from plumbline.office.status.actions.drafts import Seen, WrittenMeanwhile, discard_draft, publish_draft, save_draft
from plumbline.office.status.actions.lines import add_line, change_line, close_line, open_line
from plumbline.office.status.actions.reporting import renew_reporting
from plumbline.office.status.actions.reports import acknowledge_report, publish_report

__all__ = [
    "Seen",
    "WrittenMeanwhile",
    "acknowledge_report",
    "add_line",
    "change_line",
    "close_line",
    "discard_draft",
    "open_line",
    "publish_draft",
    "publish_report",
    "renew_reporting",
    "save_draft",
]
