"""Reporting an audit, which freezes it."""

from __future__ import annotations

import hashlib
import json

from django.core.exceptions import ValidationError

from plumbline.office.conformance.actions.auditing import check_auditor, locked
from plumbline.office.conformance.models import Audit, AuditReport
from plumbline.office.conformance.queries.checklists import questions
from plumbline.office.conformance.queries.reports import document_of
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person


def report_audit(audit: Audit, *, by: Person, note: str = "") -> AuditReport:
    """Once every question is answered. The document is kept with its digest and never changes."""
    with action("report_audit", by=by, scope=audit.organisation) as line:
        found = locked(audit, Audit.State.UNDER_WAY)
        check_auditor(found, by)
        unanswered = questions(found).filter(latest=None).count()
        if unanswered:
            raise ValidationError(f"{unanswered} questions are not answered yet.")
        document = json.dumps(document_of(found, by), sort_keys=True, ensure_ascii=False, indent=1)
        digest = hashlib.sha256(document.encode()).hexdigest()
        report = add(AuditReport(audit=found, document=document, digest=digest, reported_by=by))
        change(found, state=Audit.State.REPORTED, state_since=now())
        line.about(report, digest=digest)
        return report
