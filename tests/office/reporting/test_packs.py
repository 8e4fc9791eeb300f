"""What is in a pack, and that it stays as it was."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from office.reporting.conftest import Pack
from office.reporting.portfolio_of_many import DAY, MARCH, add_projects, report
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.portfolio.models import BoardDay
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.reporting import actions
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.document import ChangeList, Chart, Document, Figures, Heading, Table
from plumbline.office.reporting.models import Making, Snapshot
from plumbline.office.reporting.report import Asked

pytestmark = pytest.mark.django_db
APRIL = MARCH + timedelta(days=30)


def document(snapshot: Snapshot) -> Document:
    return Document.of_data(snapshot.document)


def table(snapshot: Snapshot, title: str) -> Table:
    return next(each for each in document(snapshot).blocks if isinstance(each, Table) and each.title == title)


def changes(snapshot: Snapshot, title: str) -> list[tuple[Any, ...]]:
    found = next(each for each in document(snapshot).blocks if isinstance(each, ChangeList) and each.title == title)
    return [(each.what, each.before, each.after) for each in found.changes]


def figures(snapshot: Snapshot) -> dict[str, Any]:
    return {
        figure.label: figure.value
        for each in document(snapshot).blocks
        if isinstance(each, Figures)
        for figure in each.items[:6]
    }


def test_reports_are_found_by_walking() -> None:
    assert set(reports()) == {"board_pack", "gate_pack", "portfolio_report", "status_report"}


def test_a_board_pack_counts_every_project_once(projects: list[Project], pack: Pack) -> None:
    counted = figures(pack())
    assert counted["Projects"] == 14
    assert [counted[f"{each} by the evidence"] for each in ("Red", "Amber", "Green")] == [4, 5, 5]
    assert counted["Silent"] == 2
    assert len(table(pack(), "Projects").rows) == 14


def test_the_distribution_shows_reported_beside_evidence(projects: list[Project], pack: Pack) -> None:
    chart = next(each for each in document(pack()).blocks if isinstance(each, Chart))
    assert {each.name: each.values for each in chart.series}["Silent"] == (2, 0)
    assert [sum(each.values[at] for each in chart.series) for at in (0, 1)] == [14, 14]


def test_watermelons_and_silent_projects_are_named(projects: list[Project], pack: Pack) -> None:
    snapshot = pack()
    found = sorted(str(row[0]) for row in table(snapshot, "Watermelons").rows)
    assert found == [str(projects[each]) for each in (2, 8)]
    silent = table(snapshot, "Silent projects").rows
    assert sorted(str(row[0]) for row in silent) == [str(projects[each]) for each in (6, 13)]


def test_a_silent_project_never_shows_its_last_colour(projects: list[Project], pack: Pack) -> None:
    row = next(each for each in table(pack(), "Projects").rows if each[0] == str(projects[6]))
    assert row[3] == "silent"


def test_decisions_waiting_name_decider_since_and_cost(projects: list[Project], pack: Pack) -> None:
    first = table(pack(), "Decisions waiting").rows[0]
    assert first[0] == "Which stone for quay 0"
    assert first[2:] == ("Mira Pontoon", DAY, DAY - timedelta(days=3), 3, Decimal(2500))


def test_top_risks_are_the_ten_heaviest(projects: list[Project], pack: Pack) -> None:
    scores = [row[2] for row in table(pack(), "Top risks").rows]
    assert len(scores) == 10
    assert scores == sorted(scores, key=lambda score: -int(str(score)))


def test_money_is_summed_by_programme(projects: list[Project], pack: Pack) -> None:
    rows = table(pack(), "Money by programme").rows
    assert sum(Decimal(str(row[2])) for row in rows) == 14 * Decimal("400000.50")


def test_health_by_objective_follows_the_alignment_of_the_programme(projects: list[Project], pack: Pack) -> None:
    assert table(pack(), "Objectives").rows[0][:2] == ("Drier feet", 4)


def test_red_projects_have_a_page_each(projects: list[Project], pack: Pack) -> None:
    headings = [each for each in document(pack()).blocks if isinstance(each, Heading) and each.level == 3]
    assert sorted(each.text for each in headings) == [str(projects[each]) for each in (2, 5, 8, 11)]


def test_a_pack_says_what_changed_since_the_last_one(
    projects: list[Project], pack: Pack, mira: Person, harbour: Organisation
) -> None:
    before = pack()
    with clock_at(APRIL):
        report(projects[0], mira, "red", at=APRIL)
        projects[0].standing.finish_slip_days = 30
        projects[0].standing.forecast_finish = DAY
        projects[0].standing.save()
        projects[1].archived_at = APRIL
        projects[1].save()
        entry = Entry.objects.get(project=projects[5], kind=Kind.DECISION)
        entry.state, entry.closed_at = "done", APRIL - timedelta(days=1)
        entry.save()
    after = pack(at=APRIL, previous=before)
    assert (str(projects[0]), "green", "red") in changes(after, "Reported status moved")
    assert [each[0] for each in changes(after, "Forecast finish moved")] == [str(projects[0])]
    assert (str(projects[0]), "green", "red") in changes(after, "New red projects")
    assert changes(after, "Projects that came or went") == [(str(projects[1]), "in the last pack", None)]
    assert changes(after, "Decisions taken") == [(f"{projects[5]}: {entry.title}", None, "Done")]


def test_the_first_pack_has_nothing_to_compare_with(projects: list[Project], pack: Pack) -> None:
    assert not [each for each in document(pack()).blocks if isinstance(each, ChangeList)]


def test_a_snapshot_does_not_change_when_the_office_does(projects: list[Project], pack: Pack) -> None:
    snapshot = pack()
    before = snapshot.document
    projects[0].name = "Another quay"
    projects[0].save()
    Entry.objects.all().update(title="Another risk")
    assert Snapshot.objects.get(pk=snapshot.pk).document == before


def test_the_database_refuses_to_change_a_snapshot(projects: list[Project], pack: Pack) -> None:
    snapshot = pack()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Snapshot.objects.filter(pk=snapshot.pk).update(title="Better news")


def test_a_pack_of_a_programme_has_its_projects_only(projects: list[Project], pack: Pack) -> None:
    programme = projects[1].programme
    assert programme is not None
    snapshot = pack(scope=f"programme:{programme.pk}")
    assert {row[1] for row in table(snapshot, "Projects").rows} == {"Programme 1"}
    assert snapshot.subtitle == "Programme 1"


def test_a_gate_pack_tells_of_the_next_gate(projects: list[Project], pack: Pack) -> None:
    snapshot = pack("gate_pack", project=projects[2].pk)
    titles = [each.title for each in document(snapshot).blocks if isinstance(each, Table)]
    assert {"Questions and answers", "Artefacts", "Top risks"} <= set(titles)
    assert snapshot.subtitle == str(projects[2])


def test_a_project_of_somebody_else_is_refused(projects: list[Project], northern: Organisation, ada: Person) -> None:
    asked = actions.ask_for_report(northern, by=ada, report="gate_pack", parameters={"project": projects[0].pk})
    assert actions.make(asked.pk) is None
    assert Making.objects.get(pk=asked.pk).problem == "Choose a project."


def test_what_was_made_is_not_made_again(projects: list[Project], harbour: Organisation, ada: Person) -> None:
    asked = actions.ask_for_report(harbour, by=ada, report="board_pack", parameters={"scope": "all"})
    assert actions.make(asked.pk) is not None
    assert actions.make(asked.pk) is None
    assert Snapshot.objects.count() == 1


def test_making_goes_on_after_a_lost_worker_and_ends_after_three(
    projects: list[Project], harbour: Organisation, ada: Person
) -> None:
    asked = actions.ask_for_report(harbour, by=ada, report="board_pack", parameters={"scope": "all"})
    Making.objects.filter(pk=asked.pk).update(attempts=3)
    assert actions.make(asked.pk) is None
    assert Making.objects.get(pk=asked.pk).problem.startswith("It stopped three times")
    actions.try_again(asked, by=ada)
    assert actions.make(asked.pk) is not None


@pytest.mark.parametrize("report_name", ["board_pack", "portfolio_report"])
def test_the_number_of_queries_does_not_grow_with_projects(
    projects: list[Project], harbour: Organisation, mira: Person, report_name: str
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            reports()[report_name].gather(Asked(harbour, {"scope": "all"}, MARCH, DAY))
        return len(counted)

    queries()  # the standard is read once and kept
    before = queries()
    add_projects_beside(harbour, mira)
    assert queries() == before


def add_projects_beside(harbour: Organisation, mira: Person) -> None:
    """More of the same, under other codes."""
    for each in Project.objects.filter(organisation=harbour):
        each.code = f"OLD-{each.code}"
        each.save()
    add_projects(harbour, mira, 30)


@pytest.mark.parametrize("name", ["portfolio:x", "portfolio:99999", "programme:", "everything", "portfolio:²"])
def test_a_scope_that_is_none_is_refused(harbour: Organisation, name: str) -> None:
    with pytest.raises(ValidationError):
        reports()["board_pack"].gather(Asked(harbour, {"scope": name}, MARCH, DAY))


def test_publishing_a_board_pack_is_a_board_day(
    projects: list[Project], pack: Pack, harbour: Organisation, ada: Person
) -> None:
    actions.publish(pack(), by=ada)
    assert BoardDay.objects.get(organisation=harbour).by == ada
