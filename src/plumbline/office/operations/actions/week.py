"""Planning a week: what somebody of the office is going to do, what is done, and what is left over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.operations.models import PlannedWork
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission

MOST_IN_A_WEEK = 60
WEEK = timedelta(days=7)
EARLIEST, LATEST = 2000, 2099


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody says about a piece of work. ``on`` is a day of the week, or left open."""

    title: str
    minutes: int = 0
    on: date | None = None


def plan_work(
    organisation: Organisation,
    plan: Plan,
    *,
    person: Person,
    monday: date,
    by: Person,
    about: Model | None = None,
) -> PlannedWork:
    """``about`` is a request, a gate review or an audit of the organisation. Raises ``ValidationError`` by field."""
    with action("plan_work", by=by, scope=organisation) as line:
        _check(organisation, person, monday, 1)
        said = _said(plan, monday) | _about(about)
        work = PlannedWork(organisation=organisation, person=person, monday=monday, added_by=by, **said)
        line.about(add(work), person=str(person), week=str(monday), minutes=plan.minutes)
    return work


def plan_thing(
    organisation: Organisation, thing: Model, *, minutes: int, person: Person, monday: date, by: Person
) -> PlannedWork:
    """Some time in the week; nothing new where it is planned already."""
    planned = PlannedWork.objects.filter(organisation=organisation, person=person, monday=monday, **_about(thing))
    if found := planned.first():
        return found
    plan = Plan(str(thing)[:200], minutes)
    return plan_work(organisation, plan, person=person, monday=monday, by=by, about=thing)


def change_work(work: PlannedWork, plan: Plan, *, by: Person) -> PlannedWork:
    """Raises ``ValidationError`` by field."""
    with action("change_planned_work", by=by, scope=work.organisation) as line:
        found = PlannedWork.objects.select_for_update().get(pk=work.pk)
        told = change(found, **_said(plan, found.monday))
        if told:
            line.about(found, changed=told)
        else:
            line.nothing_happened()
    return found


def say_done(work: PlannedWork, is_done: bool, *, by: Person) -> PlannedWork:
    with action("finish_planned_work" if is_done else "reopen_planned_work", by=by, scope=work.organisation) as line:
        found = PlannedWork.objects.select_for_update().get(pk=work.pk)
        if found.is_done == is_done:
            line.nothing_happened()
        else:
            change(found, done_at=now() if is_done else None)
            line.about(found, person=str(found.person), week=str(found.monday))
    return found


def remove_work(work: PlannedWork, *, by: Person) -> None:
    with action("remove_planned_work", by=by, scope=work.organisation) as line:
        line.about(work, person=str(work.person), week=str(work.monday))
        PlannedWork.objects.filter(pk=work.pk).delete()


def carry_over(organisation: Organisation, *, person: Person, monday: date, by: Person) -> int:
    """What was not done in the week before, once; returns how many. Raises ``ValidationError`` if that is too much."""
    with action("carry_work_over", by=by, scope=organisation) as line:
        _check(organisation, person, monday, 0)
        left = list(left_over(organisation, monday).filter(person=person))
        if not left:
            line.nothing_happened()
            return 0
        _check(organisation, person, monday, len(left))
        carried = [
            add(
                PlannedWork(
                    organisation=organisation, person=person, monday=monday, added_by=by, carried_from=each,
                    title=each.title, minutes=each.minutes,
                    request=each.request, review=each.review, audit=each.audit,
                )
            )
            for each in left
        ]  # fmt: skip
        line.about(carried[0], person=str(person), week=str(monday), carried=len(carried))
    return len(carried)


def left_over(organisation: Organisation, monday: date) -> Any:
    """What was planned for the week before, is not done and was not carried over."""
    before = PlannedWork.objects.filter(organisation=organisation, monday=monday - WEEK)
    return before.filter(done_at=None, carried_to=None).select_related("request", "review", "audit")


def _check(organisation: Organisation, person: Person, monday: date, more: int) -> None:
    Person.objects.select_for_update().get(pk=person.pk)
    if not EARLIEST <= monday.year <= LATEST or monday.weekday() != 0:
        raise ValidationError("A week begins on a Monday of this century.")
    if not has_permission(organisation, person, "plan_week"):
        raise ValidationError({"person": "Choose somebody of the office."})
    planned = PlannedWork.objects.filter(organisation=organisation, person=person, monday=monday).count()
    if planned + more > MOST_IN_A_WEEK:
        raise ValidationError(f"A week holds {MOST_IN_A_WEEK} pieces of work at most: that is a list, not a plan.")


def _said(plan: Plan, monday: date) -> dict[str, Any]:
    if plan.on is not None and not monday <= plan.on < monday + WEEK:
        raise ValidationError({"on": "Choose a day of this week."})
    return {"title": plan.title.strip(), "minutes": plan.minutes, "on": plan.on}


def _about(thing: Model | None) -> dict[str, Any]:
    names = {"ServiceRequest": "request", "GateReview": "review", "Audit": "audit"}
    return {names[type(thing).__name__]: thing} if thing is not None else {}
