"""A project with a plan that was assessed, its people, and a moment to report at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from cli.plan_files import SOUND, Step, with_a_lead_before, xer
from office.conftest import Enrol
from plumbline.engine.readers import read
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.actions import publish_report
from plumbline.office.status.models import StatusReport

MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
DIMENSIONS = ("schedule", "cost", "resources", "governance", "stakeholders", "scope", "quality")
LEAD = with_a_lead_before("Test the signals", 8)
Report = Callable[..., StatusReport]


@pytest.fixture(autouse=True)
def _march() -> Iterator[None]:
    with clock_at(MARCH):
        yield


@pytest.fixture
def osric(harbour: Organisation, enrol: Enrol) -> Person:
    """Executive at Harbour Works, and the sponsor of the project."""
    return enrol(harbour, Role.EXECUTIVE, "Osric Quay").person


@pytest.fixture
def project(harbour: Organisation, mira: Person, osric: Person) -> Project:
    """Begun in March, with a sound plan."""
    publish_builtin(harbour, "predictive", by=None)
    portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
    made = projects.create_project(
        harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio, manager=mira, sponsor=osric
    )
    deliver(made, SOUND)
    return made


@pytest.fixture
def report(project: Project, mira: Person) -> Report:
    """Publishes a report of the project: every dimension green but those named."""

    def published(**given: object) -> StatusReport:
        colours = {name: (str(given.pop(name, "green")), "") for name in DIMENSIONS}
        said = {"by": mira, "as_of": now().date(), "overall": "green", "dimensions": colours} | given
        return publish_report(project, **said)  # type: ignore[arg-type]

    return published


def deliver(project: Project, steps: tuple[Step, ...]) -> None:
    """A new plan version, a minute after the one before, assessed at once; the first becomes the baseline."""
    schedule = read(xer(("Quay plan", steps)), "quay.xer").schedules[0]
    with clock_at(now() + timedelta(minutes=project.plan_versions.count() + 1)):
        recorded = projects.record_plan(project, by=None, schedule=schedule, source_format="xer")
        project.refresh_from_db()
        if recorded.version.number == 1:
            projects.set_baseline(project, by=None, version=recorded.version, reason="Approved")
        assess_while_due(project.pk)
    project.refresh_from_db()


def slipped(times: int) -> tuple[Step, ...]:
    """The sound plan where everything takes so many times as long."""
    return tuple(Step(each.name, each.kind, each.hours * times) for each in SOUND)
