"""A programme at Harbour Works with a mentor, a mentee and a pair of the two."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from office.conftest import Enrol
from plumbline.engine.pairing import Competency
from plumbline.office.mentoring import actions
from plumbline.office.mentoring.models import MentoringProgramme, Pair
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role

DOCKS = Competency("Docks", 3)
SPOKEN: dict[str, Any] = {"languages": "English"}


@pytest.fixture
def programme(harbour: Organisation, ada: Person) -> MentoringProgramme:
    day = today(harbour)
    return actions.begin_programme(harbour, by=ada, title="Spring", starts_on=day, ends_on=day + timedelta(days=150))


@pytest.fixture
def mentor(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.EXECUTIVE, "Vera Lock")


@pytest.fixture
def mentee(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.TEAM_MEMBER, "Milo Reed")


@pytest.fixture
def proposed(programme: MentoringProgramme, mentor: Membership, mentee: Membership, ada: Person) -> Pair:
    actions.make_offer(programme, by=mentor.person, strengths=[DOCKS], mentees=1, **SPOKEN)
    actions.say_wish(programme, by=mentee.person, goals=[DOCKS], **SPOKEN)
    (pair,) = actions.propose_pairs(programme, by=ada)
    return pair


@pytest.fixture
def running(proposed: Pair, mentor: Membership, mentee: Membership) -> Pair:
    actions.agree_to_pair(proposed, by=mentor.person)
    return actions.agree_to_pair(proposed, by=mentee.person)
