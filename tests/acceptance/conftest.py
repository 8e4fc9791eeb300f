"""What several features tell of: organisations, people, their projects, and the plans they hand in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_bdd import given, parsers, when

from acceptance.story import Story
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.roles import Role

TODAY = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def story(db: None) -> Iterator[Story]:
    """Told shortly after the data date of the plans, so that their evidence is fresh."""
    with clock_at(TODAY):
        yield Story()


@given(parsers.parse('the organisations "{one}" and "{other}"'))
def _(story: Story, one: str, other: str) -> None:
    story.organisation(one)
    story.organisation(other)


@given(parsers.parse('the project "{project}" managed by "{manager}"'))
def _(story: Story, project: str, manager: str) -> None:
    story.add_project(project, story.enrol(manager, Role.PROJECT_MANAGER))


@given(parsers.parse('Mira has recorded the plan "{plan}"'))
@when(parsers.parse('Mira has recorded the plan "{plan}"'))
def record(story: Story, plan: str) -> Any:
    assert "Record this plan" in story.upload("Mira", plan).content.decode()
    return story.confirm("Mira", "As agreed")
