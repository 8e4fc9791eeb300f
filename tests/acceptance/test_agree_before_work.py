"""The steps of agreeing before work begins."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from office.acceptance.test_pages import with_summaries
from plumbline.office.acceptance import queries
from plumbline.office.acceptance.models import Criterion, Deliverable, Voice
from plumbline.office.governance.actions import appoint
from plumbline.office.notifications.models import Notice
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
scenarios("agree_before_work.feature")
TEXT = "Scenario: A ticket\n  Given ten crowns\n  Then a ticket comes out"
PEOPLE = {"business": "Sol", "development": "Mira", "test": "Tess"}


def place(story: Story, path: str = "") -> str:
    return f"/o/{story.organisation().slug}/{story.project_path()}acceptance/{path}"


def one() -> Criterion:
    return Criterion.objects.select_related("project").get()


def send(story: Story, who: str, path: str, /, **fields: Any) -> None:
    story.page = story.clients[who].post(place(story, path), fields, follow=True)


def at_criterion(story: Story, who: str, deed: str, /, **fields: Any) -> None:
    send(story, who, f"criteria/{one().pk}/{deed}", **fields)


def write(story: Story, title: str, text: str = TEXT, do: str = "save") -> None:
    path = f"deliverables/{Deliverable.objects.get().pk}/new/"
    send(story, "Mira", path, do=do, title=title, text=text, kind="gherkin", method="test")


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=kind).values_list("person__name", flat=True))


def said(story: Story) -> str:
    return unescape(story.page.content.decode())


@given('the project "Quay crossing", which Mira manages and builds, Sol pays for, and Tess tests')
def _(story: Story) -> None:
    mira, sol = story.enrol("Mira", Role.PROJECT_MANAGER), story.enrol("Sol", Role.EXECUTIVE)
    project = story.add_project("Quay crossing", mira)
    Project.objects.filter(pk=project.pk).update(sponsor=sol)
    appoint(project, by=None, role="team_lead", person=mira)
    appoint(project, by=None, role="quality_assurance", person=story.enrol("Tess", Role.TEAM_MEMBER))


@given('the deliverable "Ticket machine"')
def _(story: Story) -> None:
    send(story, "Mira", "", name="Ticket machine")


@given(parsers.parse('the criterion "{title}"'))
@when(parsers.parse('Mira writes the criterion "{title}" as scenarios'))
def _(story: Story, title: str) -> None:
    write(story, title)


@given(parsers.parse('all three voices agreed on the criterion "{title}"'))
def _(story: Story, title: str) -> None:
    write(story, title)
    for voice, who in PEOPLE.items():
        at_criterion(story, who, "agree/", voice=voice, text=1)
    assert one().agreed_at
    Notice.objects.all().delete()


@given('the plan has a summary element "Tracks"')
def _(story: Story) -> None:
    record_plan(story.projects["Quay crossing"], by=None, schedule=with_summaries(), source_format="test")


@when(parsers.parse('Tess asks "{words}"'))
def _(story: Story, words: str) -> None:
    at_criterion(story, "Tess", "comment/", words=words, voice="test")
    assert words in said(story)


@when(parsers.re(r"(?P<who>Sol|Mira|Tess) (tries to agree|agrees) for (?P<voice>\w+)$"))
def _(story: Story, who: str, voice: str) -> None:
    at_criterion(story, who, "agree/", voice=voice, text=queries.present_text(one()).number)


@when("Gus, a guest, tries to agree for business")
def _(story: Story) -> None:
    story.enrol("Gus", Role.GUEST)
    at_criterion(story, "Gus", "agree/", voice="business", text=1)


@when("Mira opens it to change it")
def _(story: Story) -> None:
    story.page = story.clients["Mira"].get(place(story, f"criteria/{one().pk}/edit/"))


@when("she asks for nine crowns instead of ten")
def _(story: Story) -> None:
    text = TEXT.replace("ten", "nine")
    at_criterion(
        story, "Mira", "edit/", do="save", title="It prints", text=text, kind="gherkin", method="test", after=1
    )


@when(parsers.parse('Mira checks the criterion "{title}" with the word "{word}" for a step'))
def _(story: Story, title: str, word: str) -> None:
    write(story, title, TEXT.replace("Then", word), do="check")


@when("Mira takes its .feature file away")
def _(story: Story) -> None:
    story.page = story.clients["Mira"].get(place(story, f"criteria/{one().pk}.feature"))
    story.address = story.page.content.decode()


@when("she brings it back as it is")
def _(story: Story) -> None:
    send(story, "Mira", "take-file/", text=story.address, do="take")


@when("she brings it back with nine crowns instead of ten")
def _(story: Story) -> None:
    story.address = story.address.replace("ten", "nine")
    send(story, "Mira", "take-file/", text=story.address, do="look")


@when("she takes the change over")
def _(story: Story) -> None:
    send(story, "Mira", "take-file/", text=story.address, do="take")


@when('Mira takes "Tracks" over from the plan, twice')
def _(story: Story) -> None:
    for _ in range(2):
        send(story, "Mira", "from-plan/", keys=["tracks"])


@then("Sol and Tess are told that their agreement is asked for")
def _() -> None:
    assert told("criterion_asked") == {"Sol", "Tess"}


@then(parsers.parse("the criterion waits for {voice}"))
def _(voice: str) -> None:
    assert one().agreed_at is None
    assert Voice(voice) not in queries.standing_of(queries.present_text(one()))


@then("the criterion is agreed")
def _() -> None:
    assert one().agreed_at
    assert set(queries.standing_of(queries.present_text(one()))) == set(Voice)


@then("its page names who agreed, for which voice, and when")
def _(story: Story) -> None:
    page = said(story)
    for each in queries.standing_of(queries.present_text(one())).values():
        assert each[0].by.name in page
        assert each[0].get_voice_display() in page
    assert "And without coins?" in page


@then("she is told whose agreement a new text loses")
def _(story: Story) -> None:
    page = said(story)
    assert all(f"{who} ({voice})" in page for voice, who in PEOPLE.items())


@then("nobody has agreed on the criterion")
def _() -> None:
    assert one().agreed_at is None
    assert queries.standing_of(queries.present_text(one())) == {}


@then("Sol and Tess are told that the text they agreed on has changed")
def _() -> None:
    assert told("criterion_changed") == {"Sol", "Tess"}


@then("the page shows what differs")
def _(story: Story) -> None:
    page = said(story)
    assert "ten</del>" in page
    assert "nine</ins>" in page


@then("line 3 is named with what to do")
def _(story: Story) -> None:
    assert "Line 3, column 3: “Perhaps a ticket comes out” cannot stand here. Begin a step with Given" in said(story)


@then("nothing is kept")
def _() -> None:
    assert not Criterion.objects.exists()


@then(parsers.parse('she reads "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in said(story)


@then("it is refused to him")
def _(story: Story) -> None:
    assert story.page.status_code == 403


@then(parsers.parse('the file has the tag "{tag}"'))
def _(story: Story, tag: str) -> None:
    assert story.address.startswith(f"{tag} ")


@then("she first reads that Sol, Mira and Tess lose their agreement")
def _(story: Story) -> None:
    assert "loses the agreement of Sol, Mira, Tess" in said(story)
    assert one().agreed_at


@then('there is one deliverable "Tracks" that knows its work')
def _(story: Story) -> None:
    project = Project.objects.get(pk=story.projects["Quay crossing"].pk)
    found = Deliverable.objects.get(name="Tracks")
    assert list(queries.deliverable_by_activity(project).values()) == [found] * 4
