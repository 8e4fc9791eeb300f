"""A project that takes uploads, and its project manager."""

from __future__ import annotations

import pytest

from cli.plan_files import SOUND, xer
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin


@pytest.fixture
def crossing(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    quays = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="QC-1", name="Quay crossing", portfolio=quays, manager=mira)


@pytest.fixture
def sound_plan() -> bytes:
    return xer(("LINE", SOUND))
