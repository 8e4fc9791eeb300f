"""Findings of audits that should have been mended by now."""

from __future__ import annotations

from datetime import date

from plumbline.office.conformance.models import Audit, AuditFinding
from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person

TITLE = "Findings of audits overdue"
EMPTY = "No finding of an audit is overdue."
ORDER = 50
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    late = AuditFinding.objects.filter(audit__organisation=organisation, due__lt=day)
    late = late.exclude(state=AuditFinding.State.CLOSED)
    late = late.exclude(audit__state__in=(Audit.State.CLOSED, Audit.State.CANCELLED))
    if person:
        late = late.filter(owner=person)
    with_owner = late.select_related("audit", "project", "owner").order_by("due", "pk")
    return first_of(with_owner, most, lambda each: row(organisation, each))


def row(organisation: Organisation, finding: AuditFinding) -> DueRow:
    there = address("conformance:finding", organisation, finding.pk)
    is_done = finding.state == finding.State.DONE
    return DueRow(
        what=str(finding),
        url=there,
        deed="Check and close it" if is_done else "Follow it up",
        deed_url=there,
        on=finding.due,
        who=str(finding.owner),
        detail=f"{finding.get_grade_display()}, {finding.project}",
    )
