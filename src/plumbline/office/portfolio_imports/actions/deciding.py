"""Going on with a file that was checked, or not."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.portfolio_imports import jobs
from plumbline.office.portfolio_imports.models import PortfolioImport

State = PortfolioImport.State


class CannotImport(ValueError):
    """It is too late, or too early, for this; the message says why."""


def confirm_import(found: PortfolioImport, *, by: Person) -> PortfolioImport:
    with action("confirm_portfolio_import", by=by, scope=found.organisation) as line:
        found = locked(found, State.CHECKED)
        found.state, found.confirmed_by, found.due_at, found.attempts = State.CONFIRMED, by, now(), 0
        found.save(update_fields=["state", "confirmed_by", "due_at", "attempts"])
        line.about(found)
        jobs.work_on_import.enqueue(found.pk)
    return found


def cancel_import(found: PortfolioImport, *, by: Person) -> PortfolioImport:
    """Nothing of it is imported; the file and what was found in it stay to be looked at."""
    with action("cancel_portfolio_import", by=by, scope=found.organisation) as line:
        found = locked(found, State.UPLOADED, State.CHECKING, State.CHECKED, State.REFUSED)
        found.state, found.due_at, found.finished_at = State.CANCELLED, None, now()
        found.save(update_fields=["state", "due_at", "finished_at"])
        line.about(found)
    return found


def locked(found: PortfolioImport, *states: PortfolioImport.State) -> PortfolioImport:
    """The row as it is now, held until the transaction ends. Raises ``CannotImport`` if it has moved on."""
    fresh = PortfolioImport.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=found.pk)
    if fresh.state not in states:
        raise CannotImport(f"{fresh.filename}: {fresh.get_state_display().lower()}. Nothing was changed.")
    return fresh
