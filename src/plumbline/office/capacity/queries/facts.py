"""The people a project counts on, as the engine's rules see them."""

from __future__ import annotations

from datetime import date

from plumbline.engine.capacity import CapacityFacts, PersonFact, WeekFact
from plumbline.office.capacity.models import ProjectCapacity
from plumbline.office.projects.models import Project


def capacity_facts(project: Project) -> CapacityFacts | None:
    """``None`` where no people are kept here or the plan asks nobody for anything. One query."""
    kept = ProjectCapacity.objects.filter(project=project).values_list("facts", flat=True).first()
    if not kept:
        return None
    return CapacityFacts(
        asked=kept["asked"],
        people=tuple(
            PersonFact(
                key=each["key"],
                name=each["name"],
                projects=each["projects"],
                only_one_with=tuple(each["only"]),
                weeks=tuple(WeekFact(date.fromisoformat(day), *minutes) for day, *minutes in each["weeks"]),
            )
            for each in kept["people"]
        ),
    )
