"""Sets an organisation up: people, units, a standard, the tree of its portfolio."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plumbline.demo.people import Somebody
from plumbline.office.people.actions import add_person, create_organisation, create_unit
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.standards.actions import publish_builtin

ZONE = "Europe/Dublin"


@dataclass(frozen=True)
class Office:
    organisation: Organisation
    people: Mapping[str, Person]

    @property
    def manager(self) -> Person:
        return self.people["the PMO manager"]


def found(name: str, people: Iterable[Somebody], units: Mapping[str, str | None], *, standard: str) -> Office:
    """The organisation with its first PMO manager, who then brings in everybody else and publishes ``standard``."""
    organisation = create_organisation(name=name, by=None, time_zone=ZONE, currency="EUR")
    first, *others = sorted(people, key=lambda each: each.role != Role.PMO_MANAGER)
    manager = add_person(organisation, by=None, email=first.email, name=first.name, role=first.role).person
    tree = _units(organisation, manager, units)
    members = {first.key: manager, "the PMO manager": manager}
    for each in others:
        place = add_person(
            organisation, by=manager, email=each.email, name=each.name, role=each.role, unit=tree.get(each.unit)
        )
        members[each.key] = place.person
    publish_builtin(organisation, standard, by=manager)
    return Office(organisation, members)


def _units(organisation: Organisation, manager: Person, units: Mapping[str, str | None]) -> dict[str, Unit]:
    tree: dict[str, Unit] = {}
    for name, above in units.items():
        tree[name] = create_unit(organisation, by=manager, name=name, parent=tree[above] if above else None)
    return tree
