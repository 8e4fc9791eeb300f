"""The communication plan of one project: what is promised, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.held import locked, mark, next_number
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.actions.places import MOST_LINES, refuse_stranger
from plumbline.office.stakeholders.models import Communication, Occurrence
from plumbline.office.stakeholders.rhythm import answered_by

FARTHEST = timedelta(days=730)


def plan_communication(project: Project, *, by: Person | None, due_on: date, **columns: Any) -> Communication:
    """Raises ``ValidationError`` by field."""
    with action("plan_communication", by=by, scope=project.organisation) as line:
        held = locked(project)
        refuse_stranger(held, columns.get("owner"))
        _refuse_far(held, due_on)
        number = next_number(held.communications.all(), MOST_LINES)
        planned = add(Communication(project=held, number=number, due_on=due_on, **columns))
        mark(held)
        line.about(planned)
        return planned


def change_communication(communication: Communication, *, by: Person | None, **columns: Any) -> Communication:
    """Raises ``ValidationError`` by field."""
    with action("change_communication", by=by, scope=communication.project.organisation) as line:
        held = _locked_line(communication)
        refuse_stranger(held.project, columns.get("owner"))
        if "due_on" in columns and columns["due_on"] != held.due_on:
            _refuse_far(held.project, columns["due_on"])
            if held.occurrences.filter(due_on__gte=columns["due_on"]).exists():
                raise ValidationError({"due_on": "It was due later than this before. Choose a day after that."})
        if changed := change(held, **columns):
            mark(held.project)
            line.about(held, changed=changed)
        else:
            line.nothing_happened()
        return held


def hold_communication(
    communication: Communication, *, by: Person | None, on: date | None = None, note: str = ""
) -> Occurrence:
    """It took place. What was due before and never came is recorded as missed.

    Raises ``ValidationError`` for a day that has not come, and for one before it was held last.
    """
    with action("hold_communication", by=by, scope=communication.project.organisation) as line:
        held = _locked_line(communication)
        day = on or today(held.project.organisation)
        if day > today(held.project.organisation):
            raise ValidationError({"on": "This day has not come yet. Record what has taken place."})
        last = held.occurrences.exclude(held_on=None).first()
        if last and last.held_on and day <= last.held_on:
            raise ValidationError({"on": f"It was held on {last.held_on:%-d %B %Y} already. Choose a later day."})
        missed, due, following = answered_by(held.due_on, held.every_days, day)
        Occurrence.objects.bulk_create(
            [Occurrence(communication=held, due_on=each, in_time=False, by=by) for each in missed]
        )
        in_time = day <= due + timedelta(days=held.tolerance_days)
        kept = add(Occurrence(communication=held, due_on=due, held_on=day, in_time=in_time, note=note.strip(), by=by))
        change(held, due_on=following)
        mark(held.project)
        line.about(kept, due=str(due), missed=len(missed))
        return kept


def end_communication(communication: Communication, *, by: Person | None) -> None:
    """It is not promised any more; what was held stays."""
    with action("end_communication", by=by, scope=communication.project.organisation) as line:
        held = _locked_line(communication)
        change(held, ended_at=now())
        mark(held.project)
        line.about(held)


def _locked_line(communication: Communication) -> Communication:
    project = locked(communication.project)
    held = Communication.objects.select_for_update().get(pk=communication.pk)
    held.project = project
    if held.ended_at:
        raise ValidationError("It was taken out of the plan.")
    return held


def _refuse_far(project: Project, day: date) -> None:
    if abs(day - today(project.organisation)) > FARTHEST:
        raise ValidationError({"due_on": "Choose a day within two years."})
