"""One signal, for those who see it and for whoever holds its secret link."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.services.levels import Left, clock_of
from plumbline.office.signals.models import Signal, SignalComment, SignalVote
from plumbline.office.signals.queries.lists import left_of
from plumbline.office.signals.rights import answers, visible_to

NAMED = ("by", "owner", "project", "unit", "standard", "entry", "draft", "organisation", "answered_by", "closed_by")


@dataclass(frozen=True, slots=True)
class SignalPage:
    signal: Signal
    comments: list[SignalComment]
    left: Left | None
    agreed: int
    voted: bool
    is_mine: bool
    answers: bool


def signal_in(organisation: Organisation, reader: Person, signal_id: int) -> Signal:
    """404 for one of another organisation; refused if it is not the reader's business."""
    found = _signals().filter(organisation=organisation, pk=signal_id).first()
    if found is None:
        raise Http404
    if not visible_to(organisation, reader).filter(pk=signal_id).exists():
        raise PermissionDenied("Your role does not allow this: see a signal that is not open to all.")
    return found


def page_of(signal: Signal, reader: Person) -> SignalPage:
    """Six queries. What an anonymous sender wrote today arrives tomorrow."""
    moment = now()
    votes = set(SignalVote.objects.filter(signal=signal).values_list("person_id", flat=True))
    return SignalPage(
        signal,
        list(signal.comments.filter(at__lte=moment).select_related("by")),
        left_of(signal, clock_of(signal.organisation), moment),
        len(votes),
        reader.pk in votes,
        signal.by_id == reader.pk,
        answers(signal, reader),
    )


def by_secret(link_hash: str) -> Signal | None:
    """Where an archive was brought back beside what it was made of, the one that was there first."""
    return _signals().filter(link_hash=link_hash).order_by("organisation_id").first()


def _signals() -> QuerySet[Signal]:
    return Signal.objects.select_related(*NAMED).defer("standard__files", "draft__files")
