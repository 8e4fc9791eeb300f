"""What several features tell of: organisations and people with their projects and plans; commands that are typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.messages import get_messages
from pytest_bdd import given, parsers, then, when

from acceptance.desk import Desk
from acceptance.story import Story
from acceptance.under_a_standard import TODAY, Time, outcome_of
from cli.contracts import assert_keeps_contract
from cli.running import command_line
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.roles import Role


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


@pytest.fixture
def desk() -> Desk:
    return Desk()


@given("I work in an empty folder")
def _(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@when(parsers.re(r'I run "(?P<line>[^"]+)"$'))
def _(desk: Desk, line: str) -> None:
    desk.ran = command_line(line)


@then(parsers.parse("it exits with {code:d}"))
def _(desk: Desk, code: int) -> None:
    assert desk.result.exit_code == code, desk.result


@then(parsers.parse('the output says "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert text in desk.result.output


@then(parsers.parse('nothing is printed but an error that says "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert desk.result.output == ""
    assert text in desk.result.errors


@then(parsers.parse('the output is JSON that keeps the contract of "{command}"'))
def _(desk: Desk, command: str) -> None:
    assert_keeps_contract(command, desk.result.json)


@given("Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive")
def _(story: Story) -> None:
    story.enrol("Dagny", Role.PMO_MANAGER)
    story.enrol("Elowen", Role.PMO_STAFF)
    story.enrol("Ivo", Role.PMO_STAFF)
    story.enrol("Osric", Role.EXECUTIVE)


@then(parsers.parse('they are told "{text}"'))
def _(story: Story, text: str) -> None:
    said = [str(each) for each in get_messages(story.page.wsgi_request)]
    assert any(text in each for each in [*said, story.page.content.decode()]), said


@pytest.fixture
def time() -> Time:
    return Time()


@when(parsers.parse("{days:d} days have gone by"))
def _(time: Time, days: int) -> None:
    time.pass_by(days)


@then(parsers.parse('the finding of "{rule}" fails'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "fail"


@then("they are not allowed to")
def _(story: Story) -> None:
    assert story.page.status_code == 403
