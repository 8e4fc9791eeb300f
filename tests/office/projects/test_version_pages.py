"""The versions of a plan, what changed between two, and the chosen baseline."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.projects.written_plans import loop, rows_of, small_plan, words_of
from plumbline.engine.schedule import Schedule
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.plans import kept_calculation, kept_schedule

SignedIn = Callable[[Person], Client]


def record(project: Project, schedule: Schedule, message: str = "") -> PlanVersion:
    return actions.record_plan(project, by=None, schedule=schedule, source_format="xer", message=message).version


@pytest.fixture
def address(crossing: Project) -> str:
    return f"/o/harbour-works/projects/{crossing.pk}/"


def test_versions_are_listed_newest_first_with_how_far_the_finish_moved(
    crossing: Project, ada: Person, signed_in: SignedIn, address: str
) -> None:
    first = record(crossing, small_plan(), "Agreed by the board")
    record(crossing, small_plan({"B": 5}))
    record(crossing, small_plan({"B": 4}))
    record(crossing, loop())
    actions.set_baseline(crossing, by=None, version=first, reason="Agreed")
    page = signed_in(ada).get(f"{address}plans/").content.decode()
    rows = rows_of(page)
    assert [(row[0], row[2], row[3].partition(" Worse")[0].partition(" Better")[0]) for row in rows] == [
        ("Version 4 Current", "cannot be calculated", "–"),
        ("Version 3", "8 Jan 2026", "1 day earlier"),
        ("Version 2", "9 Jan 2026", "2 days later"),
        ("Version 1 Baseline", "7 Jan 2026", "–"),
    ]
    assert "Agreed by the board" in rows[3][5]
    assert ["Set as baseline" in row[7] for row in rows] == [True, True, True, False]


def test_only_the_pmo_is_offered_to_change_the_baseline(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    client = signed_in(mira)
    assert "baseline/" not in client.get(f"{address}plans/").content.decode()
    assert client.get(f"{address}baseline/").status_code == 403


def test_a_baseline_is_suggested_from_its_version_and_can_be_given_back(
    crossing: Project, ada: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan({"B": 5}))
    client = signed_in(ada)
    assert '<option value="1" selected>' in client.get(f"{address}baseline/?version=1").content.decode()
    answer = client.post(f"{address}baseline/", {"version": "1", "reason": "Agreed"}, follow=True)
    assert "measured against version 1" in words_of(answer.content.decode())
    client.post(f"{address}baseline/", {"version": "", "reason": "The file has its own"})
    crossing.refresh_from_db()
    assert crossing.baseline is None


def test_versions_take_as_many_queries_for_twelve_as_for_two(
    crossing: Project, ada: Person, signed_in: SignedIn, address: str
) -> None:
    client = signed_in(ada)

    def taken() -> int:
        client.get(f"{address}plans/")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{address}plans/")
        return len(queries)

    for number in range(2):
        record(crossing, small_plan({"B": 3 + number}))
    few = taken()
    for number in range(2, 12):
        record(crossing, small_plan({"B": 3 + number}))
    assert taken() == few


@pytest.fixture
def changed(crossing: Project) -> Project:
    record(crossing, small_plan({"Y": 1}, links="A-B FS0, B-M FS0, X-M FS0, Y-M FS0"))
    update = small_plan({"B": 5, "Z": 2}, links="A-B FS0.6666667, B-M FS0, Z-M SS0", changes={"A": {"name": "Piles"}})
    record(crossing, update)
    return crossing


def test_a_comparison_says_what_changed_in_the_words_of_planners(
    changed: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    page = signed_in(mira).get(f"{address}plans/compare/").content.decode()
    words = words_of(page)
    assert "Finish moved 4 working days later" in words
    assert "+ added Z Z" in words
    assert "− removed Y Y" in words
    assert "A FS+2d B, was FS" in words
    assert "Z SS M" in words
    assert "Y FS M" in words
    rows = rows_of(page)
    assert ["A Piles", "Name", "Drive the piles", "Piles"] in rows
    assert ["B Pour the beam", "Duration", "3 days", "5 days"] in rows


def test_a_comparison_is_filtered_by_kind_and_by_name(
    changed: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    client = signed_in(mira)
    durations = client.get(f"{address}plans/compare/?kind=durations").content.decode()
    assert rows_of(durations) == [["B Pour the beam", "Duration", "3 days", "5 days"]]
    assert "added Z Z" not in words_of(durations)
    assert "Z SS M" in words_of(client.get(f"{address}plans/compare/?kind=links").content.decode())
    named = client.get(f"{address}plans/compare/?text=beam").content.decode()
    assert [row[0] for row in rows_of(named)] == ["B Pour the beam"]
    assert "Nothing of this kind changed" in client.get(f"{address}plans/compare/?text=nowhere").content.decode()


def test_every_kind_of_change_is_counted_and_leads_to_its_own_list(
    changed: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    page = signed_in(mira).get(f"{address}plans/compare/?text=beam").content.decode()
    tabs = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*) <span class="count">(\d+)</span>', page)
    assert [(title, count) for _, title, count in tabs if "kind=" in _ or title == "All"] == [
        ("All", "8"),
        ("Activities added and removed", "2"),
        ("Durations", "1"),
        ("Links", "4"),
        ("Names and types", "1"),
    ]
    assert {"?text=beam&amp;kind=durations", "?text=beam"} <= {there for there, _, _ in tabs}


def test_what_makes_a_plan_look_better_is_asked_about_first(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan({"B": 1}))
    page = words_of(signed_in(mira).get(f"{address}plans/compare/").content.decode())
    asked = page.index("Worth asking about")
    assert asked < page.index("What changed")
    assert "An activity that decided the finish was cut without progress" in page[asked:]
    assert "B Pour the beam: It decided the finish, and its duration was cut from 3 days to 1 day" in page[asked:]


def test_the_comparison_fetches_what_moved_the_finish_from_its_own_address(
    changed: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    client = signed_in(mira)
    page = client.get(f"{address}plans/compare/").content.decode()
    (there,) = re.findall(r'hx-get="([^"]*compare/finish/[^"]*)"', page)
    assert there == f"{address}plans/compare/finish/?before=1&amp;after=2"
    assert f'<a href="{there}">' in page, "it can be read without script"
    moved = client.get(unescape(there)).content.decode()
    assert rows_of(moved) == [
        ["A Durations changed", "+2"],
        ["B Pour the beam takes 5 days instead of 3 days", "+2"],
        ["B Links changed", "+2"],
        ["B Pour the beam has the link FS+2d from A Piles instead of FS", "+2"],
        ["Finish moved, from 7 Jan 2026 to 13 Jan 2026", "+4"],
    ]
    assert 'aria-label="What moved the finish, in working days: ' in moved


def test_what_moved_the_finish_says_when_nothing_did_or_nobody_can_tell(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan(changes={"A": {"name": "Piles"}}))
    client, there = signed_in(mira), f"{address}plans/compare/finish/"
    assert "Nothing that changed between the two versions moved the finish" in client.get(there).content.decode()
    record(crossing, loop())
    assert "form a loop" in words_of(client.get(there).content.decode())
    assert client.get(f"{there[:-1]}.csv")["Location"] == f"{address}plans/"


def test_what_moved_the_finish_is_exported_as_it_adds_up(
    changed: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    text = signed_in(mira).get(f"{address}plans/compare/finish.csv").content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    days = [(line["Letter"], line["Id"], float(line["Working days"])) for line in lines]
    assert days == [("A", "", 2), ("", "B", 2), ("B", "", 2), ("", "B", 2), ("", "", 4)]


@pytest.mark.parametrize("page", ["compare/", "compare/finish/"])
def test_a_comparison_takes_as_many_queries_for_a_long_plan_as_for_a_short_one(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str, page: str
) -> None:
    client = signed_in(mira)

    def taken(first: Schedule, second: Schedule) -> int:
        before, after = record(crossing, first), record(crossing, second)
        for at_hand in (kept_schedule, kept_calculation):
            at_hand.cache_clear()
        query = {"before": before.number, "after": after.number}
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{address}plans/{page}", query).status_code == 200
        return len(queries)

    def plan(durations: dict[str, float]) -> Schedule:
        return small_plan(durations, name=page)  # so that no comparison of it is at hand

    taken(plan({"B": 2}), plan({"B": 7}))  # what is read once for a session
    long = {f"L{number}": 1.0 for number in range(60)}
    few = taken(plan({}), plan({"B": 5}))
    assert taken(plan(long), plan(dict.fromkeys(long, 2.0))) == few


def test_two_versions_can_be_compared_in_any_order(
    changed: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    page = signed_in(mira).get(f"{address}plans/compare/?before=2&after=1").content.decode()
    assert "4 working days earlier" in words_of(page)
    same = signed_in(mira).get(f"{address}plans/compare/?before=2&after=2").content.decode()
    assert "Nothing of this kind changed" in same


def test_a_plan_with_a_loop_is_compared_without_its_finish(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    record(crossing, loop())
    words = words_of(signed_in(mira).get(f"{address}plans/compare/").content.decode())
    assert "Finish moved not known" in words
    assert "form a loop" in words
    assert "B FS A" in words


def test_one_version_has_nothing_to_be_compared_with(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    client = signed_in(mira)
    assert client.get(f"{address}plans/compare/")["Location"] == f"{address}plans/"
    assert client.get(f"{address}plans/compare.csv")["Location"] == f"{address}plans/"


def test_changes_are_exported_without_a_formula(
    crossing: Project, mira: Person, signed_in: SignedIn, address: str
) -> None:
    record(crossing, small_plan())
    record(crossing, small_plan({"B": 5}, changes={"X": {"name": "@SUM(1)"}}))
    text = signed_in(mira).get(f"{address}plans/compare.csv").content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert ("descriptions", "X", "'@SUM(1)", "Name", "Order bollards", "'@SUM(1)") in [
        tuple(line.values()) for line in lines
    ]
    assert ("durations", "B", "Duration", "5 days") in [
        (line["What"], line["Id"], line["Field"], line["After"]) for line in lines
    ]


@pytest.mark.parametrize(
    "page",
    [
        "plan/",
        "gantt/",
        "plans/",
        "plans/compare/",
        "plan.csv",
        "plans/compare.xlsx",
        "plans/compare/finish/",
        "plans/compare/finish.xlsx",
    ],
)
def test_everybody_of_the_organisation_reads_plans_and_nobody_else(
    harbour: Organisation,
    changed: Project,
    olav: Person,
    enrol: Enrol,
    signed_in: SignedIn,
    address: str,
    page: str,
) -> None:
    assert signed_in(enrol(harbour, Role.GUEST).person).get(address + page).status_code == 200
    refused = signed_in(olav).get(address + page)
    assert refused.status_code == 404
    assert "Quay crossing" not in refused.content.decode()
    assert Client().get(address + page).status_code == 302
