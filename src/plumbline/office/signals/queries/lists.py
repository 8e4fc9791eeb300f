"""Signals in lists, with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Exists, F, OuterRef, QuerySet, When

from plumbline.office.people.models import Organisation, Person
from plumbline.office.services.clock import ServiceClock
from plumbline.office.services.levels import NEAR, Left, clock_of, limit
from plumbline.office.signals.models import Signal, SignalVote
from plumbline.office.signals.rights import visible_to
from plumbline.office.signals.subjects import Subject

State = Signal.State
GOING = (State.NEW, State.ANSWERED)


@dataclass(frozen=True, slots=True)
class Row:
    """``left`` is what is left of the promised time while there is no answer."""

    signal: Signal
    left: Left | None


@dataclass(frozen=True, slots=True)
class SignalFilter:
    """``state`` is one of the states, or nothing for those that go on."""

    kind: str = ""
    state: str = ""
    subject: Subject | None = None
    owner: Person | None = None
    overdue: bool = False
    words: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.kind or self.state or self.subject or self.owner or self.overdue or self.words)


def office_list(organisation: Organisation, reader: Person, moment: datetime, chosen: SignalFilter) -> QuerySet[Signal]:
    """What is due first comes first; what is answered or closed comes after it, the latest first."""
    found = _shown(visible_to(organisation, reader), reader)
    found = found.filter(state__in=[chosen.state] if chosen.state else GOING)
    if chosen.kind:
        found = found.filter(kind=chosen.kind)
    if chosen.subject:
        found = found.filter(**{name: value for name, value in chosen.subject.columns.items() if value})
    if chosen.owner:
        found = found.filter(owner=chosen.owner)
    if chosen.overdue:
        found = found.filter(state=State.NEW, due_at__lt=moment)
    for word in chosen.words.split():
        found = found.filter(text__icontains=word)
    waiting = Case(When(state=State.NEW, then="due_at"))
    return found.alias(waiting=waiting).order_by(F("waiting").asc(nulls_last=True), "-raised_at", "pk")


def open_to_all(organisation: Organisation, reader: Person) -> QuerySet[Signal]:
    """What goes on and everybody sees: by votes, then the latest first."""
    found = visible_to(organisation, reader).filter(is_open=True, state__in=GOING)
    return _shown(found, reader).order_by(F("agreed").desc(), "-raised_at", "pk")


def mine(organisation: Organisation, reader: Person) -> QuerySet[Signal]:
    """What one raised with one's name; what is anonymous is nobody's."""
    return _shown(visible_to(organisation, reader).filter(by=reader), reader)


def to_answer(organisation: Organisation, reader: Person) -> QuerySet[Signal]:
    """What one owns and has not closed, what is due first comes first."""
    found = visible_to(organisation, reader).filter(owner=reader, state__in=GOING)
    return _shown(found, reader).order_by("answered_at", F("due_at").asc(nulls_last=True), "pk")


def said_and_done(organisation: Organisation, reader: Person) -> QuerySet[Signal]:
    """What is closed and was open to all, the latest first."""
    found = visible_to(organisation, reader).filter(is_open=True, state=State.CLOSED)
    return _shown(found, reader).order_by("-closed_at", "pk")


def beside_their_time(
    organisation: Organisation, moment: datetime, most: int, owner: Person | None = None
) -> tuple[list[Row], int]:
    """Without an answer, and near or past the promised time; with how many there are in all."""
    clock = clock_of(organisation)
    until = limit(clock, moment, NEAR) or moment
    found = Signal.objects.filter(organisation=organisation, state=State.NEW, raised_at__lte=moment, due_at__lte=until)
    if owner is not None:
        found = found.filter(owner=owner)
    found = found.select_related("owner").order_by("due_at", "pk")
    return [Row(each, left_of(each, clock, moment)) for each in found[:most]], found.count()


def rows_of(organisation: Organisation, found: Iterable[Signal], moment: datetime) -> list[Row]:
    """Each with what is left of the promised time; two queries besides that of the signals."""
    clock = clock_of(organisation)
    return [Row(each, left_of(each, clock, moment)) for each in found]


def left_of(signal: Signal, clock: ServiceClock, moment: datetime) -> Left | None:
    if not signal.is_waiting or signal.due_at is None:
        return None
    return Left("Answer", signal.due_at, clock.between(moment, signal.due_at), is_over=moment > signal.due_at)


def _shown(found: QuerySet[Signal], reader: Person) -> QuerySet[Signal]:
    voted = SignalVote.objects.filter(signal=OuterRef("pk"), person=reader)
    named = found.select_related("by", "owner", "project", "unit", "standard", "entry", "organisation")
    named = named.defer("standard__files")
    return named.annotate(agreed=Count("votes"), voted=Exists(voted))
