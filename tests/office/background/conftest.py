"""A project whose plan takes a second or more to assess, and what it takes to say that nothing is half-written."""

from __future__ import annotations

import pytest

from cli.plan_files import SOUND, Step, xer
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin


@pytest.fixture
def crossing(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    quays = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="QC-1", name="Quay crossing", portfolio=quays, manager=mira)


@pytest.fixture(scope="session")
def big_plan() -> bytes:
    """An XER file of 5,000 activities, some of them with leads to be found."""
    sections = (Step(f"Section {each}", hours=8, lag=-4 if each % 7 == 0 else 0) for each in range(4998))
    return xer(("LINE", [SOUND[0], *sections, SOUND[-1]]))
