"""A mentor offers at least one of the mentee's goals, unless the programme does without."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from office.mentoring.conftest import DOCKS, SPOKEN
from plumbline.engine.pairing import Competency
from plumbline.office.mentoring import actions
from plumbline.office.mentoring.models import MentoringProgramme
from plumbline.office.people.models import Membership, Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def apart(programme: MentoringProgramme, mentor: Membership, mentee: Membership) -> None:
    """One offers what the other does not ask for."""
    actions.make_offer(programme, by=mentor.person, strengths=[DOCKS], mentees=1, **SPOKEN)
    actions.say_wish(programme, by=mentee.person, goals=[Competency("Locks", 2)], **SPOKEN)


def test_two_who_share_a_language_only_are_not_proposed(programme: MentoringProgramme, ada: Person) -> None:
    assert actions.propose_pairs(programme, by=ada) == []


def test_a_programme_may_do_without_the_rule(programme: MentoringProgramme, ada: Person) -> None:
    client = Client()
    client.force_login(ada, "allauth.account.auth_backends.AuthenticationBackend")
    path = f"/o/{programme.organisation.slug}/people/mentoring/{programme.pk}/edit/"
    page = client.get(path)
    assert "A mentor offers at least one goal of the mentee" in page.content.decode()
    days = {"starts_on": programme.starts_on, "ends_on": programme.ends_on + timedelta(days=1)}
    assert client.post(path, {"title": "Spring", **days}).status_code == 302
    programme.refresh_from_db()
    assert not programme.goal_needed
    assert len(actions.propose_pairs(programme, by=ada)) == 1
