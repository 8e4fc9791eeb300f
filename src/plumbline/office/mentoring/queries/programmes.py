"""Programmes: for members what part they have in it, for the PMO how it goes, in counts and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404

from plumbline.office.mentoring.models import MentoringProgramme, Offer, Pair, Wish
from plumbline.office.mentoring.queries.pairs import counts_of_check_ins
from plumbline.office.people.models import Organisation, Person

QUIET_AFTER = timedelta(weeks=6)
State = Pair.State


def programmes(organisation: Organisation) -> QuerySet[MentoringProgramme]:
    """The latest first."""
    return MentoringProgramme.objects.filter(organisation=organisation)


def programme_in(organisation: Organisation, programme_id: int) -> MentoringProgramme:
    """404 for one of another organisation."""
    found = programmes(organisation).select_related("organisation").filter(pk=programme_id).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What one member has said in one programme."""

    programme: MentoringProgramme
    wish: Wish | None
    offer: Offer | None


def own_part(organisation: Organisation, person: Person, day: date) -> list[OwnPart]:
    """Of each programme that is not over. Three queries."""
    open_ = list(programmes(organisation).filter(ends_on__gte=day))
    own = {"programme__in": open_, "person": person, "withdrawn_at": None}
    wishes = {each.programme_id: each for each in Wish.objects.filter(**own)}
    offers = {each.programme_id: each for each in Offer.objects.filter(**own)}
    return [OwnPart(each, wishes.get(each.pk), offers.get(each.pk)) for each in open_]


@dataclass(frozen=True, slots=True)
class Programme:
    """How a programme goes. ``check_ins``: by answer, or ``None`` where they are too few to be counted."""

    wishes: int
    offers: int
    places: int
    counts: dict[str, int]
    pairs: list[Pair]
    waiting: list[Pair]
    check_ins: dict[str, int] | None

    @property
    def running(self) -> int:
        return self.counts.get(State.RUNNING, 0)

    @property
    def closed(self) -> int:
        return self.counts.get(State.CLOSED, 0)


def programme_page(programme: MentoringProgramme, day: date) -> Programme:
    """A fixed number of queries; nothing that any two have said to each other."""
    wishes = programme.wishes.filter(withdrawn_at=None)
    offers = list(programme.offers.filter(withdrawn_at=None).values_list("mentees", flat=True))
    counted = programme.pairs.order_by().values_list("state").annotate(number=Count("pk"))
    return Programme(
        wishes=wishes.count(),
        offers=len(offers),
        places=sum(offers),
        counts=dict(counted),
        pairs=list(_with_last_session(programme.pairs.filter(state__in=Pair.BEGUN), day)),
        waiting=list(_named(programme.pairs.filter(state=State.PROPOSED)).order_by("proposed_at", "pk")),
        check_ins=counts_of_check_ins(programme),
    )


def waiting(organisation: Organisation) -> QuerySet[Pair]:
    """Proposals that have not been answered by both, the oldest first."""
    found = Pair.objects.filter(organisation=organisation, state=State.PROPOSED)
    return _named(found).order_by("proposed_at", "pk")


@dataclass(frozen=True, slots=True)
class Quiet:
    """A running pair that has not met for long; ``since`` the last session, else since it began."""

    pair: Pair
    since: date
    has_met: bool


def quiet(organisation: Organisation, day: date) -> list[Quiet]:
    """Longest ago first, without those who have a session planned. One query."""
    running = Pair.objects.filter(organisation=organisation, state=State.RUNNING)
    ahead = Count("sessions", filter=Q(sessions__cancelled_at=None, sessions__on__gte=day))
    found = []
    for pair in _with_last_session(running.annotate(ahead=ahead).filter(ahead=0), day):
        last_on: date | None = pair.last_on  # type: ignore[attr-defined]
        since = last_on or pair.began_on
        if since and since + QUIET_AFTER < day:
            found.append(Quiet(pair, since, last_on is not None))
    return sorted(found, key=lambda each: (each.since, each.pair.pk))


def _with_last_session(pairs: QuerySet[Pair], day: date) -> QuerySet[Pair]:
    held = Q(sessions__cancelled_at=None, sessions__on__lte=day)
    last = Max("sessions__on", filter=held)
    return _named(pairs).annotate(last_on=last).order_by("mentor__name", "mentee__name", "pk")


def _named(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    return pairs.select_related("mentor", "mentee", "programme")
