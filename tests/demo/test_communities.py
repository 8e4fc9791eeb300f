"""Whom the people of the city ask."""

from __future__ import annotations

import pytest

from plumbline.office.communities.models import Community, CommunityQuestion
from plumbline.office.communities.queries import practice_about

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_two_communities_one_practice_and_one_question_that_waits() -> None:
    assert {each.title for each in Community.objects.all()} == {"Risks and their owners", "Getting through gates"}
    organisation = Community.objects.select_related("organisation").first().organisation  # type: ignore[union-attr]
    (practice,) = practice_about(organisation, ["register:risk"])
    assert practice.by.name.startswith("Petra")
    assert [each.by.name.split()[0] for each in CommunityQuestion.objects.filter(answers=None)] == ["Jory"]
