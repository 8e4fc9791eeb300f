"""Ways to begin a plan that are open to a project, and what they begin from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q
from django.http import Http404

from plumbline.engine.schedule import Schedule
from plumbline.engine.starts import CannotStart, Deliverable, Start, Way, ways
from plumbline.office.acceptance.models import Deliverable as DeliverableRow
from plumbline.office.governance.queries import standard_for
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

BEGINS_AT = time(8)
MISSING = {
    "standard": "No standard is in force here.",
    "deliverables": "The project has no deliverables yet; name them under Acceptance.",
    "earlier": "No project has a plan yet that could be copied.",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """``why_not`` is empty for a way that is open."""

    name: str
    way: Way
    why_not: str


def offered_ways(project: Project) -> list[Offered]:
    there = {
        "standard": standard_for(project) is not None,
        "deliverables": project.deliverables.filter(dropped_at=None).exists(),
        "earlier": Project.objects.filter(organisation=project.organisation).exclude(current_plan=None).exists(),
    }
    return [
        Offered(name, way, next((MISSING[each] for each in way.needs if not there[each]), ""))
        for name, way in ways().items()
    ]


def offered_way(project: Project, name: str) -> Offered:
    """404 for one that there is not."""
    found = next((each for each in offered_ways(project) if each.name == name), None)
    if found is None:
        raise Http404
    return found


def start_of(project: Project, way: Way, day: date, given: Mapping[str, str]) -> Start:
    """``given``: the choices of the way, and the code of an earlier project. Raises ``CannotStart`` by field."""
    return Start(
        name=project.name,
        start=datetime.combine(day, BEGINS_AT),
        standard=standard_for(project) if "standard" in way.needs else None,
        earlier=_earlier(project, given.get("earlier", "")) if "earlier" in way.needs else None,
        deliverables=_deliverables(project) if "deliverables" in way.needs else (),
        choices={each.name: given.get(each.name, "") for each in way.choices},
    )


def _earlier(project: Project, code: str) -> Schedule:
    found = Project.objects.filter(organisation=project.organisation, code__iexact=code.strip()).first()
    if found is None:
        raise CannotStart("There is no project with this code.", "earlier")
    if found.current_plan is None:
        raise CannotStart(f"{found} has no plan that could be copied.", "earlier")
    return projects.schedule_of(found.current_plan)


def _deliverables(project: Project) -> tuple[Deliverable, ...]:
    rows = DeliverableRow.objects.filter(project=project, dropped_at=None).order_by("number")
    counted = rows.annotate(kept=Count("criteria", filter=Q(criteria__withdrawn_at=None)))
    return tuple(Deliverable(reference=each.reference, name=each.name, criteria=each.kept) for each in counted)
