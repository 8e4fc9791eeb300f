"""Questions about live sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.queries import courses_in_force
from plumbline.office.teaching.models import LiveSession, Registration

State = Registration.State
MOST_OVER = 30
MOST_TO_COME = 200


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as one person sees it in the list; ``mine`` is their state in it, or empty."""

    session: LiveSession
    seated: int
    waiting: int
    mine: str

    @property
    def free(self) -> int:
        return max(0, self.session.seats - self.seated)


def sessions_to_come(organisation: Organisation, person: Person, day: date) -> list[SessionRow]:
    """The next first; two queries."""
    found = _all(organisation).filter(on__gte=day, cancelled_at=None)[:MOST_TO_COME]
    return _rows(list(found), person)


def sessions_over(organisation: Organisation, person: Person, day: date) -> list[SessionRow]:
    """Those that took place, the last first; two queries."""
    found = _all(organisation).filter(on__lt=day, cancelled_at=None).order_by("-on", "-at", "-pk")[:MOST_OVER]
    return _rows(list(found), person)


def sessions_between(organisation: Organisation, first: date, last: date) -> QuerySet[LiveSession]:
    found = LiveSession.objects.filter(organisation=organisation, cancelled_at=None, on__range=(first, last))
    return found.select_related("teacher", "organisation").order_by("on", "at", "pk")


def session_in(organisation: Organisation, number: int) -> LiveSession:
    """404 for one of another organisation."""
    found = LiveSession.objects.filter(organisation=organisation, pk=number)
    one = found.select_related("organisation", "teacher").first()
    if one is None:
        raise Http404
    return one


def registrations_of(session: LiveSession) -> list[Registration]:
    """Who has a seat, by name, then who waits, in the order in which they move up."""
    found = session.registrations.exclude(state=State.CANCELLED).select_related("person")
    return sorted(
        found, key=lambda each: (each.state == State.WAITING, each.asked_at if each.state == State.WAITING else 0,
                                 each.person.name, each.pk),
    )  # fmt: skip


def subject_of(session: LiveSession) -> str:
    """“Network logic: Leads”, as the standard in force calls it; empty where it is about neither."""
    course = courses_in_force(session.organisation).courses.get(session.course)
    lesson = course.lesson(session.lesson) if course and session.lesson else None
    if course is None:
        return session.course
    return f"{course.title}: {lesson.title}" if lesson else course.title


def _all(organisation: Organisation) -> QuerySet[LiveSession]:
    found = LiveSession.objects.filter(organisation=organisation).select_related("organisation", "teacher")
    return found.annotate(
        seated=Count("registrations", filter=Q(registrations__state=State.SEATED)),
        waiting=Count("registrations", filter=Q(registrations__state=State.WAITING)),
    )


def _rows(sessions: list[LiveSession], person: Person) -> list[SessionRow]:
    registered = Registration.objects.filter(session__in=sessions, person=person).exclude(state=State.CANCELLED)
    mine = dict(registered.values_list("session_id", "state"))
    return [
        SessionRow(each, each.seated, each.waiting, mine.get(each.pk, ""))  # type: ignore[attr-defined]
        for each in sessions
    ]
