"""Organisations: the first one at set-up, others later."""

from __future__ import annotations

from zoneinfo import available_timezones

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.text import slugify

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Installation, Membership, Organisation, Person
from plumbline.office.people.roles import Role


class AlreadySetUp(Exception):
    """Somebody is there already, so set-up is closed."""


def set_up_first_organisation(
    *,
    organisation_name: str,
    person_name: str,
    email: str,
    password: str,
    time_zone: str = "UTC",
    currency: str = "EUR",
) -> Membership:
    """Creates the first organisation and its PMO manager. Raises ``AlreadySetUp`` for all but the very first caller."""
    try:
        with action("set_up_first_organisation", by=None, scope=None) as line:
            Installation.objects.create()
            if Person.objects.exists():
                raise AlreadySetUp
            organisation = _new_organisation(organisation_name, time_zone, currency)
            person = _person_with_password(email, person_name, password)
            line.by, line.scope = person, organisation
            line.about(organisation, manager=person.email)
            return add(Membership(organisation=organisation, person=person, role=Role.PMO_MANAGER))
    except IntegrityError as taken:
        raise AlreadySetUp from taken


def create_organisation(*, name: str, by: Person | None, time_zone: str = "UTC", currency: str = "EUR") -> Organisation:
    """Creates a further organisation; a person who does it becomes its PMO manager."""
    with action("create_organisation", by=by, scope=None) as line:
        organisation = _new_organisation(name, time_zone, currency)
        if by:
            add(Membership(organisation=organisation, person=by, role=Role.PMO_MANAGER))
        line.scope = organisation
        line.about(organisation)
        return organisation


def edit_organisation(
    organisation: Organisation,
    *,
    by: Person,
    name: str,
    time_zone: str,
    currency: str,
    fiscal_year_starts_in: int,
    mail_language: str,
) -> Organisation:
    """The address stays as it is, as people keep links."""
    with action("edit_organisation", by=by, scope=organisation) as line:
        _check_time_zone(time_zone)
        changed = change(
            organisation,
            name=name,
            time_zone=time_zone,
            currency=currency.upper(),
            fiscal_year_starts_in=fiscal_year_starts_in,
            mail_language=mail_language,
        )
        line.about(organisation, changed=changed)
        return organisation


def _person_with_password(email: str, name: str, password: str) -> Person:
    person = Person(email=email.strip().lower(), name=name.strip())
    validate_password(password, person)
    person.set_password(password)
    return add(person)


def _new_organisation(name: str, time_zone: str, currency: str) -> Organisation:
    _check_time_zone(time_zone)
    return add(Organisation(name=name.strip(), slug=_free_slug(name), time_zone=time_zone, currency=currency.upper()))


def _free_slug(name: str) -> str:
    """Two of one name at the same instant collide on the constraint, and the second has to ask again."""
    wanted = slugify(name)[:50].strip("-") or "organisation"
    slug, number = wanted, 1
    while Organisation.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _check_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError({"time_zone": f"There is no time zone '{name}'."})
