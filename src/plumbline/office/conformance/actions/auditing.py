"""What every deed of an audit makes sure of first."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.conformance.models import Audit
from plumbline.office.conformance.queries.audits import answering_for
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person


def locked(audit: Audit, *states: str) -> Audit:
    """Of two deeds at once, the second sees what the first did. Raises ``ValidationError`` in any other state."""
    found = Audit.objects.select_for_update(of=("self",)).select_related("organisation", "lead").get(pk=audit.pk)
    if found.state not in states:
        raise ValidationError(f"The audit is {found.get_state_display().lower()}, so this is not possible any more.")
    return found


def check_auditor(audit: Audit, person: Person) -> None:
    """Nobody audits a project that they answer for, nor one of the same audit."""
    if not people.has_permission(audit.organisation, person, "audit_projects"):
        raise ValidationError(f"The role of {person} does not allow to audit projects.")
    if person.pk in answering_for(audit):
        raise ValidationError(f"{person} manages or sponsors a project of the sample, so somebody else has to do it.")
