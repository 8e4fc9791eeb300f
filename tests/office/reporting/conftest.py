"""An organisation whose PMO makes packs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from office.reporting.portfolio_of_many import MARCH, add_projects
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.reporting.actions import ask_for_report, make
from plumbline.office.reporting.models import Snapshot
from plumbline.office.standards.actions import publish_builtin

Pack = Callable[..., Snapshot]


@pytest.fixture
def projects(harbour: Organisation, mira: Person) -> Iterator[list[Project]]:
    """Fourteen, on the ninth of March."""
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        yield add_projects(harbour, mira, 14)


@pytest.fixture
def pack(harbour: Organisation, ada: Person) -> Pack:
    """Makes one: ``pack("board_pack", at=..., previous=...)``."""

    def made(report: str = "board_pack", at: datetime = MARCH, previous: Any = None, **parameters: Any) -> Snapshot:
        with clock_at(at):
            asked = ask_for_report(
                harbour, by=ada, report=report, parameters=parameters or {"scope": "all"}, previous=previous
            )
            snapshot = make(asked.pk)
        assert snapshot is not None
        return Snapshot.objects.get(pk=snapshot.pk)

    return made
