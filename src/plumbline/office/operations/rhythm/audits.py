"""Audits: the day on which one begins, and the day on which it ends. Who may not see an audit does not see it here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from plumbline.office.conformance.models import Audit
from plumbline.office.conformance.queries.audits import audits
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Audits", "Audit", 80
PERMISSION = "see_conformance"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    begins, ends = Q(planned_from__range=(first, last)), Q(planned_to__range=(first, last))
    found = audits(membership).filter(begins | ends).exclude(state=Audit.State.CANCELLED).distinct()
    for each in found.order_by("planned_from", "pk")[:most]:
        page = there("conformance:audit", membership.organisation, each.pk)
        for word, on in (("begins", each.planned_from), ("ends", each.planned_to)):
            if first <= on <= last:
                who = str(each.lead)
                yield RhythmRow(on, f"{each.title}: {word}", page, f"{each.pk}-{word}", who, each.get_state_display())
