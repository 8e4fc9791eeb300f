"""Findings of audits: those of one, those still open across all, what may be done about one by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.conformance.models import Audit, AuditFinding, FindingEvent
from plumbline.office.conformance.queries.audits import answering_for
from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Organisation, Person

Deed, State = FindingEvent.Deed, AuditFinding.State


def findings_of(audit: Audit) -> QuerySet[AuditFinding]:
    return AuditFinding.objects.filter(audit=audit).select_related("project", "owner")


def finding(organisation: Organisation, finding_id: int) -> AuditFinding:
    """404 for one of another organisation."""
    found = AuditFinding.objects.filter(audit__organisation=organisation, pk=finding_id)
    one = found.select_related("audit__organisation", "project__manager", "question", "owner", "raised_by").first()
    if one is None:
        raise Http404
    return one


def open_findings(membership: Membership, filters: dict[str, Any], day: date) -> QuerySet[AuditFinding]:
    """Across all audits that the member may see, the longest overdue first. Filters: project, owner, overdue."""
    found = AuditFinding.objects.filter(audit__organisation=membership.organisation).exclude(state=State.CLOSED)
    if not may(membership, "audit_projects"):
        person = membership.person_id
        answers_for = Q(owner=person) | Q(project__manager=person) | Q(project__sponsor=person)
        found = found.filter(answers_for | Q(audit__state__in=Audit.AFTER_THE_REPORT))
    if filters.get("project"):
        found = found.filter(project=filters["project"])
    if filters.get("owner"):
        found = found.filter(owner=filters["owner"])
    if filters.get("overdue"):
        found = found.filter(due__lt=day)
    return found.select_related("audit", "project", "owner")


def lines_to_export(findings: QuerySet[AuditFinding], day: date) -> Iterator[list[Any]]:
    yield ["Finding", "Grade", "Project code", "Project", "Audit", "Owner", "Due", "Overdue", "Where it stands"]
    for each in findings:
        yield [
            each.text,
            each.get_grade_display(),
            each.project.code,
            each.project.name,
            each.audit.title,
            each.owner.name,
            each.due,
            "yes" if each.is_overdue_on(day) else "no",
            each.get_state_display(),
        ]


def deeds_open_to(person: Person, finding: AuditFinding, *, audits: bool) -> list[str]:
    """What the person may do about it now; ``audits``: their role lets them audit projects."""
    if finding.audit.state in (Audit.State.CLOSED, Audit.State.CANCELLED):
        return []
    found: list[str] = []
    is_owner = person.pk == finding.owner_id
    if person.pk == finding.project.manager_id and finding.state in (State.OPEN, State.DISAGREED):
        found += [Deed.AGREE, Deed.DISAGREE]
    if is_owner and finding.state in (State.OPEN, State.AGREED, State.DISAGREED):
        found.append(Deed.DONE)
    if audits and not is_owner and person.pk not in answering_for(finding.audit):
        if finding.state in (State.DISAGREED, State.DONE):
            found.append(Deed.CLOSE)
        if finding.state in (State.DONE, State.CLOSED, State.DISAGREED):
            found.append(Deed.REOPEN)
    return found
