"""The steps of handing a plan in."""

from __future__ import annotations

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.pages import rows_of, words_of
from acceptance.plan_files import PLANS
from acceptance.story import Story
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import PlanVersion

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("upload_a_plan.feature")


@when(parsers.parse('Mira uploads the plan "{plan}"'))
def _(story: Story, plan: str) -> None:
    story.upload("Mira", plan)


@when(parsers.parse('she confirms the upload with the message "{message}"'))
def _(story: Story, message: str) -> None:
    story.confirm("Mira", message)


@when("she discards the upload")
def _(story: Story) -> None:
    story.page = story.clients["Mira"].post(f"{story.address}discard/", follow=True)


@when(parsers.parse("Mira opens what changed between version {before:d} and version {after:d}"))
def _(story: Story, before: int, after: int) -> None:
    story.open("Mira", f"{story.project_path()}plans/compare/?before={before}&after={after}")


@when(parsers.parse("Mira fetches the original file of version {number:d}"))
def _(story: Story, number: int) -> None:
    story.open("Mira", f"{story.project_path()}plans/{number}/original/")


@then("she sees a preview with the project name, the data date and the number of activities")
def _(story: Story) -> None:
    words = words_of(story.page)
    for shown in ("Bridge", "Data date 2026-03-02", "Activities 5"):
        assert shown in words


@then(parsers.re(r'"(?P<project>[^"]+)" has (?P<number>\d+) plan versions?'))
def _(story: Story, project: str, number: str) -> None:
    assert PlanVersion.objects.filter(project=story.projects[project]).count() == int(number)


@then("its findings say which rules of the standard the plan breaks")
def _(story: Story) -> None:
    words = words_of(story.open("Mira", f"{story.project_path()}findings/"))
    assert "High float" in words
    assert "How to mend it" in words


@then(parsers.parse('the portfolio shows an evidence status for "{project}"'))
def _(story: Story, project: str) -> None:
    story.enrol("Edda", Role.EXECUTIVE)
    row = rows_of(story.open("Edda", ""))[project]
    assert "schedule: " in row
    assert "2 Mar 2026" in row


@then("she is told that the file is not complete and what to do")
def _(story: Story) -> None:
    words = words_of(story.page)
    assert "cut off" in words
    assert "Export it again" in words
    assert "Nothing was recorded" in words


@then(parsers.parse("she is told that this is the plan already recorded as version {number:d}"))
def _(story: Story, number: int) -> None:
    words = words_of(story.page)
    assert "This plan is already recorded" in words
    assert f"Version {number} of Quay crossing" in words


@then("she sees the activities added, removed and changed and how far the finish moved")
def _(story: Story) -> None:
    words = words_of(story.page)
    for shown in ("added A1190 Trial runs", "removed A1030 Test the signals", "Lay the cables", "Finish moved"):
        assert shown in words
    assert "20 Mar 2026 → 27 Mar 2026" in words


@then("it is byte for byte the file she uploaded")
def _(story: Story) -> None:
    assert story.page.content == PLANS["bridge.xer"]
    assert "bridge.xer" in story.page["Content-Disposition"]
