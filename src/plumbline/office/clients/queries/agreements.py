"""The agreements of an organisation, on either side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.clients.grants import Grant, grants
from plumbline.office.clients.models import Agreement
from plumbline.office.people.models import Organisation

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """An agreement as one side sees it. ``other`` is nobody while the code is not used."""

    agreement: Agreement
    side: str
    other: Organisation | None
    to_answer: bool


@dataclass(frozen=True, slots=True)
class Answer:
    grant: Grant
    is_given: bool


def agreements_of(organisation: Organisation) -> list[Listed]:
    """The latest first; one query."""
    return [
        Listed(each, each.side(organisation), each.other(organisation), may_answer(each, organisation))
        for each in _of(organisation)[:MOST_LISTED]
    ]


def agreement_of(organisation: Organisation, agreement_id: int) -> Agreement:
    """404 for one between others."""
    found = _of(organisation).filter(pk=agreement_id).first()
    if found is None:
        raise Http404
    return found


def may_answer(agreement: Agreement, organisation: Organisation) -> bool:
    return agreement.state == Agreement.State.PROPOSED and agreement.offered_by_id != organisation.pk


def answers_of(agreement: Agreement) -> list[Answer]:
    """All that there is to be granted, given or not, so that one reads as well what stays hidden."""
    return [Answer(each, each.key in agreement.grants) for each in grants().values()]


def _of(organisation: Organisation) -> QuerySet[Agreement]:
    party = Q(provider=organisation) | Q(client=organisation)
    return Agreement.objects.filter(party).select_related("provider", "client", "proposed_by", "offered_by")
