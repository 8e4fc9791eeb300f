"""What was only feared has happened: a risk becomes an issue."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Person
from plumbline.office.registers.actions.entries import add_entry
from plumbline.office.registers.actions.recording import end, locked, record
from plumbline.office.registers.models import Entry, Kind, State


def strike(risk: Entry, *, by: Person, title: str, owner: Person | None = None) -> Entry:
    """Returns the issue, which leads back to the risk; the risk is closed."""
    with action("strike_risk", by=by, scope=risk.organisation) as line:
        current = locked(risk)
        if current.kind != Kind.RISK:
            raise ValidationError("Only a risk strikes.")
        issue = add_entry(
            current.project,
            Kind.ISSUE,
            by=by,
            title=title,
            owner=owner or current.owner,
            description=current.description,
            response=current.response,
            impact=current.impact,
            amount=current.amount,
            category=current.category,
            outside_party=current.outside_party,
            came_from=current,
        )
        record(current, by, f"It struck and is {issue.reference} now.", **end(by, State.DONE))
        line.about(current, issue=str(issue))
    risk.refresh_from_db()
    return issue
