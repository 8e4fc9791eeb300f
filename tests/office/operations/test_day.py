"""What is due today: the kinds, the filters and how many queries the page asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plumbline.office.operations.day import day_of
from plumbline.office.operations.due_kinds import due_kinds, found_of, is_personal, name_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.models import Reporting

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
DAY = "/o/harbour-works/office/day/"


@pytest.fixture
def quays(harbour: Organisation) -> Portfolio:
    return create_portfolio(harbour, by=None, name="Quays")


def silent(quays: Portfolio, code: str, manager: Person | None = None) -> Project:
    project = create_project(
        quays.organisation, by=None, code=code, name=f"Mole {code}", portfolio=quays, manager=manager
    )
    on = today(quays.organisation) - timedelta(days=30)
    place = {"due_on": on, "late_after": on + timedelta(days=3), "silent_after": on + timedelta(days=9)}
    Reporting.objects.update_or_create(project=project, defaults=place)
    return project


def decision(project: Project, title: str, decider: Person, due_on: date) -> Entry:
    return Entry.objects.create(
        organisation=project.organisation,
        project=project,
        kind=Kind.DECISION,
        number=Entry.objects.count() + 1,
        title=title,
        decider=decider,
        due_on=due_on,
    )


@pytest.mark.parametrize("kind", due_kinds(), ids=name_of)
def test_each_kind_finds_nothing_where_there_is_nothing_and_asks_no_more_for_it(
    kind: object, harbour: Organisation, ada: Person
) -> None:
    found = found_of(kind, harbour, today(harbour), 5)  # type: ignore[arg-type]
    assert (list(found.rows), found.total) == ([], 0)
    if is_personal(kind):  # type: ignore[arg-type]
        assert found_of(kind, harbour, today(harbour), 5, ada).total == 0  # type: ignore[arg-type]


def test_nothing_due_is_a_pleasure(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    page = signed_in(ada).get(DAY).content.decode()
    assert "Nothing is due" in page


def test_what_waited_longest_comes_first_and_the_total_leads_to_all(
    quays: Portfolio, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    for number in range(7):
        silent(quays, f"M-{number}", mira)
    page = signed_in(ada).get(DAY).content.decode()
    assert "All 7" in page
    assert "M-5" not in page
    whole = signed_in(ada).get(f"{DAY}?kind=projects_silent").content.decode()
    assert "M-6" in whole
    assert "All 7" not in whole
    assert signed_in(ada).get(f"{DAY}?kind=nonsense").status_code == 404


def test_a_reminder_is_one_press_away(quays: Portfolio, ada: Person, mira: Person, signed_in: SignedIn) -> None:
    project = silent(quays, "M-1", mira)
    assert (
        f'action="/o/harbour-works/projects/{project.pk}/reports/remind/"' in signed_in(ada).get(DAY).content.decode()
    )


def test_mine_is_what_i_have_in_hand(quays: Portfolio, ada: Person, mira: Person, signed_in: SignedIn) -> None:
    project = silent(quays, "M-1", mira)
    late = today(quays.organisation) - timedelta(days=2)
    decision(project, "Ada decides", ada, late)
    decision(project, "Mira decides", mira, late)
    page = signed_in(ada).get(f"{DAY}?whose=mine").content.decode()
    assert "Ada decides" in page
    assert "Mira decides" not in page
    assert 'id="projects_silent"' not in page


def test_archived_projects_and_those_of_others_are_not_due(
    quays: Portfolio, northern: Organisation, mira: Person
) -> None:
    project = silent(quays, "M-1", mira)
    assert day_of(northern, today(northern)).total == 0
    Project.objects.filter(pk=project.pk).update(archived_at="2026-01-01T00:00Z")
    assert day_of(quays.organisation, today(quays.organisation)).total == 0


def test_many_projects_ask_as_many_queries_as_few(
    quays: Portfolio, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(DAY).status_code == 200
        return len(asked)

    for number in range(10):
        silent(quays, f"M-{number}", mira if number % 2 else None)
    queries()
    few = queries()
    for number in range(10, 100):
        silent(quays, f"M-{number}", mira if number % 2 else None)
    assert queries() == few
    assert few < 90


def test_what_is_due_is_handed_over_as_a_table(
    quays: Portfolio, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    silent(quays, "M-1", mira)
    table = signed_in(ada).get("/o/harbour-works/office/day.csv").content.decode()
    assert "Projects silent,M-1 Mole M-1" in table
    assert signed_in(ada).get("/o/harbour-works/office/day.xlsx").status_code == 200


def test_who_is_not_of_the_staff_has_no_such_day(mira: Person, olav: Person, signed_in: SignedIn) -> None:
    assert signed_in(mira).get(DAY).status_code == 403
    assert signed_in(olav).get(DAY).status_code == 404
