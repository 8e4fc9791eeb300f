"""What somebody may do with the reports of one project."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership
from plumbline.office.projects.models import Project
from plumbline.office.status.models import ReportLine


def may_write(membership: Membership, project: Project, line: ReportLine | None = None) -> bool:
    """Who may report on the project, and on a line its own reporter. Nothing is written about what is over."""
    if project.archived_at or (line and line.closed_at):
        return False
    is_reporter = line is not None and line.reporter_id == membership.person_id
    return is_reporter or may(membership, "report_status", project)


def require_writing(membership: Membership, project: Project, line: ReportLine | None = None) -> None:
    if not may_write(membership, project, line):
        raise PermissionDenied("Your part in this project does not allow this: report its status.")
