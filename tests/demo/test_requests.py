"""Requests are at every point of their way, and one has become a project."""

from __future__ import annotations

import pytest

from plumbline.office.intake.models import ProjectRequest, ScoreSheet, State
from plumbline.office.intake.queries import ranking
from plumbline.office.people.models import Person

pytestmark = pytest.mark.usefixtures("world", "db")


def test_requests_are_in_every_state_a_visitor_should_see() -> None:
    found = set(ProjectRequest.objects.values_list("state", flat=True))
    assert {State.DRAFT, State.SUBMITTED, State.SCORING, State.ON_HOLD, State.DECLINED, State.ACCEPTED} <= found


def test_two_were_scored_by_two_people_and_are_ranked() -> None:
    asked = ProjectRequest.objects.get(title="One ticket for tram and ferry")
    assert ScoreSheet.objects.filter(request=asked).count() == 2
    elowen = Person.objects.get(name="Elowen Marsh")
    rows = ranking(asked.organisation, elowen).rows
    assert len(rows) == 3
    assert rows[0].request == asked
    assert any(each.request.score_low != each.request.score_high for each in rows)


def test_one_became_a_project_that_names_it() -> None:
    asked = ProjectRequest.objects.get(state=State.ACCEPTED)
    assert asked.project is not None
    assert asked.project.code == "ST-09"
