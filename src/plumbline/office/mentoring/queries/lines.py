"""Who reports to whom, as far as the program knows."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project


def lines_of(organisation: Organisation) -> dict[int, frozenset[int]]:
    """Sponsors and managers of running projects, PMO managers and their staff; both ways. Three queries."""
    running = Project.objects.filter(organisation=organisation, archived_at=None)
    ties = set(running.exclude(manager=None).exclude(sponsor=None).values_list("manager_id", "sponsor_id"))
    heads = people_in(organisation, Role.PMO_MANAGER).values_list("pk", flat=True)
    staff = people_in(organisation, Role.PMO_STAFF).values_list("pk", flat=True)
    ties |= set(product(heads, staff))
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in ties:
        found[one].add(other)
        found[other].add(one)
    return {each: frozenset(others - {each}) for each, others in found.items()}
