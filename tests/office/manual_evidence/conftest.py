"""A project with two criteria to look at: who manages it, who tries it out, who accepts it, and one without a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from office.conftest import Enrol
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, add_requirement
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.test_runs.actions import Seen, give_evidence, receive_run
from plumbline.office.test_runs.models import ManualEvidence
from plumbline.office.test_runs.queries import evidence_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\nand pixels"
Look = Callable[..., ManualEvidence]


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def tess(harbour: Organisation, enrol: Enrol) -> Person:
    """Tries out, as quality assurance of the project."""
    return enrol(harbour, Role.TEAM_MEMBER, "Tess").person


@pytest.fixture
def sam(harbour: Organisation, enrol: Enrol) -> Person:
    """Accepts, as the sponsor."""
    return enrol(harbour, Role.EXECUTIVE, "Sam").person


@pytest.fixture
def project(harbour: Organisation, mira: Person, tess: Person, sam: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    made = create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=mira, sponsor=sam)
    appoint(made, by=None, role="quality_assurance", person=tess)
    return made


@pytest.fixture
def criteria(project: Project) -> list[Criterion]:
    """The weld by inspection, the bell by test; both of one requirement, written an hour ago."""
    with clock_at(NOW - timedelta(hours=1)):
        lock = add_deliverable(project, by=None, name="The lock")
        needed = add_requirement(lock, by=None, text="Boats pass")
        said: Any = {"text": "So.", "requirement": needed, "tell": False}
        weld = add_criterion(lock, by=None, title="The weld holds", method="inspection", accepted_by="sponsor", **said)
        return [weld, add_criterion(lock, by=None, title="The bell rings", **said)]


@pytest.fixture
def look(criteria: list[Criterion], tess: Person) -> Look:
    """``look("failed", of=..., by=..., days_ago=3)``: by Tess, at the weld, today, unless said otherwise."""

    def looked(
        verdict: str = "passed",
        *,
        of: Criterion | None = None,
        by: Person | None = None,
        days_ago: int = 0,
        **more: Any,
    ) -> ManualEvidence:
        said = {"subject": "Seam 4", "method": "inspection"} | more
        day = (NOW - timedelta(days=days_ago)).date()
        return give_evidence(of or criteria[0], by=by or tess, seen=Seen(verdict=verdict, looked_on=day, **said))

    return looked


def run(project: Project, *endings: str, at: datetime = NOW) -> None:
    """Of the test of each criterion in turn: nothing where it passed, ``-`` where there is none."""
    cases = [
        f'<testcase name="test_ac{number}_it">{f"<{ending}/>" if ending else ""}</testcase>'
        for number, ending in enumerate(endings, 1)
        if ending != "-"
    ]
    with clock_at(at):
        file = f'<testsuite name="lock">{"".join(cases)}<!-- {at.isoformat()} --></testsuite>'.encode()
        receive_run(project, [file], "lock.xml", by=None, token_name="Builds")


def standings(project: Project, at: datetime = NOW) -> list[str]:
    with clock_at(at):
        return [each.standing.value for each in evidence_of(project)]


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client
