"""An office with one of each thing that can be found, in the index; without plans, gates and audits, which cannot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.roles import Role
from plumbline.office.search.actions import index_all
from plumbline.office.search.queries import results
from web.whole_office import TOLD_AT, Office, office_to_search

Find = Callable[..., list[str]]


@pytest.fixture
def office(db: None) -> Office:
    with clock_at(TOLD_AT):
        made = office_to_search()
        index_all()
    return made


def place_of(person: Person) -> Membership:
    return person.memberships.get()


@pytest.fixture
def find(office: Office) -> Find:
    """``find("quay", Role.GUEST)``: the titles of all that a person of that role finds."""

    def found(query: str, role: Role = Role.PMO_MANAGER, **given: object) -> list[str]:
        answer = results(place_of(office.people[role]), query, each=1000, **given)  # type: ignore[arg-type]
        return [hit.document.title for group in answer.groups for hit in group.hits]

    return found
