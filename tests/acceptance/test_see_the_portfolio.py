"""The steps of seeing the portfolio by objective, board and decision."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import rows_of, words_of
from acceptance.story import Story
from office.strategy.standing import stand
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_programme
from plumbline.office.projects.models import Programme
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Kind
from plumbline.office.status.models import ReportedBeside, Reporting
from plumbline.office.strategy.models import Objective

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("see_the_portfolio.feature")


@given(
    parsers.re(
        r'a (?P<evidence>red|green) project "(?P<name>[^"]+)" that reports green, in the programme "(?P<place>[^"]+)"'
    )
)
def _(story: Story, evidence: str, name: str, place: str) -> None:
    portfolio = story.portfolio()
    project = story.add_project(name)
    project.programme = portfolio.programmes.filter(name=place).first() or create_programme(
        portfolio, by=None, name=place
    )
    project.save()
    stand(project, evidence, finish=date(2027, 3, 1))
    flags = ["watermelon"] if evidence == "red" else []
    Reporting.objects.create(project=project, overall="green", is_watermelon=bool(flags), flags=flags)
    ReportedBeside.objects.create(
        project=project, dimension="schedule", reported="green", evidence=evidence, flags=flags
    )


@given(parsers.parse('Dagny adds the objective "{name}" with "{measure}" from {baseline:d} to {target:d}'))
def _(story: Story, name: str, measure: str, baseline: int, target: int) -> None:
    given_ = {"name": name, "measure": measure, "baseline": baseline, "target": target}
    assert post(story, "strategy/add/", **given_).status_code == 302


@given(parsers.parse('Dagny adds the objective "{name}" below "{above}"'))
def _(story: Story, name: str, above: str) -> None:
    assert post(story, "strategy/add/", name=name, parent=objective(above).pk).status_code == 302


@when(parsers.parse('Dagny says that the programme "{programme}" is mainly for "{name}"'))
def _(story: Story, programme: str, name: str) -> None:
    found = Programme.objects.get(name=programme)
    path = f"strategy/{objective(name).pk}/align/"
    assert post(story, path, programme=found.pk, strength=3, why="Its purpose.").status_code == 302


@when(parsers.parse("Dagny records that it is {value:d} today"))
def _(story: Story, value: int) -> None:
    path = f"strategy/{Objective.objects.get().pk}/measure/"
    assert post(story, path, value=value, on=today(story.organisation()).isoformat()).status_code == 302


@when(parsers.parse('Dagny moves "{name}" below "{above}"'))
def _(story: Story, name: str, above: str) -> None:
    post(story, f"strategy/{objective(name).pk}/edit/", name=name, parent=objective(above).pk)


@when(parsers.re(r"(?P<who>Osric|the guest) opens the (?P<page>objectives|board view|decisions|roadblocks)"))
def _(story: Story, who: str, page: str) -> None:
    paths = {"objectives": "strategy/", "board view": "portfolio/board/"}
    story.open("Gast" if who == "the guest" else who, paths.get(page, f"portfolio/{page}/"))


@then(
    parsers.parse(
        'the objectives show "{name}" at {share:d} % of the way, with {number:d} projects, the worst of them {worst}'
    )
)
def _(story: Story, name: str, share: int, number: int, worst: str) -> None:
    row = rows_of(story.open("Osric", "strategy/"))[name]
    assert f"{share} %" in row
    assert f"Worst of them: {worst}" in row
    assert row.endswith(f" {number}")


@then(parsers.parse('"{name}" stands under the projects without an objective'))
def _(story: Story, name: str) -> None:
    assert name in words_of(story.page).split("Projects without an objective")[1]


@then(parsers.parse('the board view names "{melon}" as a watermelon and not "{other}"'))
def _(story: Story, melon: str, other: str) -> None:
    part = words_of(story.page).split("Money and benefits")[0].rsplit("Watermelons", 1)[1]
    assert melon in part
    assert other not in part


@given(parsers.parse('"{name}" waits for Osric to decide "{title}" since {weeks:d} weeks, at {amount:d} a week'))
def _(story: Story, name: str, title: str, weeks: int, amount: int) -> None:
    osric = Person.objects.get(name="Osric")
    due = today(story.organisation()) - timedelta(weeks=weeks)
    what = {"title": title, "decider": osric, "due_on": due, "amount": Decimal(amount)}
    add_entry(story.projects[name], Kind.DECISION, by=osric, **what)


@then(parsers.parse('"{title}" is theirs to decide and has cost {amount} so far'))
def _(story: Story, title: str, amount: str) -> None:
    part = words_of(story.page).split("Yours to decide")[1].split("By decider")[0]
    assert title in part
    assert amount in part


@given(parsers.parse('"{one}" and "{other}" both wait for the supplier "{supplier}"'))
def _(story: Story, one: str, other: str, supplier: str) -> None:
    for name in (one, other):
        osric = Person.objects.get(name="Osric")
        add_entry(story.projects[name], Kind.ISSUE, by=osric, title="No stone", outside_party=supplier)


@then(parsers.parse('"{supplier}" holds up {number:d} projects'))
def _(story: Story, supplier: str, number: int) -> None:
    assert f"{supplier} Supplier or authority {number}" in words_of(story.page)


@given("a guest of the organisation")
def _(story: Story) -> None:
    story.enrol("Gast", Role.GUEST)


@when(parsers.parse('Osric saves the heat map of watermelons as "{name}"'))
def _(story: Story, name: str) -> None:
    given_ = {"name": name, "page": "heat_map", "query": "watermelons=1"}
    assert post(story, "portfolio/views/save/", "Osric", **given_).status_code == 302


@then(parsers.parse('"{name}" stands above the heat map and leads to the watermelons'))
def _(story: Story, name: str) -> None:
    page = story.open("Osric", "portfolio/heat-map/").content.decode()
    assert f'portfolio/heat-map/?watermelons=1">{name}</a>' in page
    assert set(rows_of(story.open("Osric", "portfolio/heat-map/?watermelons=1"))) == {"Quay crossing"}


def objective(name: str) -> Objective:
    return Objective.objects.get(name=name)


def post(story: Story, path: str, who: str = "Dagny", **given: object) -> Any:
    story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{path}", given)
    return story.page
