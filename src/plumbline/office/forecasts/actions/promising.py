"""Commitments are made, changed and withdrawn; what was promised before stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.forecasts.models import Commitment
from plumbline.office.forecasts.queries.commitments import newest_commitments
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.projects.held import locked, mark, next_number
from plumbline.office.projects.models import Project

MOST = 200
_CARRIED = ("kind", "uid", "milestone", "day", "amount", "promised_by", "promised_to", "promised_on")


def promise(
    project: Project,
    *,
    by: Person | None,
    kind: str,
    promised_on: date,
    day: date | None = None,
    amount: Decimal | None = None,
    uid: str = "",
    promised_by: Person | None = None,
    promised_to: str = "",
    note: str = "",
    number: int | None = None,
) -> Commitment:
    """A new commitment, or with ``number`` what is promised now in its place.

    ``uid`` is that of a milestone of the current plan. Raises ``ValidationError`` by field.
    """
    with action("make_commitment", by=by, scope=project.organisation) as line:
        held = locked(project)
        if number is not None:
            _must_hold(held, number)
        if promised_on > today(held.organisation):
            raise ValidationError({"promised_on": "Choose the day on which it was promised: today or before."})
        found = Commitment(project=held, kind=kind, promised_on=promised_on, promised_by=promised_by, by=by)
        found.promised_to, found.note = promised_to.strip(), note.strip()
        found.number = number or next_number(Commitment.objects.filter(project=held), MOST)
        if kind == Commitment.Kind.BUDGET:
            found.amount = _needed(amount, "amount", "Say how much was promised.")
        else:
            found.day = _needed(day, "day", "Say which day was promised.")
        if kind == Commitment.Kind.MILESTONE:
            found.uid, found.milestone = uid, _milestone(held, uid)
        add(found)
        mark(held)
        line.about(found, kind=kind, value=str(found.value), milestone=found.milestone, promised_on=str(promised_on))
    return found


def withdraw(project: Project, *, by: Person | None, number: int, reason: str) -> Commitment:
    """It is not judged any more; what was promised stays in the history."""
    with action("withdraw_commitment", by=by, scope=project.organisation) as line:
        held = locked(project)
        last = _must_hold(held, number)
        if not reason.strip():
            raise ValidationError({"reason": "Say why, in a few words."})
        carried: dict[str, Any] = {name: getattr(last, name) for name in _CARRIED}
        found = Commitment(project=held, number=number, note=reason.strip(), withdrawn=True, by=by, **carried)
        add(found)
        mark(held)
        line.about(found, reason=reason.strip())
    return found


def _must_hold(project: Project, number: int) -> Commitment:
    found = newest_commitments(project).get(number)
    if found is None or found.withdrawn:
        raise ValidationError("There is no such commitment. It may have been withdrawn.")
    return found


def _needed(value: Any, field: str, otherwise: str) -> Any:
    if value is None:
        raise ValidationError({field: otherwise})
    return value


def _milestone(project: Project, uid: str) -> str:
    schedule = projects.schedule_of(project.current_plan) if project.current_plan else None
    for each in schedule.activities if schedule else ():
        if each.is_milestone and str(each.uid) == uid:
            return each.name[:250]
    raise ValidationError({"uid": "Choose a milestone of the current plan."})
