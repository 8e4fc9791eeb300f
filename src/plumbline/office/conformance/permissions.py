"""Who sees an audit, and who may do something about one of its findings."""

from __future__ import annotations

import rules
from django.db.models import Q

from plumbline.office.conformance.models import Audit, AuditFinding
from plumbline.office.people.models import Membership
from plumbline.office.people.permissions import role_has


@rules.predicate
def of_this_organisation(membership: Membership, audit: Audit | None) -> bool:
    return audit is not None and audit.organisation_id == membership.organisation_id


@rules.predicate
def is_reported(membership: Membership, audit: Audit | None) -> bool:
    return audit is not None and audit.is_reported


@rules.predicate
def is_concerned(membership: Membership, audit: Audit | None) -> bool:
    """Manages or sponsors a project of the sample, or owns a finding."""
    if audit is None:
        return False
    person = membership.person_id
    answers_for = Q(project__manager=person) | Q(project__sponsor=person)
    return audit.sample.filter(answers_for).exists() or audit.findings.filter(owner=person).exists()


@rules.predicate
def answers_for_it(membership: Membership, finding: AuditFinding | None) -> bool:
    return finding is not None and membership.person_id in (finding.owner_id, finding.project.manager_id)


rules.add_perm(
    "see_audit",
    of_this_organisation & (role_has("audit_projects") | (role_has("see_conformance") & (is_reported | is_concerned))),
)
rules.add_perm("follow_up_finding", role_has("audit_projects") | (role_has("see_conformance") & answers_for_it))
