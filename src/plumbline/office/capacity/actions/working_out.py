"""Capacity of people, worked out and kept whenever something about it changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from plumbline.engine.capacity import Member, Spell, supply
from plumbline.office.capacity.calendars import Calendars, calendars_of
from plumbline.office.capacity.columns import horizon, packed
from plumbline.office.capacity.models import (
    CapacityState,
    KeptCapacity,
    Leave,
    LineWork,
    ResourcePerson,
    WorkingShare,
)
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today

AT_ONCE = 500


def changed(organisation: Organisation) -> None:
    """The mark for the sweep that what is known of projects may be old."""
    CapacityState.objects.get_or_create(organisation=organisation)
    CapacityState.objects.filter(organisation=organisation).update(changes=F("changes") + 1)


def work_out(organisation: Organisation, people: Sequence[ResourcePerson]) -> None:
    """For those people, inside the action that changed something about them. Seven queries and a write."""
    _keep(people, calendars_of(organisation), organisation)
    changed(organisation)


def work_out_what_is_old(organisation_id: int) -> None:
    """People whose capacity rests on other calendars or another month than today's, or that was never worked out."""
    organisation = Organisation.objects.get(pk=organisation_id)
    calendars = calendars_of(organisation)
    basis = calendars.basis(horizon(today(organisation)))
    old = ResourcePerson.objects.filter(Q(kept=None) | ~Q(kept__basis=basis), organisation=organisation)
    numbers = list(old.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(numbers), AT_ONCE):
        _keep(list(ResourcePerson.objects.filter(pk__in=numbers[at : at + AT_ONCE])), calendars, organisation)
    if numbers:
        changed(organisation)


def _keep(people: Sequence[ResourcePerson], calendars: Calendars, organisation: Organisation) -> None:
    of = horizon(today(organisation))
    found = supply(calendars.known, _members(people, calendars), of)
    basis, free = calendars.basis(of), found.free
    KeptCapacity.objects.bulk_create(
        [
            KeptCapacity(
                person=each,
                basis=basis,
                first_slot=of.first,
                working=packed(found.working[number]),
                away=packed(found.away[number]),
                free=packed(free[number]),
            )
            for number, each in enumerate(people)
        ],
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["basis", "first_slot", "working", "away", "free"],
    )


def _members(people: Sequence[ResourcePerson], calendars: Calendars) -> list[Member]:
    numbers = [each.pk for each in people]
    shares = _spells(WorkingShare.objects.filter(person__in=numbers).values_list("person", "percent", "from_on"))
    leave = Leave.objects.filter(person__in=numbers, withdrawn_at=None)
    away = _spells(leave.values_list("person", "percent", "first", "last"))
    line = _spells(LineWork.objects.filter(person__in=numbers).values_list("person", "percent", "first", "last"))
    return [
        Member(
            calendar=calendars.number.get(each.pattern_id, 0),
            first=each.first_day,
            last=each.last_day,
            shares=tuple(shares[each.pk]),
            away=tuple(away[each.pk]),
            line_work=tuple(line[each.pk]),
        )
        for each in people
    ]


def _spells(rows: Iterable[tuple]) -> dict[int, list[Spell]]:
    found: dict[int, list[Spell]] = defaultdict(list)
    for person, percent, *days in rows:
        first, last = (*days, None)[:2]
        if last is None or first <= last:
            found[person].append(Spell(percent, first, last))
    return found
