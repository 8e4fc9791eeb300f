"""From one state to the next: locked, recorded, and never by the author where the office decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.intake.models import ProjectRequest, State, Step
from plumbline.office.people.models import Person


def locked(asked: ProjectRequest, states: Sequence[str], otherwise: str) -> ProjectRequest:
    """Of two who act at once, the second is told."""
    found = ProjectRequest.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=asked.pk)
    if found.state not in states:
        raise ValidationError(otherwise)
    return found


def by_somebody_else(asked: ProjectRequest, by: Person) -> None:
    if asked.author_id == by.pk:
        raise ValidationError("It is your own request, so somebody else has to do this.")


def record(asked: ProjectRequest, kind: Step.Kind, by: Person | None, note: str = "") -> Step:
    return add(Step(request=asked, kind=kind, by=by, note=note.strip()))


def move(
    asked: ProjectRequest, state: State, kind: Step.Kind, by: Person | None, note: str = "", **values: Any
) -> None:
    """To a state, with its step. An open question to the author is settled by any move."""
    change(asked, state=state, since=now(), waits_for_answer=False, **values)
    record(asked, kind, by, note)


def needed(note: str, field: str, otherwise: str) -> str:
    if not note.strip():
        raise ValidationError({field: otherwise})
    return note.strip()
