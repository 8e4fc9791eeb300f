"""Courses asked of people, and reminders of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.engine.course import Course
from plumbline.office.academy.models import Assignment
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, today
from plumbline.office.standards.queries import courses_in_force

WEEK = timedelta(days=7)
MOST_ASSIGNED = 500
MOST_REMINDED = 500


def assign(
    organisation: Organisation,
    course: Course,
    people: Iterable[Person],
    *,
    by: Person | None,
    due_on: date | None = None,
    why: str = "",
) -> int:
    """Each is told once; who has the course open already keeps it as it is. Returns how many were new."""
    with action("assign_course", by=by, scope=organisation) as line:
        asked = {each.pk: each for each in people}
        if len(asked) > MOST_ASSIGNED:
            raise ValidationError({"people": f"At most {MOST_ASSIGNED} people at once."})
        if due_on is not None and due_on < today(organisation):
            raise ValidationError({"due_on": "Choose a day to come."})
        belong = set(people_in(organisation).filter(pk__in=asked).values_list("pk", flat=True))
        if belong != set(asked):
            raise ValidationError({"people": f"Somebody does not belong to {organisation}."})
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        open_ones = Assignment.objects.filter(organisation=organisation, course=course.name)
        have = set(open_ones.filter(done_at=None, cancelled_at=None).values_list("person_id", flat=True))
        new = [asked[key] for key in sorted(asked) if key not in have]
        for person in new:
            _ask(organisation, course, person, by, due_on, why)
        if not new:
            line.nothing_happened()
            return 0
        line.about(organisation, course=course.name, people=len(new), due_on=str(due_on or ""))
        return len(new)


def cancel_assignment(assignment: Assignment, *, by: Person) -> None:
    with action("cancel_assignment", by=by, scope=assignment.organisation) as line:
        locked = Assignment.objects.select_for_update().get(pk=assignment.pk)
        if not locked.is_open:
            line.nothing_happened()
            return
        change(locked, cancelled_at=now(), remind_on=None)
        line.about(locked, person=str(assignment.person))


def remind_of_what_is_due() -> None:
    """A week before the day, on it, and each week after it until it is done."""
    tomorrow = (now() + timedelta(days=1)).date()
    due = Assignment.objects.filter(remind_on__lte=tomorrow, done_at=None, cancelled_at=None)
    each_by_itself(due.order_by("remind_on", "pk").values_list("pk", flat=True)[:MOST_REMINDED], _remind)


def _ask(
    organisation: Organisation, course: Course, person: Person, by: Person | None, due_on: date | None, why: str
) -> None:
    assignment = add(
        Assignment(
            organisation=organisation, person=person, course=course.name, why=why.strip(), due_on=due_on,
            assigned_by=by, assigned_at=now(), remind_on=_first(due_on, today(organisation)),
        )
    )  # fmt: skip
    said = Wording("Learn “{course}”", course=course.title)
    if due_on:
        said = Wording("Learn “{course}” until {due}", course=course.title, due=due_on)
    _tell(assignment, said, as_written(why.strip()) if why.strip() else Wording("You were asked to."), "asked")


def _remind(key: int) -> None:
    with action("remind_of_course", by=None, scope=None) as line:
        found = Assignment.objects.select_for_update(of=("self",)).select_related("organisation", "person")
        assignment = found.get(pk=key)
        line.scope = assignment.organisation
        day = today(assignment.organisation)
        if not assignment.is_open or assignment.remind_on is None or assignment.remind_on > day:
            line.nothing_happened()
            return
        course = courses_in_force(assignment.organisation).courses.get(assignment.course)
        title, due = course.title if course else assignment.course, assignment.due_on
        soon = Wording("“{course}” is due on {due}", course=title, due=due)
        late = Wording("“{course}” was due on {due}", course=title, due=due)
        said = late if due is not None and due < day else soon
        _tell(assignment, said, Wording("You were asked to learn it."), f"remind:{day}")
        change(assignment, remind_on=_next(due, day))
        line.about(assignment)


def _first(due_on: date | None, day: date) -> date | None:
    """A week before, or on the day itself where that is nearer."""
    return None if due_on is None else due_on - WEEK if due_on - WEEK > day else due_on


def _next(due_on: date | None, day: date) -> date | None:
    if due_on is None:
        return None
    return due_on if day < due_on else day + WEEK


def _tell(assignment: Assignment, said: Wording, reason: Wording, what: str) -> None:
    organisation = assignment.organisation
    notify(
        organisation,
        [assignment.person],
        kind="course",
        title=said,
        reason=reason,
        path=reverse("academy:course", args=[organisation.slug, assignment.course]),
        key=f"course:{assignment.pk}:{what}",
    )
