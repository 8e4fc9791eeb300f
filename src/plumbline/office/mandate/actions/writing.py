"""What stands on its own in a charter: purpose, mandate, type, place, funding, review."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.mandate.models import Mandate
from plumbline.office.mandate.queries.written import mandate_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in


def change_mandate(organisation: Organisation, *, by: Person | None, **values: Any) -> Mandate:
    """Raises ``ValidationError`` by field."""
    with action("change_mandate", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        found = mandate_of(organisation)
        _check(organisation, values)
        is_new = found.pk is None
        if is_new:
            add(found)
        told = change(found, **values)
        if told:
            change(found, changed_at=now())
        if told or is_new:
            line.about(found, changed=told)
        else:
            line.nothing_happened()
    return found


def _check(organisation: Organisation, values: dict[str, Any]) -> None:
    sponsor, unit = values.get("sponsor"), values.get("unit")
    if sponsor is not None and not people_in(organisation).filter(pk=sponsor.pk).exists():
        raise ValidationError({"sponsor": "Choose somebody of the organisation."})
    if unit is not None and unit.organisation_id != organisation.pk:
        raise ValidationError({"unit": "Choose a unit of the organisation."})
