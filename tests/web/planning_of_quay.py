"""Drafts of the quay's plan: one of everybody who may write at it, and one that was laid aside."""

from __future__ import annotations

from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.planning import actions
from plumbline.office.projects.models import Project


def write_plans_of_quay(project: Project, people: dict[Role, Person]) -> None:
    manager, staff = people[Role.PMO_MANAGER], people[Role.PMO_STAFF]
    laid_aside = actions.begin(project, by=manager, empty=True)
    actions.discard(laid_aside, by=manager)
    for author in (manager, people[Role.PROJECT_MANAGER]):
        draft = actions.begin(project, by=author)
        actions.edit(draft, [("add", {"names": "Clean the quay"})], seen=0)
        actions.edit(draft, [("add", {"names": "Paint the quay"})], seen=1)
        actions.undo(draft, seen=2)
    empty = actions.begin(project, by=staff, empty=True)
    actions.edit(empty, [("add", {"names": "A smaller quay"})], seen=0)
