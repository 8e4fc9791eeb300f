"""Harbour Works under the predictive standard, and managers whose levels are said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from django.test import Client

from office.conftest import Enrol
from plumbline.office.competence import queries
from plumbline.office.competence.actions import assess_several, enter_evidence
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
JANUARY, FEBRUARY, MARCH, APRIL = (datetime(2026, month, 10, 12, tzinfo=UTC) for month in (1, 2, 3, 4))


@pytest.fixture(autouse=True)
def standard(harbour: Organisation) -> None:
    publish_builtin(harbour, "predictive", by=None)


@pytest.fixture
def managers(harbour: Organisation, enrol: Enrol) -> list[Person]:
    return [enrol(harbour, "project_manager", f"Manager {each}").person for each in "ABCDE"]


def say_all(by: Person, moment: datetime, people: list[Person], levels: list[int], name: str = "time") -> None:
    """One level of one competency for each of them."""
    with clock_at(moment):
        for person, level in zip(people, levels, strict=True):
            assess_several(_organisation(person), person, by=by, levels={name: level})


def asked_of_leaders(organisation: Organisation, place: int) -> Mapping[str, int]:
    standard = queries.standard_in_force(organisation)
    assert standard is not None
    return queries.requirements_in(organisation, standard)["project_manager"].levels[place]


def make_able(organisation: Organisation, person: Person, *, by: Person, place: int) -> None:
    """At what is asked in a project of that class, with something that shows it."""
    levels = asked_of_leaders(organisation, place)
    assess_several(organisation, person, by=by, levels=levels)
    for name, level in levels.items():
        if level > 3:
            enter_evidence(organisation, person, by=by, competency=name, what="Led the pier", on=today(organisation))


def _organisation(person: Person) -> Organisation:
    return Organisation.objects.get(memberships__person=person)
