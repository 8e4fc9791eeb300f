"""A small harbour with projects whose standing is known, and objectives to align them with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from office.strategy.standing import stand
from plumbline.office.people.models import Organisation
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project
from plumbline.office.projects.models import Portfolio, Programme, Project

MakeProject = Callable[..., Project]


@pytest.fixture
def quays(harbour: Organisation) -> Portfolio:
    return create_portfolio(harbour, by=None, name="Quays")


@pytest.fixture
def berths(quays: Portfolio) -> Programme:
    return create_programme(quays, by=None, name="Berths")


@pytest.fixture
def make(quays: Portfolio) -> MakeProject:
    """``make("A-1", "red", programme=berths)``: a project with that overall evidence status, or none."""

    def made(code: str, overall: str = "", **given: object) -> Project:
        project = create_project(
            quays.organisation,
            by=None,
            code=code,
            name=f"Project {code}",
            portfolio=quays,
            **given,  # type: ignore[arg-type]
        )
        if overall:
            stand(project, overall, finish=date(2027, 3, 1))
        return project

    return made
