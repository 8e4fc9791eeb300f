"""How the city learns beside courses."""

from __future__ import annotations

import pytest

from plumbline.office.academy.models import (
    Assignment,
    Certificate,
    ElsewhereResult,
    JudgedPlan,
    LessonEffect,
    LessonProposal,
    Reading,
)
from plumbline.office.teaching.models import LiveSession, Registration

pytestmark = pytest.mark.usefixtures("world", "db")


def test_findings_that_came_again_propose_lessons_and_one_became_an_assignment() -> None:
    assert JudgedPlan.objects.filter(person__isnull=False).count() > 100
    states = LessonProposal.objects.values_list("state", flat=True)
    assert {"open", "assigned", "set_aside"} <= set(states)
    (asked,) = Assignment.objects.filter(why__startswith="Above all")
    assert " plans of " in asked.why
    for proposal in LessonProposal.objects.filter(state="open"):
        assert all(each["plans"] >= 2 for each in proposal.because)


def test_lessons_that_enough_people_finished_are_told_of() -> None:
    enough = LessonEffect.objects.filter(people__gte=5)
    assert enough.exists()
    assert all(each.change is not None for each in enough)
    assert all(each.change is None for each in LessonEffect.objects.filter(people__lt=5))


def test_one_session_was_given_and_one_has_a_waiting_list() -> None:
    given = LiveSession.objects.get(title="Leads and what they hide")
    came = given.registrations.filter(attended=True).select_related("person")
    assert {each.person.name.split()[0] for each in came} == {"Tomas", "Jory", "Lior"}
    lior = Reading.objects.get(person__name__startswith="Lior")
    assert (lior.lesson, lior.finished_at is not None) == ("leads", True)
    full = LiveSession.objects.get(title="Float, read together")
    states = list(Registration.objects.filter(session=full).order_by("asked_at", "pk").values_list("state", flat=True))
    assert states == ["seated", "seated", "seated", "waiting"]


def test_what_was_learnt_elsewhere_earned_no_certificate() -> None:
    assert ElsewhereResult.objects.count() == 3
    assert ElsewhereResult.objects.filter(course="network_logic").count() == 1
    assert not Certificate.objects.filter(person__name__startswith="Lior").exists()
