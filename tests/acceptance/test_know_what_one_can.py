"""The steps of knowing what one can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from html import unescape

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import words_of
from acceptance.story import Story
from plumbline.office.competence import queries
from plumbline.office.competence.actions import assess_several, enter_evidence, keep_up
from plumbline.office.competence.models import ParityFigure, RequiredLevels
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import edit_project

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("know_what_one_can.feature")
MANAGERS = ("Ilka", "Tomas", "Jory", "Petra", "Noor")
JANUARY, FEBRUARY, MARCH = (datetime(2027, month, 8, 12, tzinfo=UTC) for month in (1, 2, 3))


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def post(story: Story, who: str, path: str, **sent: object) -> None:
    address = f"/o/{story.organisation().slug}/people/competence/{path}"
    story.page = story.clients[who].post(address, sent, follow=True)
    assert story.page.status_code == 200, story.page.status_code


def own_page(story: Story, who: str) -> str:
    return words_of(story.open(who, "people/competence/"))


def asked(story: Story) -> Mapping[str, int]:
    standard = queries.standard_in_force(story.organisation())
    assert standard is not None
    return queries.requirements_in(story.organisation(), standard)["project_manager"].levels[1]


def assess_in_time(story: Story, moment: datetime, people: Sequence[str], levels: Sequence[int]) -> None:
    """At that moment; and the next month the figures of it are kept."""
    with clock_at(moment):
        for name, level in zip(people, levels, strict=True):
            assess_several(story.organisation(), person(name), by=person("Dagny"), levels={"time": level})
    with clock_at(FEBRUARY if moment == JANUARY else MARCH):
        keep_up()


@given("the managers Ilka, Tomas, Jory, Petra and Noor")
def _(story: Story) -> None:
    for name in MANAGERS:
        story.enrol(name, Role.PROJECT_MANAGER)


@given("Dagny runs the office")
def _(story: Story) -> None:
    story.enrol("Dagny", Role.PMO_MANAGER)


@given("Osric is an executive")
def _(story: Story) -> None:
    story.enrol("Osric", Role.EXECUTIVE)


@given("Dagny has found Ilka able to lead a medium project but for time")
def _(story: Story) -> None:
    here, ilka, dagny = story.organisation(), person("Ilka"), person("Dagny")
    levels = asked(story)
    assess_several(here, ilka, by=dagny, levels={**levels, "time": 2})
    for name in (each for each, level in levels.items() if level > 3):
        enter_evidence(here, ilka, by=ilka, competency=name, what="Led a pier", on=today(here))


@given(parsers.parse("Ilka leads the tram depot, which costs {budget:d}"))
def _(story: Story, budget: int) -> None:
    edit_project(story.add_project("Tram depot", person("Ilka")), by=None, budget=Decimal(budget))


@given("in January all are assessed in time at 1, 1, 3, 3 and 1")
def _(story: Story) -> None:
    assess_in_time(story, JANUARY, MANAGERS, (1, 1, 3, 3, 1))


@given("in February, after a training, at 3, 3, 3, 3 and 3")
def _(story: Story) -> None:
    assess_in_time(story, FEBRUARY, MANAGERS, (3, 3, 3, 3, 3))


@given("in February Ilka alone is assessed anew, at 3")
def _(story: Story) -> None:
    assess_in_time(story, FEBRUARY, ("Ilka",), (3,))


@when("Ilka says of herself that she is at 3 in time")
def _(story: Story) -> None:
    post(story, "Ilka", "", competency="time", level="3", note="", do="say")


@when("Ilka asks Dagny to assess her")
def _(story: Story) -> None:
    post(story, "Ilka", "ask/", asked=person("Dagny").pk, note="", do="ask")


@when("Dagny says that Ilka is at 4 in time")
def _(story: Story) -> None:
    post(story, "Dagny", f"{person('Ilka').pk}/all/", **{"level-time": "4", "do": "say"})


@when(parsers.parse('Ilka enters "{what}" for time'))
def _(story: Story, what: str) -> None:
    day = today(story.organisation()).isoformat()
    post(story, "Ilka", "", competency="time", level="3", note="", what=what, on=day, do="say")


@when("Dagny looks at who may lead what")
def _(story: Story) -> None:
    story.open("Dagny", "people/competence/leaders/")


@when("Dagny asks for only 2 in time of who leads a medium project")
def _(story: Story) -> None:
    form = story.open("Dagny", "people/competence/asked/").context["form"]
    sent = {name: str(field.initial) for name, field in form.fields.items()}
    post(story, "Dagny", "asked/", **{**sent, "asks-1-time": "2", "do": "keep"})


@when("Dagny undoes that")
def _(story: Story) -> None:
    post(story, "Dagny", "asked/", do="undo", of=RequiredLevels.objects.get().pk)


@when(parsers.parse('Tomas looks for "{words}" in the framework'))
def _(story: Story, words: str) -> None:
    story.open("Tomas", f"people/competence/framework/?q={words.replace(' ', '+')}")


@then(parsers.parse('Ilka reads "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in own_page(story, "Ilka")


@then(parsers.parse('Ilka does not read "{words}"'))
def _(story: Story, words: str) -> None:
    assert words not in own_page(story, "Ilka")


@then(parsers.parse('Dagny is told "{words}"'))
def _(words: str) -> None:
    assert Notice.objects.filter(person=person("Dagny"), title=words).exists()


@then(parsers.parse('Dagny reads "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in words_of(story.page)


@then("Osric may not look at who may lead what")
def _(story: Story) -> None:
    assert story.open("Osric", "people/competence/leaders/").status_code == 403


@then("at the end of each month it is kept how far apart they were")
def _() -> None:
    kept = ParityFigure.objects.order_by("month__ends_on").values_list("difference", flat=True)
    assert list(kept) == [1.2, 0.5]


@then(parsers.parse('Osric reads in the office\'s view "{before}" before and "{after}" after'))
def _(story: Story, before: str, after: str) -> None:
    words = words_of(story.open("Osric", "people/competence/office/"))
    assert f"Time {before} 31 Jan 2027 {after} 28 Feb 2027" in words


@then("Osric reads no name")
def _(story: Story) -> None:
    assert not [name for name in MANAGERS if name in words_of(story.page)]


@then("only the figure of January is kept")
def _() -> None:
    assert [each.month.ends_on.month for each in ParityFigure.objects.all()] == [1]


@then("Tomas reads a lesson about it")
def _(story: Story) -> None:
    assert "/learning/courses/the_critical_path/" in unescape(story.page.content.decode())
