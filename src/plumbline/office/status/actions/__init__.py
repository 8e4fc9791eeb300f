"""What can be done about the status of a project."""

from plumbline.office.status.actions.reporting import renew_reporting
from plumbline.office.status.actions.reports import acknowledge_report, publish_report

__all__ = ["acknowledge_report", "publish_report", "renew_reporting"]
