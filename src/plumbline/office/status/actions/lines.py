"""The lines on which a project reports beside the project as a whole."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.status.models import ReportLine


def add_line(project: Project, *, by: Person | None, name: str, reporter: Person | None = None) -> ReportLine:
    """Raises ``ValidationError`` by field."""
    with action("add_report_line", by=by, scope=project.organisation) as audit:
        line = add(ReportLine(project=project, name=name, reporter=reporter))
        audit.about(line)
    return line


def change_line(line: ReportLine, *, by: Person | None, name: str, reporter: Person | None) -> None:
    with action("change_report_line", by=by, scope=line.project.organisation) as audit:
        audit.about(line, changed=change(line, name=name, reporter=reporter))


def close_line(line: ReportLine, *, by: Person | None) -> None:
    """Its reports stay; a draft of it stays as well, and can be published once the line is opened again."""
    with action("close_report_line", by=by, scope=line.project.organisation) as audit:
        audit.about(line, changed=change(line, closed_at=line.closed_at or now()))


def open_line(line: ReportLine, *, by: Person | None) -> None:
    with action("open_report_line", by=by, scope=line.project.organisation) as audit:
        audit.about(line, changed=change(line, closed_at=None))
