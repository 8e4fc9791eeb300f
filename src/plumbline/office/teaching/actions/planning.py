"""Live sessions: planned, changed, cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, today
from plumbline.office.standards.queries import courses_in_force
from plumbline.office.teaching.actions.seats import coming, held, move_up, tell
from plumbline.office.teaching.models import LiveSession


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """What is said of a session. ``course`` and ``lesson`` are names of the standard in force, or empty."""

    title: str
    on: date
    at: time
    minutes: int
    place: str
    seats: int
    teacher: Person | None = None
    about: str = ""
    course: str = ""
    lesson: str = ""
    counts: bool = False


def plan_session(organisation: Organisation, facts: SessionFacts, *, by: Person) -> LiveSession:
    with action("plan_session", by=by, scope=organisation) as line:
        _check(organisation, facts)
        if facts.on < today(organisation):
            raise ValidationError({"on": "Choose a day to come."})
        moment = now()
        planned = add(
            LiveSession(organisation=organisation, planned_by=by, planned_at=moment, changed_at=moment, **_of(facts))
        )
        line.about(planned, on=str(facts.on), seats=facts.seats)
        if facts.teacher and facts.teacher != by:
            tell(planned, [facts.teacher], Wording("You teach “{session}”", session=planned), _when(planned), "teach")
        return planned


def change_session(session: LiveSession, facts: SessionFacts, *, by: Person) -> None:
    """Whoever comes is told when it is somewhere or sometime else; more seats go to those who wait."""
    with action("change_session", by=by, scope=session.organisation) as line:
        locked = held(session)
        _check(locked.organisation, facts)
        if locked.cancelled_at is not None:
            raise ValidationError("The session is cancelled.")
        changed = change(locked, **_of(facts))
        if not changed:
            line.nothing_happened()
            return
        locked.full_clean()
        change(locked, changed_at=now(), sequence=locked.sequence + 1)
        if changed.keys() & {"on", "at", "place"}:
            said = Wording("“{session}” is somewhere or sometime else", session=locked)
            tell(locked, coming(locked), said, _when(locked), f"moved:{locked.sequence}")
        line.about(locked, changed=changed, moved_up=[str(each) for each in move_up(locked)])


def cancel_session(session: LiveSession, *, by: Person) -> None:
    with action("cancel_session", by=by, scope=session.organisation) as line:
        locked = held(session)
        if locked.cancelled_at is not None:
            line.nothing_happened()
            return
        if locked.registrations.filter(attended__isnull=False).exists():
            raise ValidationError("It took place: attendance is marked already.")
        change(locked, cancelled_at=now(), changed_at=now(), sequence=locked.sequence + 1)
        said = Wording("“{session}” does not take place", session=locked)
        tell(locked, coming(locked), said, _when(locked), "cancelled")
        line.about(locked)


def _check(organisation: Organisation, facts: SessionFacts) -> None:
    course = courses_in_force(organisation).courses.get(facts.course)
    if facts.course and course is None:
        raise ValidationError({"course": "The standard in force does not have this course."})
    if facts.lesson and (course is None or course.lesson(facts.lesson) is None):
        raise ValidationError({"course": "The course does not have this lesson."})
    if facts.counts and not facts.course:
        raise ValidationError({"counts": "It can count only for a course or a lesson. Choose one."})
    if facts.teacher and not people_in(organisation).filter(pk=facts.teacher.pk).exists():
        raise ValidationError({"teacher": f"{facts.teacher} does not belong to {organisation}."})


def _of(facts: SessionFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in SessionFacts.__dataclass_fields__}


def _when(session: LiveSession) -> Wording:
    return Wording("{on}, {at}; {place}.", on=session.on, at=f"{session.at:%H:%M}", place=session.place)
