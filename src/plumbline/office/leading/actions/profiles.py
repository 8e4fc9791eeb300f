"""What is known of a project manager."""

from __future__ import annotations

from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.leading.models import ManagerProfile
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.people.models import Membership, Organisation, Person


class ProfileDetails(TypedDict, total=False):
    """A detail that is not given stays as it is."""

    proficiency: Proficiency | None
    location: str
    capacity: int
    languages: str
    notes: str


def set_profile(
    organisation: Organisation, person: Person, *, by: Person | None, **details: Unpack[ProfileDetails]
) -> ManagerProfile:
    """The audit says that it changed, not what is written about a person. Raises ``ValidationError`` by field."""
    with action("set_profile", by=by, scope=organisation) as line:
        if not Membership.objects.filter(organisation=organisation, person=person, active=True).exists():
            raise ValidationError({"person": f"{person} does not belong to {organisation}."})
        known = ManagerProfile.objects.select_for_update().filter(organisation=organisation, person=person).first()
        if known is None:
            known = add(ManagerProfile(organisation=organisation, person=person, **details))
        else:
            change(known, **details)
        line.about(known, details=sorted(details))
        return known
