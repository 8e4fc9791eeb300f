"""Nothing is deleted: what is over is archived and can be brought back."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Portfolio, Programme, Project

Archivable = Portfolio | Programme | Project


def archive(thing: Archivable, *, by: Person | None) -> None:
    """Raises ``ValidationError`` while something under it goes on."""
    with action(f"archive_{thing._meta.model_name}", by=by, scope=thing.organisation) as line:
        _refuse_if_something_goes_on(thing)
        if thing.archived_at:
            line.nothing_happened()
            return
        line.about(thing, changed=change(thing, archived_at=now()))


def restore(thing: Archivable, *, by: Person | None) -> None:
    """Raises ``ValidationError`` while the portfolio or programme above it is archived."""
    with action(f"restore_{thing._meta.model_name}", by=by, scope=thing.organisation) as line:
        for above in (getattr(thing, "portfolio", None), getattr(thing, "programme", None)):
            if above and above.archived_at:
                raise ValidationError(f"{above} is archived: bring that back first.")
        if not thing.archived_at:
            line.nothing_happened()
            return
        line.about(thing, changed=change(thing, archived_at=None))


def _refuse_if_something_goes_on(thing: Archivable) -> None:
    if isinstance(thing, Project):
        return
    going_on = list(thing.projects.filter(archived_at=None)[:4])
    if going_on:
        named = ", ".join(str(each) for each in going_on[:3]) + (", and more" if len(going_on) > 3 else "")
        raise ValidationError(f"{thing} still has projects that go on: {named}.")
