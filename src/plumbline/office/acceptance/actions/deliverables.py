"""Deliverables and what is required of them: by hand, or taken over from the plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plumbline.office.acceptance.actions.places import (
    MOST_CRITERIA,
    MOST_DELIVERABLES,
    locked_deliverable,
    reason_given,
    refuse_stranger,
)
from plumbline.office.acceptance.models import Criterion, Deliverable, Requirement
from plumbline.office.acceptance.queries.work import summaries_of
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.held import locked, mark, next_number
from plumbline.office.projects.models import Project


def add_deliverable(
    project: Project,
    *,
    by: Person | None,
    name: str,
    description: str = "",
    owner: Person | None = None,
    wbs_key: str = "",
) -> Deliverable:
    """``wbs_key`` ties it to an element of the plan. Raises ``ValidationError`` by field."""
    with action("add_deliverable", by=by, scope=project.organisation) as line:
        held = locked(project)
        refuse_stranger(held, owner)
        number = next_number(held.deliverables.all(), MOST_DELIVERABLES)
        found = add(
            Deliverable(project=held, number=number, name=name, description=description, owner=owner, wbs_key=wbs_key)
        )
        mark(held)
        line.about(found, wbs_key=wbs_key)
        return found


def take_from_plan(project: Project, *, by: Person | None, keys: Collection[str]) -> list[Deliverable]:
    """A deliverable for each of those summary elements of the current plan. Those that have one already are passed by,
    dropped ones too: whoever dropped it meant it.
    """
    with action("take_deliverables_from_plan", by=by, scope=project.organisation) as line:
        held = locked(project)
        known = set(held.deliverables.exclude(wbs_key="").values_list("wbs_key", flat=True))
        wanted = [each for each in summaries_of(held) if each.key in set(keys) - known]
        if not wanted:
            line.nothing_happened()
            return []
        first = next_number(held.deliverables.all(), MOST_DELIVERABLES - len(wanted) + 1)
        made = [
            add(Deliverable(project=held, number=number, name=each.name, wbs_key=each.key))
            for number, each in enumerate(wanted, start=first)
        ]
        mark(held)
        line.about(held, deliverables=[each.reference for each in made])
        return made


def tie_to_plan(project: Project, *, by: Person | None, keys: Mapping[str, str]) -> list[Deliverable]:
    """Ties deliverables to elements of the plan: ``keys`` by reference. What is tied already, or dropped, stays so."""
    with action("tie_deliverables_to_plan", by=by, scope=project.organisation) as line:
        held = locked(project)
        free = [each for each in held.deliverables.filter(wbs_key="", dropped_at=None) if each.reference in keys]
        if not free:
            line.nothing_happened()
            return []
        for each in free:
            change(each, wbs_key=keys[each.reference])
        mark(held)
        line.about(held, deliverables=[each.reference for each in free])
        return free


def change_deliverable(
    deliverable: Deliverable, *, by: Person | None, name: str, description: str, owner: Person | None
) -> Deliverable:
    """Raises ``ValidationError`` by field."""
    with action("change_deliverable", by=by, scope=deliverable.project.organisation) as line:
        held = locked_deliverable(deliverable)
        if owner is not None and owner.pk != held.owner_id:
            refuse_stranger(held.project, owner)
        changed = change(held, name=name, description=description, owner=owner)
        if not changed:
            line.nothing_happened()
            return held
        line.about(held, fields=sorted(changed))
        return held


def drop_deliverable(deliverable: Deliverable, *, by: Person | None, because: str) -> None:
    """It is not handed over after all: its criteria are asked for no more, and all of it stays to be read."""
    with action("drop_deliverable", by=by, scope=deliverable.project.organisation) as line:
        held = locked_deliverable(deliverable)
        change(held, dropped_at=now(), dropped_because=reason_given(because))
        mark(held.project)
        line.about(held, because=held.dropped_because)


def add_requirement(deliverable: Deliverable, *, by: Person | None, text: str, source: str = "") -> Requirement:
    with action("add_requirement", by=by, scope=deliverable.project.organisation) as line:
        held = locked_deliverable(deliverable)
        number = next_number(held.project.requirements.all(), MOST_CRITERIA)
        found = add(
            Requirement(deliverable=held, project=held.project, number=number, text=text.strip(), source=source)
        )
        mark(held.project)
        line.about(found)
        return found


def drop_requirement(requirement: Requirement, *, by: Person | None, because: str) -> None:
    """Its criteria stay, without it."""
    with action("drop_requirement", by=by, scope=requirement.project.organisation) as line:
        deliverable = locked_deliverable(requirement.deliverable)
        held = Requirement.objects.get(pk=requirement.pk)
        if held.dropped_at:
            line.nothing_happened()
            return
        change(held, dropped_at=now(), dropped_because=reason_given(because))
        Criterion.objects.filter(requirement=held).update(requirement=None)
        mark(deliverable.project)
        line.about(held, because=held.dropped_because)
