"""Findings of audits that are to be mended by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plumbline.office.conformance.models import Audit, AuditFinding
from plumbline.office.conformance.queries.audits import audits
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Findings of audits due", "Finding", 90
PERMISSION = "see_conformance"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    over = (Audit.State.CLOSED, Audit.State.CANCELLED)
    seen = audits(membership).exclude(state__in=over).order_by().values("pk")
    due = AuditFinding.objects.filter(audit__in=seen, due__range=(first, last)).exclude(state=AuditFinding.State.CLOSED)
    for each in due.select_related("project", "owner").order_by("due", "pk")[:most]:
        page = there("conformance:finding", membership.organisation, each.pk)
        yield RhythmRow(each.due, str(each), page, each.pk, str(each.owner), str(each.project))
