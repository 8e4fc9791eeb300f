"""Questions about organisations and the people in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.contrib.auth.tokens import default_token_generator
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Holiday, Language, Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role, roles_with


def today(organisation: Organisation) -> date:
    """By the organisation's own calendar."""
    return now().astimezone(ZoneInfo(organisation.time_zone)).date()


def nobody_is_there_yet() -> bool:
    return not Person.objects.exists()


def membership_in(slug: str, person: Person) -> Membership | None:
    """The active membership of the person in that organisation, if there is one."""
    return (
        Membership.objects.select_related("organisation", "unit", "person")
        .filter(organisation__slug=slug, person=person, active=True)
        .first()
    )


def organisations_of(person: Person) -> list[Organisation]:
    return list(Organisation.objects.filter(memberships__person=person, memberships__active=True))


def places_of(person: Person) -> list[Membership]:
    """Where the person belongs and as what, by the organisation's name; one query."""
    active = Membership.objects.filter(person=person, active=True)
    return list(active.select_related("organisation").order_by("organisation__name", "pk"))


def mail_language_for(email: str) -> str:
    """Of mail that is no organisation's own: that of all where the person belongs; for a stranger, of all there are.

    Where they differ, it is English.
    """
    person = Person.objects.filter(email__iexact=email).first()
    places = Organisation.objects.filter(memberships__person=person, memberships__active=True) if person else None
    found = set((places or Organisation.objects).order_by().values_list("mail_language", flat=True))
    return found.pop() if len(found) == 1 else Language.ENGLISH


def organisation_to_open(person: Person, last: str | None) -> Organisation | None:
    """The one last looked at, else the only one; none if the person has to choose or belongs nowhere."""
    organisations = organisations_of(person)
    for organisation in organisations:
        if organisation.slug == last or len(organisations) == 1:
            return organisation
    return None


def members(
    organisation: Organisation, *, search: str = "", role: str = "", unit: Unit | None = None, active: bool = True
) -> QuerySet[Membership]:
    """Filtered by a part of name or address, by role, and by unit with all units under it."""
    found = Membership.objects.select_related("person", "unit").filter(organisation=organisation, active=active)
    for word in search.split():
        found = found.filter(Q(person__name__icontains=word) | Q(person__email__icontains=word))
    if role:
        found = found.filter(role=role)
    if unit:
        found = found.filter(unit__in=ids_under(unit))
    return found


def member(organisation: Organisation, membership_id: int) -> Membership:
    """404 for a membership of another organisation."""
    found = (
        Membership.objects.select_related("person", "unit", "organisation")
        .filter(organisation=organisation, pk=membership_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def people_with(organisation: Organisation, permission: str) -> QuerySet[Person]:
    """Active people whose role here has the permission; what they are elsewhere does not count."""
    return people_in(organisation, *roles_with(permission))


def has_permission(organisation: Organisation, person: Person, permission: str) -> bool:
    """Whether the person is one of ``people_with`` it."""
    return people_with(organisation, permission).filter(pk=person.pk).exists()


def people_in(organisation: Organisation, *roles: Role) -> QuerySet[Person]:
    """Active people of the organisation, of those roles if any are named."""
    belongs = Q(memberships__organisation=organisation, memberships__active=True)
    return Person.objects.filter(belongs & Q(memberships__role__in=roles) if roles else belongs)


@dataclass(frozen=True, slots=True)
class UnitInTree:
    unit: Unit
    depth: int
    member_count: int


def unit_tree(organisation: Organisation) -> list[UnitInTree]:
    """All units in outline order, by name within their parent; two queries however many there are."""
    units = list(Unit.objects.filter(organisation=organisation))
    counts = _member_counts(organisation)
    children = _by_parent(units)

    outline: list[UnitInTree] = []
    waiting = [(unit, 0) for unit in reversed(children.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        outline.append(UnitInTree(unit, depth, counts.get(unit.pk, 0)))
        waiting += [(child, depth + 1) for child in reversed(children.get(unit.pk, []))]
    return outline


def ids_under(unit: Unit) -> set[int]:
    """The unit itself and all below it."""
    return ids_under_each(unit.organisation_id, [unit.pk])[unit.pk]


def ids_under_each(organisation_id: int, unit_ids: Iterable[int]) -> dict[int, set[int]]:
    """For each of those units itself and all below it; one query however many there are."""
    children = _by_parent(list(Unit.objects.filter(organisation_id=organisation_id)))
    return {unit_id: _with_all_below(unit_id, children) for unit_id in unit_ids}


def ids_above(unit: Unit | None) -> set[int]:
    """The unit itself and all that it is a part of; nothing for somebody without a unit."""
    if unit is None:
        return set()
    parents = dict(Unit.objects.filter(organisation_id=unit.organisation_id).values_list("pk", "parent_id"))
    found: set[int] = set()
    current: int | None = unit.pk
    while current is not None and current not in found:
        found.add(current)
        current = parents.get(current)
    return found


def unit_in(organisation: Organisation, unit_id: int) -> Unit:
    """404 for a unit of another organisation."""
    found = Unit.objects.filter(organisation=organisation, pk=unit_id).first()
    if found is None:
        raise Http404
    return found


def holidays_of(organisation: Organisation) -> list[Holiday]:
    return list(Holiday.objects.filter(organisation=organisation))


def holiday_in(organisation: Organisation, holiday_id: int) -> Holiday:
    """404 for one of another organisation."""
    found = Holiday.objects.filter(organisation=organisation, pk=holiday_id).select_related("organisation").first()
    if found is None:
        raise Http404
    return found


def _with_all_below(unit_id: int, children: dict[int | None, list[Unit]]) -> set[int]:
    found: set[int] = set()
    waiting = [unit_id]
    while waiting:
        found.add(current := waiting.pop())
        waiting += [child.pk for child in children.get(current, []) if child.pk not in found]
    return found


def _by_parent(units: list[Unit]) -> dict[int | None, list[Unit]]:
    children: dict[int | None, list[Unit]] = {}
    for unit in units:
        children.setdefault(unit.parent_id, []).append(unit)
    return children


def _member_counts(organisation: Organisation) -> dict[int | None, int]:
    counts: dict[int | None, int] = {}
    for unit_id in members(organisation).values_list("unit_id", flat=True):
        counts[unit_id] = counts.get(unit_id, 0) + 1
    return counts


def may_be_given_a_link(membership: Membership) -> bool:
    """A link sets the password, so it is for people who never had one and belong to no other organisation."""
    return membership.active and _waits_for_a_first_password(membership.person)


def first_password_key(person: Person) -> tuple[str, str]:
    """The two parts of the link; it works until a password is set, and no longer than PASSWORD_RESET_TIMEOUT.

    It ends as well when the person leaves, or is added to another organisation: who made the link does not vouch there.
    """
    return urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)


def person_of_key(uid: str, token: str) -> Person | None:
    try:
        person = Person.objects.get(pk=int(urlsafe_base64_decode(uid)), is_active=True)
    except (ValueError, OverflowError, Person.DoesNotExist):
        return None
    is_valid = _waits_for_a_first_password(person) and default_token_generator.check_token(person, token)
    return person if is_valid else None


def _waits_for_a_first_password(person: Person) -> bool:
    """A place in one organisation, of whatever time, and no account of their own yet."""
    places = Membership.objects.filter(person=person).values_list("active", flat=True)
    return not person.has_usable_password() and list(places) == [True]
