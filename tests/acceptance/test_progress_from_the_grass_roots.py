"""The steps of progress from the grass roots."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from office.progress.plans import plan
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.models import Notice
from plumbline.office.people.roles import Role
from plumbline.office.planning import kept
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.progress import jobs
from plumbline.office.progress.links import path_of
from plumbline.office.progress.models import OwnedActivity, ProgressRequest, ProgressUpdate
from plumbline.office.progress.queries import waiting_of
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = pytest.mark.django_db
scenarios("progress_from_the_grass_roots.feature")
BEGUN = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """In tests that roll back, drafts begun at the same told moment have the same name."""
    kept.forget()


@pytest.fixture
def clock() -> Iterator[ExitStack]:
    """What time it is from a step on, until another says otherwise."""
    with ExitStack() as stack:
        yield stack


def go_to(clock: ExitStack, moment: datetime) -> None:
    clock.enter_context(clock_at(moment))


def project(story: Story) -> Project:
    return Project.objects.select_related("organisation", "current_plan").get(pk=story.projects["New crane"].pk)


def path(story: Story, rest: str) -> str:
    return f"/o/{story.organisation().slug}/{story.project_path('New crane')}progress/{rest}"


def activity(name: str) -> OwnedActivity:
    return OwnedActivity.objects.get(name=name)


def tell(story: Story, name: str, said: dict[str, str]) -> Any:
    story.page = story.clients["Lena"].post(path(story, f"activities/{activity(name).pk}/"), said)
    return story.page


def mine(story: Story, name: str) -> str:
    return str(story.open(name, "my-activities/").content.decode())


@given(
    parsers.parse(
        'Mira manages the project "New crane", whose plan names "{one}" for "{base}" and "{other}" for "{crane}"'
    )
)
def _(story: Story, clock: ExitStack, one: str, base: str, other: str, crane: str) -> None:
    go_to(clock, BEGUN)
    mira = story.enrol("Mira", Role.PROJECT_MANAGER)
    made = story.add_project("New crane", mira)
    owners = {2: (base, one), 3: (crane, other), 4: ("Windows", ""), 5: ("Open", "")}
    rows = tuple(
        replace(each, name=owners[each.uid][0], responsible=owners[each.uid][1]) if each.uid in owners else each  # type: ignore[index]
        for each in plan().activities
    )
    record_plan(made, by=mira, schedule=replace(plan(), activities=rows, assignments=()), source_format="made")


@given("Lena and Bruno are members of the team")
def _(story: Story) -> None:
    story.enrol("Lena", Role.TEAM_MEMBER)
    story.enrol("Bruno", Role.TEAM_MEMBER)


@given("it is ten days after the day that the plan speaks of")
def _(clock: ExitStack) -> None:
    go_to(clock, BEGUN + timedelta(days=10))
    jobs.keep_up()


@given("Mira has the owners of the plan asked each week")
def _(story: Story) -> None:
    story.clients["Mira"].post(path(story, "owners/"), {"asks": "yes"})


@when("the week's mail goes out")
def _(clock: ExitStack) -> None:
    jobs.keep_up()
    moment = now()
    for hours in (1, 24):
        with clock_at(moment + timedelta(hours=hours)):
            mail_what_is_due()


@then("Lena's mail holds a link, and Bruno has no mail")
def _() -> None:
    [sent] = mail.outbox
    assert "Lena" in Notice.objects.get(mail__isnull=False, kind="progress_due").person.name
    assert path_of(ProgressRequest.objects.get().pk) in str(sent.body)


@when(parsers.parse('Lena opens the link without signing in, and says that "{name}" was finished on "{day}"'))
def _(story: Story, name: str, day: str) -> None:
    client, there = Client(), path_of(ProgressRequest.objects.get().pk)
    assert name in client.get(there).content.decode()
    form = client.get(f"{there}1/").context["form"]
    said = {"says": "finished", "started": form.initial["started"].isoformat(), "finished": day, "note": ""}
    assert client.post(f"{there}1/", said).status_code == 302


@then("the plan is as it was, and the update waits for Mira")
def _(story: Story) -> None:
    assert PlanVersion.objects.count() == 1
    assert "Lena" in story.open("Mira", f"{story.project_path('New crane')}progress/").content.decode()
    assert not PlanDraft.objects.exists()
    assert waiting_of(project(story)).count() == 1


@when("Mira takes over what waits")
def _(story: Story) -> None:
    waiting = [str(each.pk) for each in waiting_of(project(story))]
    assert story.clients["Mira"].post(path(story, "accept/"), {"update": waiting}).status_code == 302


@then(parsers.parse('her draft of the plan says that "{name}" was finished on "{day}"'))
def _(story: Story, name: str, day: str) -> None:
    schedule = plan_of(PlanDraft.objects.get()).schedule
    [row] = [each for each in schedule.activities if each.name == name]
    assert row.actual_finish is not None
    assert row.actual_finish.date().isoformat() == day


@then("nothing is asked of Lena any more")
def _(story: Story) -> None:
    said = mine(story, "Lena")
    assert "Due now" not in said
    assert "Taken into the plan" in said


@when(parsers.parse('Mira says that "{name}" means Bruno'))
def _(story: Story, name: str) -> None:
    page = story.clients["Mira"].get(path(story, "owners/"))
    [bruno] = [each for each in page.context["names"].people if each.name == "Bruno"]
    story.clients["Mira"].post(path(story, "owners/"), {"name": name, "person": str(bruno.pk)})


@then(parsers.parse('Bruno finds "{name}" among his activities'))
def _(story: Story, name: str) -> None:
    assert name in mine(story, "Bruno")


@given(parsers.parse('Lena has told that "{name}" goes as planned'))
def _(story: Story, name: str) -> None:
    assert tell(story, name, {"says": "planned"}).status_code == 302


@when(parsers.parse('Mira refuses it because "{reason}"'))
def _(story: Story, reason: str) -> None:
    update = waiting_of(project(story)).get()
    story.clients["Mira"].post(path(story, f"{update.pk}/refuse/"), {"reason": reason})


@then(parsers.parse('Lena reads "{reason}" and "{name}" is due again'))
def _(story: Story, reason: str, name: str) -> None:
    said = mine(story, "Lena")
    assert reason in said
    assert name in said[said.index("Due now") : said.index("Told lately")]


@when(parsers.parse('Lena says that "{name}" was started on "{start}" and finished on "{finish}"'))
def _(story: Story, name: str, start: str, finish: str) -> None:
    tell(story, name, {"says": "finished", "started": start, "finished": finish})


@then("she is told to correct one of the two, and nothing was told")
def _(story: Story) -> None:
    assert "Correct one of the two" in story.page.content.decode()
    assert not ProgressUpdate.objects.exists()


@when("another week goes by without a word of Lena")
def _(clock: ExitStack) -> None:
    go_to(clock, now() + timedelta(days=7))


@then("Mira sees on the page of the project that Lena's word is overdue")
def _(story: Story) -> None:
    said = story.open("Mira", story.project_path("New crane")).content.decode()
    assert "2 overdue</a>: B. Gantry, Lena" in said


@then("she can have her reminded, once a day")
def _(story: Story) -> None:
    for _ in range(2):
        story.clients["Mira"].post(path(story, "remind/"), {"remind": "yes"})
    assert Notice.objects.filter(kind="progress_due", key__startswith="progress_reminder").count() == 1
