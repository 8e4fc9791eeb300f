"""The people whom several projects deal with: in which registers each is, and how they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from plumbline.office.people.models import Organisation
from plumbline.office.stakeholders.models import Stake, Stakeholder

ROWS = 50
MOST_NAMES = 300
MOST_ALIKE = 5
SHORTEST_WORD = 4
HEADING = ("Name", "Role", "Speaks for", "E-mail", "Project", "Power", "Interest", "Stands", "Needed", "Owner")


def stakeholder(organisation: Organisation, stakeholder_id: int) -> Stakeholder:
    """404 for one of another organisation, and for one who was merged into another."""
    found = _with_stakes(organisation).filter(pk=stakeholder_id).first()
    if found is None:
        raise Http404
    return found


def shared_page(organisation: Organisation, word: str, number: str | None) -> Page[Stakeholder]:
    """A page of them, each with ``running``: the stakes in projects that go on; four queries however many there are."""
    return Paginator(_found(organisation, word), ROWS).get_page(number)


def shared_lines(organisation: Organisation, word: str) -> Iterator[tuple[Any, ...]]:
    """As a table file: one line for each stake."""
    yield HEADING
    for who in _found(organisation, word):
        for stake in who.running:  # type: ignore[attr-defined]
            yield (
                who.name, who.role, who.belongs_to, who.email, str(stake.project), stake.power, stake.interest,
                stake.get_engagement_display(), stake.get_desired_display(), stake.owner.name if stake.owner else "",
            )  # fmt: skip


def known_names(organisation: Organisation) -> list[Stakeholder]:
    """To be offered while somebody types."""
    return list(Stakeholder.objects.filter(organisation=organisation, merged_into=None)[:MOST_NAMES])


def alike(organisation: Organisation, name: str, email: str = "") -> list[Stakeholder]:
    """Who is perhaps meant already: the same address, or a word of the name in common. Nobody of the very same name."""
    words = [each for each in re.findall(r"\w+", name) if len(each) >= SHORTEST_WORD]
    perhaps = Q(email__iexact=email) if email else Q(pk=None)
    for each in words:
        perhaps |= Q(name__icontains=each)
    found = Stakeholder.objects.filter(perhaps, organisation=organisation, merged_into=None)
    return list(found.exclude(name__iexact=name.strip())[:MOST_ALIKE])


def _found(organisation: Organisation, word: str) -> QuerySet[Stakeholder]:
    found = _with_stakes(organisation)
    for each in word.split():
        found = found.filter(Q(name__icontains=each) | Q(role__icontains=each) | Q(belongs_to__icontains=each))
    return found


def _with_stakes(organisation: Organisation) -> QuerySet[Stakeholder]:
    running = Stake.objects.filter(ended_at=None, project__archived_at=None).select_related("project", "owner")
    return (
        Stakeholder.objects.filter(organisation=organisation, merged_into=None)
        .select_related("person", "organisation")
        .prefetch_related(Prefetch("stakes", running.order_by("project__code"), to_attr="running"))
    )
