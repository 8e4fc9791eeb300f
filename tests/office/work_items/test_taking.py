"""What a tracker says is taken once, and never undone by older news."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from office.work_items.telling import STATES, day, told
from plumbline.office.acceptance.actions import drop_deliverable
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions import Counts, connect, set_ties_by_parent, take, tie, tie_by_keys
from plumbline.office.work_items.models import Connector, ItemState, WorkItem
from plumbline.office.work_items.queries import ended_on_of, started_on_of


def item(key: str) -> WorkItem:
    return WorkItem.objects.get(key=key)


def tell(board: Connector, *items: object) -> Counts:
    return take(board, items, by=None, source="a test")  # type: ignore[arg-type]


def test_the_same_news_twice_changes_nothing(board: Connector) -> None:
    news = [told("A-1", "In Progress"), told("A-2", "Done", labels=("D-1",))]
    first = tell(board, *news)
    assert (first.added, first.changed) == (2, 0)
    before = list(WorkItem.objects.values_list()), list(ItemState.objects.values_list()), AuditLine.objects.count()
    mark = Project.objects.get().facts_changed_at
    again = tell(board, *news)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    assert (list(WorkItem.objects.values_list()), list(ItemState.objects.values_list()), AuditLine.objects.count()) == (
        before
    )
    assert Project.objects.get().facts_changed_at == mark


def test_older_news_changes_nothing_that_is_newer(board: Connector) -> None:
    tell(board, told("A-1", "Done", 9))
    assert tell(board, told("A-1", "To Do", 3)).older == 1
    assert item("A-1").state == "Done"
    assert tell(board, told("A-1", "In Progress", 10)).changed == 1
    assert item("A-1").ended_at is None


def test_news_without_a_moment_holds_from_when_it_came_and_only_if_it_is_news(board: Connector) -> None:
    with clock_at(day(5)):
        tell(board, told("A-1", "In Progress", None))
    with clock_at(day(7)):
        assert tell(board, told("A-1", "In Progress", None)).unchanged == 1
        assert (item("A-1").started_at, item("A-1").start_is_approximate) == (day(5), True)
        tell(board, told("A-1", "Done", None))
    assert item("A-1").ended_at == day(7)
    assert tell(board, told("A-1", "To Do", 6)).older == 1


def test_a_start_that_was_seen_first_stays(board: Connector) -> None:
    tell(board, told("A-1", "In Progress", 3, started_at=day(3), start_is_approximate=True))
    tell(board, told("A-1", "Done", 8, started_at=day(8), start_is_approximate=True, ended_at=day(8)))
    assert (item("A-1").started_at, item("A-1").ended_at) == (day(3), day(8))
    exact = told("A-1", "Done", 8, started_at=day(2), ended_at=day(8))
    tell(board, exact)
    assert (item("A-1").started_at, item("A-1").start_is_approximate) == (day(2), False)


def test_what_was_put_back_has_begun_all_the_same(board: Connector) -> None:
    tell(board, told("A-1", "In Progress", 3, started_at=day(3)))
    tell(board, told("A-1", "To Do", 4))
    assert item("A-1").started_at == day(3)


def test_states_are_only_ever_added(board: Connector) -> None:
    moves = ((day(2), "In Progress", STATES["In Progress"]), (day(4), "Done", STATES["Done"]))
    tell(board, told("A-1", "In Progress", 2, started_at=day(2), moves=moves[:1]))
    tell(board, told("A-1", "Done", 4, started_at=day(2), ended_at=day(4), moves=moves))
    tell(board, told("A-1", "To Do", 6))
    assert [(each.state, each.at) for each in item("A-1").states.all()] == [
        ("In Progress", day(2)),
        ("Done", day(4)),
        ("To Do", day(6)),
    ]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        ItemState.objects.update(state="Never")


def test_a_label_ties_to_a_deliverable_or_to_that_of_a_criterion(
    board: Connector, rails: Deliverable, masts: Deliverable, straight: Criterion
) -> None:
    tell(
        board,
        told("A-1", labels=("night", "d-2")),
        told("A-2", labels=(f"@{straight.reference}",)),
        told("A-3", labels=("D-1", "D-2")),
        told("A-4", labels=("D-99", "AC-99", "D-x")),
    )
    assert (item("A-1").deliverable, item("A-2").deliverable) == (masts, rails)
    assert item("A-3").deliverable is None, "labels of two deliverables tie to neither"
    assert item("A-4").deliverable is None


def test_an_item_belongs_where_its_parent_belongs_unless_that_is_switched_off(
    board: Connector, rails: Deliverable
) -> None:
    tell(board, told("A-1", labels=("D-1",)), told("A-2", parent="A-1"), told("A-3", parent="A-2"))
    assert (item("A-3").deliverable, item("A-3").tied_by) == (rails, "parent")
    tell(board, told("B-1", parent="B-2"), told("B-2", parent="B-1"))
    assert item("B-1").deliverable is None
    set_ties_by_parent(board, by=None, ties_by_parent=False)
    assert item("A-3").deliverable is None
    assert item("A-1").deliverable == rails


def test_what_people_tied_is_not_untied_by_an_export(
    board: Connector, rails: Deliverable, masts: Deliverable, mira: Person
) -> None:
    tell(board, told("A-1", labels=("D-1",)), told("A-2", parent="A-1"))
    tie(item("A-1"), by=mira, deliverable=masts)
    assert item("A-2").deliverable == masts
    tell(board, told("A-1", "In Progress", 5, labels=("D-1",)))
    assert (item("A-1").deliverable, item("A-1").tied_by) == (masts, "hand")
    tie(item("A-1"), by=mira, deliverable=None)
    tell(board, told("A-1", "In Progress", 6, labels=("D-1",)))
    assert item("A-1").deliverable is None
    tie(item("A-1"), by=mira, deliverable=None, by_hand=False)
    assert (item("A-1").deliverable, item("A-2").deliverable) == (rails, rails)


def test_many_are_tied_by_their_keys_or_none(board: Connector, rails: Deliverable, mira: Person) -> None:
    tell(board, told("A-1"), told("A-2"))
    with pytest.raises(ValidationError, match="A-9"):
        tie_by_keys(board, by=mira, keys={"A-1": rails, "A-9": rails})
    assert item("A-1").deliverable is None
    assert tie_by_keys(board, by=mira, keys={"A-1": rails, "A-2": rails}) == 2
    assert tie_by_keys(board, by=mira, keys={"A-1": rails}) == 0


def test_nothing_is_tied_to_what_was_dropped_or_is_of_another_project(
    board: Connector, rails: Deliverable, masts: Deliverable, mira: Person, harbour: Organisation
) -> None:
    drop_deliverable(masts, by=mira, because="Nobody pays for them.")
    masts.refresh_from_db()
    tell(board, told("A-1", labels=("D-2",)))
    assert item("A-1").deliverable is None
    with pytest.raises(ValidationError, match="dropped"):
        tie(item("A-1"), by=mira, deliverable=masts)
    portfolio = create_portfolio(harbour, by=None, name="Other")
    other = create_project(harbour, by=None, code="QC-2", name="Other", portfolio=portfolio)
    tell(connect(other, by=mira, name="Board", tracker="jira"), told("B-1"))
    with pytest.raises(ValidationError, match="another project"):
        tie(item("B-1"), by=mira, deliverable=rails)


def test_since_when_there_is_work_is_one_query_by_the_organisations_calendar(
    board: Connector, crossing: Project, rails: Deliverable, masts: Deliverable
) -> None:
    late = day(3).replace(hour=23, minute=30)
    type(crossing.organisation).objects.update(time_zone="Europe/Oslo")
    tell(
        board,
        told("A-1", "Done", 9, started_at=late, ended_at=day(9), labels=("D-1",)),
        told("A-2", "Done", 9, started_at=day(5), ended_at=day(8), labels=("D-1",)),
        told("A-3", "In Progress", 9, started_at=day(6), labels=("D-2",)),
        told("A-4", "In Progress", 9, started_at=day(1)),
    )
    project = Project.objects.get(pk=crossing.pk)
    with CaptureQueriesContext(connection) as made:
        started, ended = started_on_of(project), ended_on_of(project)
    assert len(made) == 2
    assert started == {rails.pk: date(2026, 3, 4), masts.pk: date(2026, 3, 6)}
    assert ended == {rails.pk: date(2026, 3, 9)}


def test_queries_are_made_by_the_batch_and_not_by_the_item(board: Connector, rails: Deliverable) -> None:
    counts = []
    for number in (10, 400):
        with CaptureQueriesContext(connection) as made:
            tell(board, *(told(f"{number}-{each}", labels=("D-1",)) for each in range(number)))
        counts.append(len(made))
    assert counts[0] < 20
    assert counts[1] < 40
