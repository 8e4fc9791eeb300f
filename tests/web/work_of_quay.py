"""Work at Quay: a connector with items of which one has begun, an export that waits, and one that was imported."""

from __future__ import annotations

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.work_items import actions
from plumbline.office.work_items.reading import Settings

EXPORT = (
    b"Issue key,Summary,Issue Type,Status,Labels,Labels,Updated\n"
    b"QUAY-1,Pour the quay,Task,In Progress,D-1,quay,2026-03-02 10:00\n"
    b"QUAY-2,Paint the quay,Task,To Do,,quay,2026-03-02 10:00\n"
)
COLUMNS = {"key": "Issue key", "title": "Summary", "state": "Status", "labels": "Labels", "changed_at": "Updated"}


def work_at_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    project, manager = Project.objects.get(organisation=organisation, code="QUAY-1"), people[Role.PROJECT_MANAGER]
    board = actions.connect(project, by=manager, name="Quay board", tracker="jira")
    actions.receive(board, "quay.csv", EXPORT, by=manager)
    imported = actions.receive(board, "quay-before.csv", EXPORT, by=manager)
    actions.confirm(imported, by=manager, settings=Settings(COLUMNS))
