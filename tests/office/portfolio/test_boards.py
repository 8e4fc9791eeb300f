"""The boards: each answers one question about all projects, at the same cost for six and for thirty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.portfolio.conftest import NOON, Quays
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.portfolio.actions import record_board_day
from plumbline.office.portfolio.boards.changes import all_changes, changes
from plumbline.office.portfolio.boards.decisions import decisions
from plumbline.office.portfolio.boards.executive import board_page
from plumbline.office.portfolio.boards.heat_map import heat_map
from plumbline.office.portfolio.boards.roadblocks import roadblocks
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.portfolio.boards.since import since_of
from plumbline.office.portfolio.boards.timeline import timeline, window_of
from plumbline.office.projects.models import PlanVersion
from plumbline.office.registers.actions import close_entry
from plumbline.office.registers.models import Kind, State
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.strategy.actions import add_objective, align

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
BOARDS = ("board", "heat-map", "heat-map/?show=programmes", "timeline", "decisions", "roadblocks", "changes")
WEEK = timedelta(days=7)
TODAY = NOON.date()


def test_the_heat_map_shows_evidence_beside_what_is_reported(quays: Quays) -> None:
    quays.reported(quays.add("Q-1", "red"), "green", "watermelon")
    quays.reported(quays.add("Q-2", "green"), "green")
    found = heat_map(Scope(quays.organisation))
    worst, other = found.groups[0].rows
    cell = worst.cells[0]
    assert cell.evidence is not None
    assert cell.reported is not None
    assert (worst.project.code, cell.evidence.status, cell.reported.reported) == ("Q-1", "red", "green")
    assert cell.is_watermelon
    assert not other.cells[0].is_watermelon
    assert found.watermelons == 1
    assert [each.project.code for each in heat_map(Scope(quays.organisation), watermelons=True).groups[0].rows] == [
        "Q-1"
    ]


def test_what_a_silent_project_reported_last_is_not_shown_as_its_status(
    quays: Quays, ada: Person, signed_in: SignedIn
) -> None:
    quays.reported(quays.add("Q-1", "red", "Berths"), "green", silent=True)
    found = heat_map(Scope(quays.organisation), show="programmes")
    assert found.programmes[0].cells[0].reported == {"unknown": 1}
    page = signed_in(ada).get("/o/harbour-works/portfolio/heat-map/").content.decode()
    assert "Silent" in page
    assert "Reported: green" not in page


def test_many_projects_are_counted_by_programme_first_the_worst_first(quays: Quays) -> None:
    quays.add("Q-1", "red", "Burning")
    quays.many(90, programmes=2)
    found = heat_map(Scope(quays.organisation))
    assert next(each.programme.name for each in found.programmes if each.programme) == "Burning"
    assert sum(each.tally.total for each in found.programmes) == 91
    assert found.programmes[1].cells[0].evidence.total() == 45


def test_a_programme_shows_its_own_projects_only(quays: Quays) -> None:
    one = quays.add("Q-1", "red", "Berths")
    quays.add("Q-2", "red", "Cranes")
    found = heat_map(Scope(quays.organisation, programme=one.programme_id))
    assert [each.project.code for group in found.groups for each in group.rows] == ["Q-1"]


def test_decision_debt_is_what_each_week_since_the_due_day_costs(quays: Quays, ada: Person) -> None:
    project = quays.add("Q-1")
    quays.entry(project, Kind.DECISION, decider=ada, due_on=TODAY - 2 * WEEK, amount=Decimal(700))
    quays.entry(project, Kind.DECISION, decider=ada, due_on=TODAY + WEEK, amount=Decimal(300))
    quays.entry(project, Kind.CHANGE, decider=ada, due_on=TODAY - WEEK, amount=Decimal(99999))
    found = decisions(Scope(quays.organisation), ada)
    (debt,) = found.deciders
    assert (debt.waiting, debt.overdue, debt.weekly, debt.so_far) == (3, 2, 1000, 1400)
    assert found.total.so_far == 1400
    assert found.mine[0].days_late == 14


def test_decisions_stand_by_decider_the_dearest_first_and_nobody_is_one_of_them(
    quays: Quays, ada: Person, mira: Person
) -> None:
    project = quays.add("Q-1")
    quays.entry(project, Kind.DECISION, "Cheap", decider=ada, due_on=TODAY - WEEK, amount=Decimal(10))
    quays.entry(project, Kind.DECISION, "Dear", decider=mira, due_on=TODAY - WEEK, amount=Decimal(1000))
    quays.entry(project, Kind.DECISION, "Whose", due_on=TODAY)
    quays.entry(project, Kind.ACTION, "No decision", decider=ada)
    closed = quays.entry(project, Kind.DECISION, "Taken", decider=ada)
    close_entry(closed, by=ada)
    found = decisions(Scope(quays.organisation), ada, decider=str(mira.pk))
    assert [each.decider for each in found.deciders] == ["Mira Pontoon", "Ada Quay", "Nobody is named"]
    assert [each.entry.title for each in found.listed] == ["Dear"]
    assert [each.entry.title for each in found.mine] == ["Cheap"]
    assert [each.entry.title for each in decisions(Scope(quays.organisation), ada, decider="nobody").listed] == [
        "Whose"
    ]


def test_a_supplier_that_two_projects_wait_for_is_a_roadblock_however_it_is_written(quays: Quays) -> None:
    one, other = quays.add("Q-1", budget=Decimal(100)), quays.add("Q-2", budget=Decimal(200))
    quays.entry(one, Kind.ISSUE, outside_party="Cable Works")
    quays.entry(other, Kind.RISK, outside_party=" cable works")
    quays.entry(one, Kind.ISSUE, outside_party="Alone Ltd")
    (found,) = roadblocks(Scope(quays.organisation))
    assert (found.kind, found.budget, [each.code for each in found.projects]) == (
        "Supplier or authority",
        300,
        ["Q-1", "Q-2"],
    )


def test_a_decider_an_owner_a_manager_and_a_project_can_be_roadblocks(quays: Quays, ada: Person, mira: Person) -> None:
    needed = quays.add("Q-0")
    for code in ("Q-1", "Q-2"):
        project = quays.add(code, "red", manager=mira)
        quays.entry(project, Kind.DECISION, decider=ada, due_on=TODAY - WEEK)
        quays.entry(project, Kind.ACTION, owner=mira, due_on=TODAY - WEEK)
        quays.entry(project, Kind.DEPENDENCY, owner=mira, other_project=needed, due_on=TODAY + WEEK)
    found = {each.kind: (each.name, len(each.projects)) for each in roadblocks(Scope(quays.organisation))}
    assert found == {
        "Overdue decisions": ("Ada Quay", 2),
        "Overdue entries": ("Mira Pontoon", 2),
        "Manager of red projects": ("Mira Pontoon", 2),
        "Project that others need": ("Project Q-0", 2),
    }


def test_what_changed_since_a_day_is_told_project_by_project(quays: Quays, ada: Person) -> None:
    with clock_at(NOON - 60 * timedelta(days=1)):
        old = quays.add("Q-1", "green")
        decision = quays.entry(old, Kind.DECISION, "Which crane?", decider=ada)
    new = quays.add("Q-2")
    quays.entry(old, Kind.RISK, "Storm", probability=5, impact=4)
    quays.entry(old, Kind.RISK, "Drizzle", probability=1, impact=1)
    close_entry(decision, by=ada)
    since = since_of(quays.organisation, {"since": "2026-05-20"})
    told = {(each.project.code, each.kind, each.words) for each in all_changes(Scope(quays.organisation), since.moment)}
    assert told == {
        ("Q-2", "New project", "Added to the portfolio"),
        ("Q-1", "Big risk", "New: R-1 Storm (20 of 25)"),
        ("Q-1", "Decision taken", "D-1 Which crane?: done"),
    }
    assert [project for project, _ in changes(Scope(quays.organisation), since.moment).page] == [old, new]


def test_a_status_is_held_against_the_last_assessment_before_that_day(quays: Quays) -> None:
    with clock_at(NOON - timedelta(days=60)):
        project = quays.add("Q-1", "green")
        assessment = project.assessments.get()
        assessment.dimensions.create(dimension="schedule", status="green", title="Schedule")
    project.statuses.update(status="red", since=NOON, previous="amber")
    (found,) = all_changes(Scope(quays.organisation), NOON - timedelta(days=31))
    assert (found.kind, found.before, found.after, found.direction) == ("Evidence", "green", "red", "worse")


def test_a_finish_that_moved_is_held_against_the_plan_of_that_day(quays: Quays) -> None:
    with clock_at(NOON - timedelta(days=60)):
        project = quays.add("Q-1", "green")
    plan = project.plan_versions.get()
    project.current_plan = PlanVersion.objects.create(
        project=project,
        number=2,
        document=plan.document,
        activity_count=1,
        source_format="XER",
        finish=date(2027, 3, 11),
        recorded_at=NOON,
    )
    project.save()
    found = all_changes(Scope(quays.organisation), NOON - timedelta(days=31))
    assert [each.words for each in found] == ["Finish 1 Mar 2027 → 11 Mar 2027, 10 days later"]


def test_changes_are_counted_from_the_last_board_unless_a_day_is_chosen(quays: Quays, ada: Person) -> None:
    assert since_of(quays.organisation, {}).day == TODAY - timedelta(days=31)
    record_board_day(quays.organisation, by=ada, on=date(2026, 5, 5))
    record_board_day(quays.organisation, by=ada, on=TODAY)
    assert since_of(quays.organisation, {}).day == date(2026, 5, 5)
    assert since_of(quays.organisation, {"since": "2026-06-01"}).day == date(2026, 6, 1)
    assert since_of(quays.organisation, {"since": "2099-01-01"}).is_board


def test_the_timeline_groups_projects_and_draws_what_they_need_from_each_other(quays: Quays) -> None:
    giver, taker = quays.add("Q-1", "green", "Berths"), quays.add("Q-2", "red", "Cranes")
    agreed = quays.entry(taker, Kind.DEPENDENCY, other_project=giver, due_on=TODAY)
    agreed.state = State.AGREED
    agreed.save()
    found = timeline(Scope(quays.organisation), window_of("", None, TODAY))
    assert [each.name for each in found.rows] == ["Berths", "Project Q-1", "Cranes", "Project Q-2"]
    assert [(each.before, each.after, each.agreed) for each in found.links] == [(1, 3, True)]


@pytest.mark.parametrize(
    ("zoom", "begin", "start", "end"),
    [
        ("years", None, date(2026, 1, 1), date(2029, 1, 1)),
        ("quarters", date(2026, 5, 9), date(2026, 4, 1), date(2027, 4, 1)),
        ("sideways", date(2026, 5, 9), None, None),
    ],
)
def test_the_timeline_shows_whole_years_or_quarters(
    zoom: str, begin: date | None, start: date | None, end: date | None
) -> None:
    window = window_of(zoom, begin, TODAY)
    assert (window.start, window.end) == (start, end)


def test_the_board_sees_what_only_executives_can_decide(
    quays: Quays, ada: Person, enrol: Callable[..., object]
) -> None:
    executive: Person = enrol(quays.organisation, Role.EXECUTIVE, "Edda Mole").person  # type: ignore[attr-defined]
    project = quays.add("Q-1", "red", "Berths")
    quays.reported(project, "green", "watermelon")
    quays.entry(project, Kind.DECISION, "Hers", decider=executive, due_on=TODAY - WEEK, amount=Decimal(50))
    quays.entry(project, Kind.DECISION, "Of the office", decider=ada, due_on=TODAY - WEEK, amount=Decimal(5000))
    align(add_objective(quays.organisation, by=ada, name="Busy quays"), project, by=ada)
    found = board_page(Scope(quays.organisation), executive, NOON - WEEK)
    assert [each.entry.title for each in found.decisions] == ["Hers"]
    assert found.debt.so_far == 50
    assert [each.project for each in found.watermelons] == [project]
    assert [dict(each.health.counts) for each in found.objectives] == [{"red": 1}]
    assert [(each.name, each.tally.worst) for each in found.places] == [("Berths", "red")]


@pytest.mark.parametrize("board", BOARDS)
def test_a_board_costs_the_same_for_six_projects_and_for_thirty(
    board: str, quays: Quays, ada: Person, signed_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(ada)
    publish_builtin(quays.organisation, "predictive", by=None)
    quays.add("Q-1", "red", "Berths")
    quays.many(6, programmes=2)
    address = f"/o/harbour-works/portfolio/{board}" + ("" if "?" in board else "/")
    client.get(address)
    with django_assert_max_num_queries(60) as with_few:
        client.get(address)
    quays.many(30, programmes=5)
    with django_assert_max_num_queries(len(with_few.captured_queries)):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("board", BOARDS)
def test_an_empty_board_says_what_will_be_there(board: str, quays: Quays, ada: Person, signed_in: SignedIn) -> None:
    address = f"/o/harbour-works/portfolio/{board}" + ("" if "?" in board else "/")
    assert 'class="empty"' in signed_in(ada).get(address).content.decode()


@pytest.mark.parametrize("board", ["heat-map", "timeline", "decisions", "roadblocks", "changes"])
def test_every_board_leaves_as_a_table(board: str, quays: Quays, ada: Person, signed_in: SignedIn) -> None:
    quays.add("Q-1", "red", "Berths")
    quays.many(3)
    client = signed_in(ada)
    answer = client.get(f"/o/harbour-works/portfolio/{board}.csv").content.decode("utf-8-sig")
    assert len(answer.splitlines()) > 1
    assert client.get(f"/o/harbour-works/portfolio/{board}.xlsx").status_code == 200


def test_a_guest_sees_no_decisions_and_no_board_view(
    quays: Quays, signed_in: SignedIn, enrol: Callable[..., object]
) -> None:
    client = signed_in(enrol(quays.organisation, Role.GUEST).person)  # type: ignore[attr-defined]
    assert client.get("/o/harbour-works/portfolio/decisions/").status_code == 403
    assert client.get("/o/harbour-works/portfolio/board/").status_code == 403
    assert client.get("/o/harbour-works/portfolio/heat-map/").status_code == 200
