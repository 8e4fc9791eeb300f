"""Nine people in a division of Harbour Works, asked by the pulse."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.pulse import actions
from plumbline.office.pulse.links import path_of
from plumbline.office.pulse.models import Invitation, Pulse, PulseRound, TeamRound

MONDAY = date(2026, 3, 2)


def at(day: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=UTC)


@pytest.fixture
def division(harbour: Organisation) -> Unit:
    return create_unit(harbour, by=None, name="Docks", parent=None)


@pytest.fixture
def crew(harbour: Organisation, division: Unit, enrol: Enrol) -> list[Membership]:
    found = [enrol(harbour, Role.TEAM_MEMBER, f"Hand {each}") for each in "ABCDEFGHI"]
    Membership.objects.filter(pk__in=[each.pk for each in found]).update(unit=division)
    return found


@pytest.fixture
def pulse(harbour: Organisation, division: Unit, crew: list[Membership], ada: Person) -> Pulse:
    return actions.set_up(harbour, by=ada, cadence="weekly", questions=["Confident?", "Content?"], units=[division])


@pytest.fixture
def opened(pulse: Pulse) -> PulseRound:
    with clock_at(at(2)):
        found = actions.open_round(pulse, MONDAY)
    assert found is not None
    return found


def answer(team: TeamRound, people: list[Membership], *values: int) -> None:
    for each in people:
        with clock_at(at(3)):
            actions.answer_as(team, values, by=each.person)


def link_of(member: Membership) -> str:
    """The path in the mail of this person."""
    return path_of(Invitation.objects.filter(person=member.person).earliest("pk").pk)


def secret_in(path: str) -> str:
    return path.strip("/").rpartition("/")[2]


def answer_by_link(path: str, *values: int, team: TeamRound | None = None) -> None:
    with clock_at(at(3)):
        actions.answer_by_link(secret_in(path), (team or TeamRound.objects.latest("pk")).pk, values)


def closed(team: TeamRound) -> TeamRound:
    """Closed the day after its last, whatever day it was opened on."""
    with clock_at(datetime.combine(team.round.last_day + timedelta(days=1), time(12), UTC)):
        actions.close_round(team.round)
    return TeamRound.objects.get(pk=team.pk)
