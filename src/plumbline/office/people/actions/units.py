"""The tree of units."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.queries import ids_under


def create_unit(organisation: Organisation, *, by: Person | None, name: str, parent: Unit | None = None) -> Unit:
    with action("create_unit", by=by, scope=organisation) as line:
        _check_parent(organisation, parent)
        unit = add(Unit(organisation=organisation, parent=parent, name=name.strip()))
        line.about(unit, parent=parent.name if parent else None)
        return unit


def edit_unit(unit: Unit, *, by: Person | None, name: str, parent: Unit | None) -> Unit:
    """Renames or moves it. Raises ``ValidationError`` if the new parent lies under the unit itself."""
    with action("edit_unit", by=by, scope=unit.organisation) as line:
        # two moves at once could each be sound and together close a circle
        Organisation.objects.select_for_update().get(pk=unit.organisation_id)
        _check_parent(unit.organisation, parent)
        if parent and parent.pk in ids_under(unit):
            raise ValidationError({"parent": f"{parent} is {unit} itself or lies under it."})
        line.about(unit, changed=change(unit, name=name.strip(), parent=parent))
        return unit


def _check_parent(organisation: Organisation, parent: Unit | None) -> None:
    if parent and parent.organisation_id != organisation.pk:
        raise ValidationError({"parent": "That unit belongs to another organisation."})
