"""Signals at Harbour Works: who raises them, who answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.signals import actions
from plumbline.office.signals.models import Signal
from plumbline.office.signals.subjects import Subject


def at(day: int, hour: int = 10, month: int = 3) -> datetime:
    """Of March 2026, which begins with a Sunday; Lisbon is at UTC then."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


@pytest.fixture
def jory(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.TEAM_MEMBER, "Jory Reed").person


@pytest.fixture
def sponsor(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.EXECUTIVE, "Sol Pike").person


@pytest.fixture
def crane(harbour: Organisation, mira: Person, sponsor: Person, ada: Person) -> Project:
    """Managed by Mira, paid for by Sol."""
    portfolio = create_portfolio(harbour, by=ada, name="Quays")
    return create_project(
        harbour, by=ada, name="New crane", code="C-1", portfolio=portfolio, manager=mira, sponsor=sponsor
    )


@pytest.fixture
def concern(harbour: Organisation, ada: Person, jory: Person) -> Signal:
    """Raised on Monday the 2nd at ten by Jory; Ada is to answer within three working days."""
    with clock_at(at(2)):
        return actions.raise_signal(harbour, by=jory, kind="concern", text="The crane leans.\nSince Friday.")


@pytest.fixture
def idea(harbour: Organisation, ada: Person, jory: Person) -> Signal:
    with clock_at(at(2)):
        return actions.raise_signal(harbour, by=jory, kind="idea", text="Paint it yellow")


def raised_anonymously(
    organisation: Organisation, text: str = "Somebody is asleep", **said: object
) -> tuple[Signal, str]:
    """On Monday the 2nd at ten; with its secret."""
    with clock_at(at(2)):
        secret = actions.raise_anonymously(organisation, kind="concern", text=text, **said)  # type: ignore[arg-type]
    return Signal.objects.get(link_hash=actions.hash_of(secret)), secret


def about(project: Project) -> Subject:
    return Subject(project=project)
