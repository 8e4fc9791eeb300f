"""Iterations are recorded, corrected and removed; the forecast is worked out anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from plumbline.engine.burn_up import Forecast, burn_up, forecast
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.iterations.models import BurnUpStanding, IterationRecord
from plumbline.office.iterations.queries import as_facts, iterations_of
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

MOST = 1_000


def record_iteration(
    project: Project,
    *,
    by: Person | None,
    ends_on: date,
    scope: Decimal,
    accepted: Decimal,
    planned: Decimal | None = None,
    note: str = "",
    number: int | None = None,
) -> IterationRecord:
    """The next iteration, or what is known by now of the one with that ``number``.

    Raises ``ValidationError`` by field: each ends after the one before it, and none in the future.
    """
    with action("record_iteration", by=by, scope=project.organisation) as line:
        held = locked(project)
        there = iterations_of(held)
        this = number or _next(held)
        if number is not None and all(each.number != number for each in there):
            raise ValidationError("There is no such iteration. It may have been removed.")
        others = [each for each in there if each.number != this]
        _must_lie_between(ends_on, this, others)
        if ends_on > today(held.organisation):
            raise ValidationError({"ends_on": "Record an iteration when it has ended: choose today or a day before."})
        found = IterationRecord(
            project=held, number=this, ends_on=ends_on, scope=scope, accepted=accepted, planned=planned
        )
        found.note, found.by = note.strip(), by
        known = sorted([*others, found], key=lambda each: each.number)
        _must_hold(known)
        add(found)
        _work_out(held, known)
        line.about(found, number=this, ends_on=str(ends_on), scope=str(scope), accepted=str(accepted))
    return found


def remove_iteration(project: Project, *, by: Person | None, number: int, reason: str) -> IterationRecord:
    """It is not counted any more; what was recorded of it stays in the history."""
    with action("remove_iteration", by=by, scope=project.organisation) as line:
        held = locked(project)
        there = iterations_of(held)
        last = next((each for each in there if each.number == number), None)
        if last is None:
            raise ValidationError("There is no such iteration. It may have been removed.")
        if not reason.strip():
            raise ValidationError({"reason": "Say why, in a few words."})
        found = IterationRecord(project=held, number=number, ends_on=last.ends_on, scope=last.scope)
        found.accepted, found.planned, found.note = last.accepted, last.planned, reason.strip()
        found.removed, found.by = True, by
        add(found)
        _work_out(held, [each for each in there if each.number != number])
        line.about(found, number=number, reason=reason.strip())
    return found


def _next(project: Project) -> int:
    last = IterationRecord.objects.filter(project=project).order_by("-number").values_list("number", flat=True).first()
    if (last or 0) >= MOST:
        raise ValidationError(f"There are {MOST:,} iterations already, which is the most.")
    return (last or 0) + 1


def _must_lie_between(ends_on: date, number: int, others: Sequence[IterationRecord]) -> None:
    before = max((each.ends_on for each in others if each.number < number), default=None)
    after = min((each.ends_on for each in others if each.number > number), default=None)
    if before and ends_on <= before:
        raise ValidationError({"ends_on": f"The iteration before ended on {before:%-d %B %Y}: choose a later day."})
    if after and ends_on >= after:
        raise ValidationError({"ends_on": f"The next iteration ended on {after:%-d %B %Y}: choose an earlier day."})


def _must_hold(known: Sequence[IterationRecord]) -> None:
    total = Decimal(0)
    for each in known:
        total += each.accepted
        if total > each.scope:
            said = (
                f"By the end of iteration {each.number}, {total.normalize():f} points were accepted, but its scope is "
                f"{each.scope.normalize():f}. The scope counts all that is wanted, accepted or not."
            )
            raise ValidationError({"accepted": said})


def _work_out(project: Project, known: Sequence[IterationRecord]) -> None:
    found = forecast(burn_up(as_facts(known)), seed=project.pk)
    values = {"forecast": _kept(found) if found else None, "worked_out_at": now()}
    BurnUpStanding.objects.update_or_create(project=project, defaults=values)


def _kept(found: Forecast) -> dict[str, object]:
    return {
        "chances": [
            {"chance": each, "iterations": count, "day": day.isoformat() if (day := found.days[each]) else None}
            for each, count in found.iterations.items()
        ],
        "never": found.never,
        "basis": found.basis,
    }
