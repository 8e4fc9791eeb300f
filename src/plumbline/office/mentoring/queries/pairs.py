"""Pairs as one of the two sees them; what they say of each other is nobody else's."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.mentoring.models import CheckIn, MentoringProgramme, Pair, PairAction, Session
from plumbline.office.people.models import Membership, Organisation, Person

FEWEST_COUNTED = 5
"""Answers of fewer people are not counted: one could tell who said what."""


def pairs_of(organisation: Organisation, person: Person) -> QuerySet[Pair]:
    """Those of the person, without what did not come about."""
    mine = Pair.objects.filter(Q(mentor=person) | Q(mentee=person), organisation=organisation)
    return mine.exclude(state=Pair.State.GONE).select_related("mentor", "mentee", "programme", "organisation")


def pair_in(membership: Membership, pair_id: int) -> Pair:
    """404 for one of another organisation; who is neither of the two is refused."""
    found = Pair.objects.filter(organisation=membership.organisation, pk=pair_id)
    pair = found.select_related("mentor", "mentee", "programme", "organisation").first()
    if pair is None:
        raise Http404
    _must_be_of_two(pair, membership)
    return pair


def session_in(membership: Membership, session_id: int) -> Session:
    found = Session.objects.filter(pair__organisation=membership.organisation, pk=session_id)
    session = found.select_related("pair__organisation").first()
    if session is None:
        raise Http404
    _must_be_of_two(session.pair, membership)
    return session


def action_in(membership: Membership, action_id: int) -> PairAction:
    found = PairAction.objects.filter(pair__organisation=membership.organisation, pk=action_id)
    agreed = found.select_related("pair__organisation").first()
    if agreed is None:
        raise Http404
    _must_be_of_two(agreed.pair, membership)
    return agreed


def sessions_between(membership: Membership, first: date, last: date) -> QuerySet[Session]:
    """Those of the member that are not called off."""
    mine = Q(pair__mentor=membership.person_id) | Q(pair__mentee=membership.person_id)
    found = Session.objects.filter(mine, pair__organisation=membership.organisation, on__range=(first, last))
    found = found.filter(cancelled_at=None, pair__state__in=Pair.BEGUN)
    return found.select_related("pair__mentor", "pair__mentee").order_by("on", "at", "pk")


def counts_of_check_ins(programme: MentoringProgramme) -> dict[str, int] | None:
    """By answer, the last one of everybody who gave one; ``None`` for fewer people than ``FEWEST_COUNTED``."""
    said = CheckIn.objects.filter(pair__programme=programme).order_by("at", "pk").only("person_id", "kept", "at")
    last = {each.person_id: each for each in said}
    counted = Counter(how for each in last.values() if (how := each.how))
    if sum(counted.values()) < FEWEST_COUNTED:
        return None
    return {how.label: counted[how.value] for how in CheckIn.How}


def _must_be_of_two(pair: Pair, membership: Membership) -> None:
    if not pair.is_of(membership.person_id):
        raise PermissionDenied("A pair belongs to its two: your role, whatever it is, does not allow you to look.")
