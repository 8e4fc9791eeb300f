"""The example of the engine's tests as a scenario: five candidates and a budget."""

from __future__ import annotations

from decimal import Decimal

import pytest

from office.conftest import Enrol
from plumbline.office.choosing import actions
from plumbline.office.choosing.models import Candidate, Scenario
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

EXAMPLE = (("Pier", 60, 100), ("Crane", 50, 80), ("Lights", 40, 75), ("Fence", 30, 45), ("Cable", 20, 20))


@pytest.fixture
def edo(harbour: Organisation, enrol: Enrol) -> Person:
    """Executive of Harbour Works."""
    return enrol(harbour, Role.EXECUTIVE, "Edo Breakwater").person


@pytest.fixture
def scenario(harbour: Organisation, ada: Person) -> Scenario:
    made = actions.add_scenario(harbour, by=ada, name="Next year", periods=["2027"], budget=["110"])
    there: dict[str, Candidate] = {}
    for name, cost, value in EXAMPLE:
        there[name] = actions.add_candidate(made, by=ada, name=name, cost=[str(cost)], value=Decimal(value))
    actions.change_candidate(there["Lights"], by=ada, needs=[there["Cable"]])
    actions.change_candidate(there["Pier"], by=ada, excludes=[there["Crane"]], risk=4)
    return made


def named(scenario: Scenario, name: str) -> Candidate:
    return scenario.candidates.get(name=name)
