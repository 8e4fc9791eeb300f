"""The plan as a table and as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from importlib import import_module

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from engine.schedule.nets import net
from office.projects.written_plans import loop, rows_of, small_plan, words_of
from plumbline.engine.schedule import Baseline, Schedule
from plumbline.office.people.models import Person
from plumbline.office.projects import actions
from plumbline.office.projects.models import PlanVersion, Project

SignedIn = Callable[[Person], Client]


def record(project: Project, schedule: Schedule) -> PlanVersion:
    return actions.record_plan(project, by=None, schedule=schedule, source_format="xer").version


@pytest.fixture
def look(mira: Person, crossing: Project, signed_in: SignedIn) -> Callable[..., str]:
    """The page of the plan as Mira sees it, who manages the project."""
    client = signed_in(mira)

    def page(**query: object) -> str:
        response = client.get(f"/o/harbour-works/projects/{crossing.pk}/plan/", query)
        assert response.status_code == 200
        return response.content.decode()

    return page


def names(page: str) -> list[str]:
    return [row[0] for row in rows_of(page)]


def test_a_plan_is_shown_with_days_dates_float_and_outline(crossing: Project, look: Callable[..., str]) -> None:
    record(crossing, small_plan())
    page = look()
    assert rows_of(page) == [
        ["S Quay wall", "5", "1 Jan 2026", "7 Jan 2026", "", "", "0", "0"],
        ["A Drive the piles critical", "2", "1 Jan 2026", "2 Jan 2026", "", "", "0", "0"],
        ["B Pour the beam critical", "3", "5 Jan 2026", "7 Jan 2026", "", "", "0", "0"],
        ["X Order bollards", "1", "1 Jan 2026", "1 Jan 2026", "", "", "4", "0"],
        ["M ◆ Wall complete critical", "0", *["7 Jan 2026"] * 2, "", "", "0", "0"],
    ]
    assert 'class="level-0 summary"' in page
    assert 'class="level-1 critical"' in page
    assert "4 activities" in words_of(page)


def test_dates_that_have_happened_are_marked_and_a_summary_says_how_much_is_done(
    crossing: Project, look: Callable[..., str]
) -> None:
    done = {"actual_start": datetime(2026, 1, 1, 8), "actual_finish": datetime(2026, 1, 6, 17), "remaining": 0}
    record(crossing, small_plan(changes={"A": done}, data_date=datetime(2026, 1, 7)))
    rows = rows_of(look())
    assert rows[1] == ["A Drive the piles", "2", "1 Jan 2026 A", "6 Jan 2026 A", "", "", "", "100"]
    assert (rows[0][2], rows[0][7]) == ("1 Jan 2026", "33")


def test_the_plan_is_held_against_the_chosen_baseline(crossing: Project, look: Callable[..., str]) -> None:
    first = record(crossing, small_plan())
    actions.set_baseline(crossing, by=None, version=first, reason="Agreed")
    record(crossing, small_plan({"B": 5}))
    page = look(show="late")
    assert [[row[0], *row[3:6]] for row in rows_of(page)] == [
        ["S Quay wall", "9 Jan 2026", "7 Jan 2026", "2"],
        ["B Pour the beam critical", "9 Jan 2026", "7 Jan 2026", "2"],
        ["M ◆ Wall complete critical", "9 Jan 2026", "7 Jan 2026", "2"],
    ]
    assert "Baseline: version 1" in words_of(page)


def test_without_a_choice_the_baseline_inside_the_plan_counts(crossing: Project, look: Callable[..., str]) -> None:
    promised = Baseline(datetime(2026, 1, 1, 8), datetime(2026, 1, 1, 17))
    record(crossing, small_plan(changes={"A": {"baseline": promised}}))
    page = look()
    assert rows_of(page)[1][4:6] == ["1 Jan 2026", "1"]
    assert "Baseline from the plan file" in words_of(page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"show": "critical"}, ["S", "A", "B", "M"]),
        ({"show": "milestones"}, ["S", "M"]),
        ({"show": "open"}, ["S", "A", "B", "X", "M"]),
        ({"text": "BEAM pour"}, ["S", "B"]),
        ({"text": "x", "show": "critical"}, []),
        ({"depth": 1}, ["S"]),
        ({"show": "nonsense", "depth": "-3", "columns": "none", "page": "last"}, ["S", "A", "B", "X", "M"]),
    ],
)
def test_filters_live_in_the_address_and_keep_the_summaries(
    crossing: Project, look: Callable[..., str], query: dict[str, object], expected: list[str]
) -> None:
    record(crossing, small_plan())
    page = look(**query)
    assert [name.split()[0] for name in names(page)] == expected
    assert ("No activity matches" in page) is (not expected)


def test_what_changed_since_the_version_before_can_be_shown_alone(crossing: Project, look: Callable[..., str]) -> None:
    record(crossing, small_plan())
    assert "There is no version before this one" in look(show="changed")
    record(crossing, small_plan({"X": 2}, links="A-B FS0, B-M FS1, X-M FS0"))
    assert names(look(show="changed")) == ["S Quay wall", "X Order bollards", "M ◆ Wall complete critical"]


def test_columns_come_in_presets(crossing: Project, look: Callable[..., str]) -> None:
    record(crossing, small_plan(links="A-B FS0, B-M FF0.3333333, X-M FS0"))
    logic = rows_of(look(columns="logic"))
    assert logic[2][5:] == ["Start no earlier than 5 Jan 2026", "A"]
    assert logic[4][6] == "B FF+1d, X"
    assert "Late finish" in look(columns="float")
    assert "Actual start" in look(columns="progress")


def test_an_earlier_version_can_be_looked_at_and_says_that_it_is_one(
    crossing: Project, mira: Person, look: Callable[..., str], signed_in: SignedIn
) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan({"B": 9}))
    page = look(version=1)
    assert rows_of(page)[2][1] == "3"
    assert "This is version 1. Version 2 is the current one." in words_of(page)
    assert "A version of the past" not in look()
    gone = signed_in(mira).get(f"/o/harbour-works/projects/{crossing.pk}/plan/?version=3")
    assert gone.status_code == 404


def test_a_plan_with_a_loop_names_it_and_shows_what_is_known(crossing: Project, look: Callable[..., str]) -> None:
    record(crossing, loop())
    page = look()
    assert "The links form a loop: A -&gt; B -&gt; A" in page
    assert rows_of(page)[1] == ["A Drive the piles", "2", "", "", "", "", "", "0"]


def test_a_baseline_with_a_loop_still_lets_the_plan_be_read(crossing: Project, look: Callable[..., str]) -> None:
    first = record(crossing, loop())
    record(crossing, small_plan())
    actions.set_baseline(crossing, by=None, version=first, reason="By mistake")
    assert rows_of(look())[1][:4] == ["A Drive the piles critical", "2", "1 Jan 2026", "2 Jan 2026"]


def test_a_project_without_a_plan_offers_the_upload_to_who_may(
    crossing: Project, harbour: object, look: Callable[..., str], enrol: Callable[..., object], signed_in: SignedIn
) -> None:
    assert "Upload the first plan" in look()
    guest = enrol(harbour, "guest").person  # type: ignore[attr-defined]
    page = signed_in(guest).get(f"/o/harbour-works/projects/{crossing.pk}/plan/").content.decode()
    assert "No plan yet" in page
    assert "Upload the first plan" not in page


def long_plan(tasks: int) -> Schedule:
    return small_plan({f"T{number}": 1 for number in range(tasks)})


def test_a_long_plan_has_pages_and_each_repeats_the_summaries_it_is_under(
    crossing: Project, look: Callable[..., str]
) -> None:
    record(crossing, long_plan(600))
    first, second = names(look()), names(look(page=2))
    assert len(first) == 500
    assert second[:2] == ["S Quay wall (continued)", "T495 T495"]
    assert len(second) == 106


def test_a_plan_takes_as_many_queries_for_six_hundred_lines_as_for_five(
    crossing: Project, look: Callable[..., str]
) -> None:
    def taken() -> int:
        look()
        with CaptureQueriesContext(connection) as queries:
            look()
        return len(queries)

    record(crossing, small_plan())
    few = taken()
    record(crossing, long_plan(600))
    assert taken() == few


@pytest.mark.parametrize("page", ["plan/", "gantt/", "plan.csv", "plan.xlsx", "plans/", "plans/compare/"])
def test_no_page_calculates_a_plan(
    crossing: Project, mira: Person, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    first = record(crossing, small_plan({"A": 11}))
    record(crossing, loop())
    record(crossing, small_plan({"A": 12}))
    actions.set_baseline(crossing, by=None, version=first, reason="Agreed")

    def refuse(schedule: Schedule) -> None:
        raise AssertionError("a page calculates")

    for module in ("schedule.calculate", "schedule.baseline", "comparison.attribution.attribute"):
        monkeypatch.setattr(import_module(f"plumbline.engine.{module}"), "calculate", refuse)
    client = signed_in(mira)
    for version in (1, 2, 3):
        query = {"version": version, "show": "changed", "before": version, "after": 3}
        assert client.get(f"/o/harbour-works/projects/{crossing.pk}/{page}", query).status_code == 200


def test_a_plan_is_exported_with_everything_the_filters_leave(
    crossing: Project, mira: Person, signed_in: SignedIn
) -> None:
    record(crossing, small_plan(changes={"X": {"name": "=HYPERLINK(1)"}}))
    client, address = signed_in(mira), f"/o/harbour-works/projects/{crossing.pk}/plan"
    response = client.get(f"{address}.csv", {"text": "="})
    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert 'filename="QC-1 plan version 1.csv"' in response["Content-Disposition"]
    assert [(line["Name"], line["Finish"], line["Total float"]) for line in lines] == [
        ("Quay wall", "2026-01-07 17:00", "0.0"),
        ("'=HYPERLINK(1)", "2026-01-01 17:00", "4.0"),
    ]
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{address}.xlsx").content))
    cells = list(book.active.iter_rows(values_only=True))
    row = dict(zip(cells[0], cells[4], strict=True))
    assert (row["Name"], row["Finish"], row["Days"]) == ("=HYPERLINK(1)", datetime(2026, 1, 1, 17), 1)
    assert book.active.cell(5, 3).data_type == "s"
    assert client.get(f"{address}.csv", {"version": 4}).status_code == 404


def test_a_project_without_a_plan_has_no_file(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    assert signed_in(mira).get(f"/o/harbour-works/projects/{crossing.pk}/plan.csv").status_code == 404


def test_lines_without_a_summary_or_an_id_are_shown_too(crossing: Project, look: Callable[..., str]) -> None:
    record(crossing, net({"A": 1, "B": 1}, changes={"B": {"id": ""}}))
    assert names(look()) == ["A A critical", "B critical"]
