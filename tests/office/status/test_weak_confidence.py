"""What a project's team says of its next milestone stands beside a green report, as far as it may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from office.conftest import Enrol
from office.status.parting import found, report, show_evidence, week
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.pulse import actions as pulse
from plumbline.office.pulse.queries import confidence_of
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.jobs import renew_what_is_due
from plumbline.office.status.queries.dimension_page import dimension_page
from plumbline.office.status.queries.divergence import Filters, named, tally

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> Iterator[None]:
    with week(0):
        yield


@pytest.fixture
def team(harbour: Organisation, enrol: Enrol) -> list[Membership]:
    return [enrol(harbour, Role.TEAM_MEMBER, f"Hand {each}") for each in "ABCDEF"]


@pytest.fixture
def quay(harbour: Organisation, mira: Person, team: list[Membership]) -> Project:
    """Its evidence is green, and it is reported green."""
    publish_builtin(harbour, "predictive", by=None)
    made = found(harbour, "Q1", mira)
    for each in team:
        appoint(made, by=None, role="team_lead", person=each.person)
    show_evidence(made, "green")
    report(made, "green")
    return made


def feel(quay: Project, people: list[Membership], value: int, *, asks_confidence: bool = True) -> None:
    """A round from now on in which these answer; when it is over, what is due is done once."""
    set_up = pulse.set_up(
        quay.organisation, by=None, cadence="weekly", questions=["Sure?"], asks_confidence=asks_confidence,
        projects=[quay],
    )  # fmt: skip
    opened = pulse.open_round(set_up, now().date())
    assert opened is not None
    for each in people:
        pulse.answer_as(opened.teams.get(), [value], by=each.person)
    with clock_at(now() + timedelta(days=5)):
        pulse.close_round(opened)
        assess_while_due(quay.pk)
        renew_what_is_due()


def flags(quay: Project) -> tuple[list[str], list[str]]:
    """Of the schedule, and of the project as a whole."""
    quay.refresh_from_db()
    return quay.reported_beside.get(dimension="schedule").flags, quay.reporting.flags


def test_a_weak_mean_under_a_green_report_is_a_flag_on_every_page_about_it(
    quay: Project, team: list[Membership]
) -> None:
    feel(quay, team, 2)
    assert flags(quay) == (["weak_confidence"], ["weak_confidence"])
    assert dimension_page(quay, "schedule").flags == ["weak_confidence"]
    assert [each.project for each in named(quay.organisation, Filters(show="weak_confidence"))] == [quay]
    assert {each.name: each.count for each in tally(quay.organisation, Filters()).flags}["weak_confidence"] == 1


def test_the_flag_speaks_of_the_schedule_alone(quay: Project, team: list[Membership]) -> None:
    with week(0.1):
        report(quay, "green", dimensions={"schedule": ("green", ""), "cost": ("green", "")})
        feel(quay, team, 1)
    assert quay.reported_beside.get(dimension="cost").flags == []


def test_confidence_in_the_middle_is_no_flag(quay: Project, team: list[Membership]) -> None:
    feel(quay, team, 3)
    assert flags(quay) == ([], [])


def test_what_may_not_be_shown_is_no_evidence(quay: Project, team: list[Membership]) -> None:
    feel(quay, team[:4], 1)
    assert flags(quay) == ([], [])


def test_another_question_is_not_taken_for_it(quay: Project, team: list[Membership]) -> None:
    feel(quay, team, 1, asks_confidence=False)
    assert flags(quay) == ([], [])


def test_whoever_reports_amber_is_not_flagged(quay: Project, team: list[Membership]) -> None:
    feel(quay, team, 1)
    with week(0.9):
        report(quay, "amber", dimensions={"schedule": ("amber", "The team doubts the date.")})
    assert "weak_confidence" not in flags(quay)[0]


def test_it_goes_with_the_next_round(quay: Project, team: list[Membership]) -> None:
    feel(quay, team, 2)
    with week(2):
        feel(quay, team, 4)
    assert flags(quay) == ([], [])


def test_a_round_with_few_answers_does_not_hide_the_one_before(quay: Project, team: list[Membership]) -> None:
    feel(quay, team, 2)
    with week(1):
        feel(quay, team[:3], 5)
    assert flags(quay)[0] == ["weak_confidence"]


def test_an_old_round_counts_no_more(quay: Project, team: list[Membership]) -> None:
    feel(quay, team, 2)
    with week(2.5):
        assert confidence_of(quay) == 2.0
    with week(2.8):
        assert confidence_of(quay) is None
    with week(3):
        renew_what_is_due()
    assert flags(quay) == ([], [])
