"""Nothing is shown that could be subtracted from what was shown of an earlier round, whatever the teams are called."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from office.pulse.conftest import at, closed
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.pulse import actions
from plumbline.office.pulse.actions.comparing import close_to_earlier
from plumbline.office.pulse.models import Pulse, TeamRound

pytestmark = pytest.mark.django_db


def asked_and_answered(unit: Unit, people: list[Membership], by: Person, day: int) -> TeamRound:
    """A round from that day of March, in which the unit holds these people and is asked alone, and all answer."""
    Membership.objects.filter(unit=unit).update(unit=None)
    Membership.objects.filter(pk__in=[each.pk for each in people]).update(unit=unit)
    actions.set_up(unit.organisation, by=by, cadence="weekly", questions=["Content?"], units=[unit])
    with clock_at(at(day)):
        opened = actions.open_round(Pulse.objects.get(), date(2026, 3, day))
        assert opened is not None
        for each in people:
            actions.answer_as(opened.teams.get(), [4], by=each.person)
    return closed(opened.teams.get())


@pytest.fixture
def other(harbour: Organisation) -> Unit:
    return create_unit(harbour, by=None, name="Those of dock four", parent=None)


def test_a_round_after_one_person_left_is_held_back_and_the_next_is_shown(
    division: Unit, crew: list[Membership], ada: Person
) -> None:
    held = [
        asked_and_answered(division, people, ada, day).held
        for people, day in ((crew, 2), (crew[1:], 9), (crew[1:], 16))
    ]
    assert held == ["", "changed", ""]


def test_another_team_of_nearly_the_same_people_is_held_back_once(
    division: Unit, other: Unit, crew: list[Membership], ada: Person
) -> None:
    held = [
        asked_and_answered(unit, people, ada, day).held
        for unit, people, day in ((division, crew, 2), (other, crew[1:], 9), (other, crew[1:], 16))
    ]
    assert held == ["", "overlap", ""]


def test_waiting_a_round_does_not_help(division: Unit, other: Unit, crew: list[Membership], ada: Person) -> None:
    asked_and_answered(division, crew, ada, 2)
    asked_and_answered(division, crew, ada, 9)
    assert asked_and_answered(other, crew[:6], ada, 23).held == "overlap"


def test_other_people_and_just_the_same_people_are_shown(
    division: Unit, other: Unit, crew: list[Membership], ada: Person
) -> None:
    asked_and_answered(division, crew, ada, 2)
    assert asked_and_answered(other, crew, ada, 9).held == ""


def test_a_round_that_was_not_shown_holds_no_other_team_back(
    division: Unit, other: Unit, crew: list[Membership], ada: Person
) -> None:
    asked_and_answered(division, crew, ada, 2)
    asked_and_answered(division, crew[:8], ada, 9)
    assert asked_and_answered(other, crew[:7], ada, 16).held == "overlap", "because of the second of March"
    assert asked_and_answered(other, crew[:7], ada, 23).held == ""


def test_to_compare_takes_two_queries_however_many_rounds_there_are(
    division: Unit, crew: list[Membership], ada: Person, django_assert_num_queries: Any
) -> None:
    for day in (2, 9, 16):
        last = asked_and_answered(division, crew, ada, day)
    over = last.round
    with django_assert_num_queries(2):
        assert close_to_earlier(over, [last]) == {}
