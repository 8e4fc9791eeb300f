"""Persons and their place in an organisation."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people import queries
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role


def add_person(
    organisation: Organisation, *, by: Person | None, email: str, name: str, role: str, unit: Unit | None = None
) -> Membership:
    """Gives the person of that address a place in the organisation; somebody new gets an account without a password.

    Raises ``ValidationError`` for an address that is a member already.
    """
    with action("add_person", by=by, scope=organisation) as line:
        person = Person.objects.filter(email__iexact=email.strip()).first() or _new_person(email, name)
        membership = Membership(organisation=organisation, person=person, role=role, unit=_own(organisation, unit))
        if Membership.objects.filter(organisation=organisation, person=person).exists():
            raise ValidationError({"email": f"{person.email} belongs to {organisation} already."})
        add(membership)
        line.about(membership, email=person.email, role=role)
        return membership


def give_link(membership: Membership, *, by: Person) -> str:
    """The path where a person who has never signed in sets a password. It works once, for a week."""
    with action("give_link", by=by, scope=membership.organisation) as line:
        if not queries.may_be_given_a_link(membership):
            raise ValidationError(f"{membership.person} has an account of their own and signs in with that.")
        line.about(membership, email=membership.person.email)
        return reverse("site:first_password", args=queries.first_password_key(membership.person))


def set_first_password(person: Person, *, password: str) -> Person:
    with action("set_first_password", by=person, scope=None) as line:
        # the lock makes a link that is opened twice at the same time work once
        if Person.objects.select_for_update().get(pk=person.pk).has_usable_password():
            raise ValidationError("A password has been set already: sign in with that.")
        validate_password(password, person)
        person.set_password(password)
        person.save(update_fields=["password"])
        line.about(person)
        return person


def edit_person(person: Person, *, by: Person, name: str, time_zone: str) -> None:
    with action("edit_person", by=by, scope=None) as line:
        line.about(person, changed=change(person, name=name.strip(), time_zone=time_zone))


def change_place(membership: Membership, *, by: Person | None, role: str, unit: Unit | None) -> Membership:
    """Another role, another unit, or both."""
    with action("change_place", by=by, scope=membership.organisation) as line:
        if role != Role.PMO_MANAGER:
            _keep_a_pmo_manager(membership)
        line.about(membership, changed=change(membership, role=role, unit=_own(membership.organisation, unit)))
        return membership


def deactivate(membership: Membership, *, by: Person | None) -> None:
    """The person no longer gets in; everything they did stays under their name."""
    with action("deactivate", by=by, scope=membership.organisation) as line:
        _keep_a_pmo_manager(membership)
        line.about(membership, changed=change(membership, active=False))


def reactivate(membership: Membership, *, by: Person | None) -> None:
    with action("reactivate", by=by, scope=membership.organisation) as line:
        line.about(membership, changed=change(membership, active=True))


def _new_person(email: str, name: str) -> Person:
    person = Person(email=email.strip().lower(), name=name.strip())
    person.set_unusable_password()
    return add(person)


def _own(organisation: Organisation, unit: Unit | None) -> Unit | None:
    if unit and unit.organisation_id != organisation.pk:
        raise ValidationError({"unit": "That unit belongs to another organisation."})
    return unit


def _keep_a_pmo_manager(leaving: Membership) -> None:
    # the lock makes two managers who step down at the same time do so one after the other
    Organisation.objects.select_for_update().get(pk=leaving.organisation_id)
    managers = Membership.objects.filter(organisation=leaving.organisation_id, role=Role.PMO_MANAGER, active=True)
    leaving.refresh_from_db()
    is_manager = leaving.active and leaving.role == Role.PMO_MANAGER
    if is_manager and not managers.exclude(pk=leaving.pk).exists():
        raise ValidationError(
            f"{leaving.person} is the only PMO manager of {leaving.organisation}: name another first."
        )
