"""Which projects and programmes are for which objective."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Programme, Project
from plumbline.office.strategy.models import Alignment, Objective


def align(
    objective: Objective,
    thing: Project | Programme,
    *,
    by: Person | None,
    strength: int = Alignment.Strength.CLEAR,
    why: str = "",
) -> Alignment:
    """What is aligned already gets the new strength and reason. Raises ``ValidationError`` by field."""
    with action("align", by=by, scope=objective.organisation) as line:
        locked = Objective.objects.select_for_update().get(pk=objective.pk)  # two at once would both add it
        if locked.archived_at is not None or thing.organisation_id != locked.organisation_id:
            raise ValidationError("Choose an objective that is not archived, and a project of the same organisation.")
        place = {"project": thing} if isinstance(thing, Project) else {"programme": thing}
        found = Alignment.objects.filter(objective=locked, **place).first()
        if found is None:
            found = add(Alignment(objective=locked, strength=strength, why=why.strip(), by=by, **place))
            line.about(found, strength=found.strength)
            return found
        told = change(found, strength=strength, why=why.strip())
        if told:
            line.about(found, changed=told | change(found, by=by, at=now()))
        else:
            line.nothing_happened()
        return found


def unalign(alignment: Alignment, *, by: Person | None) -> None:
    """The audit trail keeps what it said. Does nothing if somebody was quicker."""
    with action("unalign", by=by, scope=alignment.objective.organisation) as line:
        found = Alignment.objects.select_for_update(of=("self",)).filter(pk=alignment.pk).first()
        if found is None:
            line.nothing_happened()
            return
        line.about(found, objective=str(found.objective), strength=found.strength, why=found.why)
        found.delete()
