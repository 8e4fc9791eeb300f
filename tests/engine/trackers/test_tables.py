"""Exports as tables: true to what each tracker writes, invented in what they say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from engine.trackers.tables import table
from plumbline.engine.readers.table.dates import Order
from plumbline.engine.trackers import (
    Category,
    StateMap,
    Understood,
    columns_for,
    items_of_sheet,
    recognised_sheet,
    tracker_named,
    trackers,
)

JIRA = """
Summary,Issue key,Issue id,Parent key,Issue Type,Status,Project key,Created,Updated,Resolved,Labels,Labels,Labels
Weld the rails,TRAM-1,10001,,Story,In Progress,TRAM,02/Mar/26 9:05 AM,04/Mar/26 2:30 PM,,D-3,night,
Paint the mast,TRAM-2,10002,TRAM-1,Sub-task,Done,TRAM,02/Mar/26 9:06 AM,09/Mar/26 8:00 AM,08/Mar/26 4:15 PM,,,
Ask the fire brigade,TRAM-3,10003,,Task,To Do,TRAM,02/Mar/26 9:07 AM,02/Mar/26 9:07 AM,,,,
"""
GITLAB = """
Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Confidential,Locked,Due Date,Created At (UTC),Updated At (UTC),Closed At (UTC),Milestone,Weight,Labels,Time Estimate,Time Spent
Read the card,,7,https://gitlab.example/tram/app/-/issues/7,Open,Ada,ada,,No,No,,2026-03-02 09:00:00,2026-03-04 10:00:00,,,,"D-2,Doing",0,0
Print the ticket,,8,https://gitlab.example/tram/app/-/issues/8,Closed,Ada,ada,,No,No,,2026-03-02 09:00:00,2026-03-05 10:00:00,2026-03-05 10:00:00,,,,0,0
"""  # noqa: E501
OPENPROJECT = """
ID;Subject;Type;Status;Parent;Updated on
41;Lay the cable;Task;In progress;40;2026-03-04 10:00
42;Test the cable;Task;Rejected;40;2026-03-05 10:00
"""
AZURE = """
ID,Work Item Type,Title 1,State,Tags,Activated Date,Closed Date,Changed Date
11,User Story,Order the masts,Closed,D-1; urgent,3/13/2026 9:00:00 AM,3/20/2026 5:00:00 PM,3/20/2026 5:00:00 PM
12,Task,Count the masts,Active,,3/4/2026 9:00:00 AM,,3/14/2026 9:00:00 AM
"""
GITHUB = """
number,title,state,labels,url,createdAt,updatedAt,closedAt
5,Open the door,OPEN,"D-4,in progress",https://github.com/tram/app/issues/5,2026-03-02T09:00:00Z,2026-03-04T10:00:00Z,
6,Shut the door,CLOSED,,https://github.com/tram/app/issues/6,2026-03-02T09:00:00Z,2026-03-06T10:00:00Z,2026-03-06T10:00:00Z
"""
OSLO = timezone(timedelta(hours=1))


def read(text: str, delimiter: str = ",", order: Order = Order.UNKNOWN, **more: Category) -> Understood:
    sheet = table(text, delimiter)
    tracker = tracker_named(recognised_sheet(sheet.columns)).TRACKER
    states = StateMap.of({**tracker.states, **more})
    return items_of_sheet(sheet, states, columns_for(sheet, tracker.headings), zone=OSLO, order=order)


@pytest.mark.parametrize(
    ("name", "text", "delimiter"),
    [
        ("jira", JIRA, ","),
        ("gitlab", GITLAB, ","),
        ("openproject", OPENPROJECT, ";"),
        ("azure_devops", AZURE, ","),
        ("github", GITHUB, ","),
        ("table", "number,what\n1,x\n", ","),
    ],
)
def test_a_table_is_known_by_its_headings(name: str, text: str, delimiter: str) -> None:
    assert recognised_sheet(table(text, delimiter).columns) == name
    assert name in trackers()


def test_jira_gives_each_label_a_column_of_its_own() -> None:
    rails, mast, brigade = read(JIRA).items
    assert (rails.key, rails.title, rails.type, rails.state) == ("TRAM-1", "Weld the rails", "Story", "In Progress")
    assert (rails.labels, mast.labels, mast.parent) == (("D-3", "night"), (), "TRAM-1")
    assert [each.category for each in (rails, mast, brigade)] == [Category.IN_PROGRESS, Category.DONE, Category.TO_DO]


def test_without_a_history_a_start_is_approximate_and_said_to_be() -> None:
    rails, mast, brigade = read(JIRA).items
    assert (rails.started_at, rails.start_is_approximate) == (datetime(2026, 3, 4, 14, 30, tzinfo=OSLO), True)
    assert (mast.ended_at, mast.end_is_approximate) == (datetime(2026, 3, 8, 16, 15, tzinfo=OSLO), False)
    assert mast.start_is_approximate
    assert (brigade.started_at, brigade.ended_at) == (None, None)


def test_at_gitlab_and_github_a_label_says_that_work_has_begun() -> None:
    for text in (GITLAB, GITHUB):
        begun, over = read(text, open=Category.TO_DO).items
        assert (begun.category, over.category) == (Category.IN_PROGRESS, Category.DONE)
    assert read(GITLAB).items[0].changed_at == datetime(2026, 3, 4, 10, tzinfo=OSLO)
    assert read(GITHUB).items[1].ended_at == datetime(2026, 3, 6, 10, tzinfo=UTC)


def test_what_openproject_rejects_is_over() -> None:
    cable, test = read(OPENPROJECT, ";").items
    assert (cable.category, cable.parent) == (Category.IN_PROGRESS, "40")
    assert test.category is Category.DONE


def test_azure_tells_when_work_was_activated_and_closed() -> None:
    masts, count = read(AZURE, order=Order.MONTH_FIRST).items
    assert masts.started_at == datetime(2026, 3, 13, 9, tzinfo=OSLO)
    assert masts.ended_at == datetime(2026, 3, 20, 17, tzinfo=OSLO)
    assert not masts.start_is_approximate
    assert not masts.end_is_approximate
    assert masts.labels == ("D-1", "urgent")
    assert count.started_at == datetime(2026, 3, 4, 9, tzinfo=OSLO)


def test_one_date_that_can_be_read_one_way_only_settles_its_column() -> None:
    assert not read(AZURE).problems


def test_a_date_that_could_be_two_is_refused_with_row_and_column() -> None:
    text = "ID,Work Item Type,Title,State,Changed Date\n1,Task,A,New,3/4/2026 9:00 AM\n2,Task,B,New,\n"
    found = read(text)
    assert [each.key for each in found.items] == ["2"]
    (problem,) = found.problems
    assert (problem.place, problem.column) == ("row 2", "Changed Date")
    assert "can be two dates" in problem.reason


def test_a_word_that_is_not_in_the_map_is_asked_for_and_never_guessed() -> None:
    text = "Issue key,Summary,Issue Type,Status\nA-1,x,Task,Cooking\nA-2,y,Task,cooking\nA-3,z,Task,Done\n"
    found = read(text)
    assert found.unknown == {"Cooking": 1, "cooking": 1}
    assert [each.key for each in found.items] == ["A-3"]
    assert not found.problems
    assert len(read(text, Cooking=Category.IN_PROGRESS).items) == 3


@pytest.mark.parametrize(
    ("rows", "place", "reason"),
    [
        (",x,Task,Done", "row 2", "no key"),
        ("A-1,x,Task,Done\nA-1,y,Task,Done", "row 3", "row 2 already"),
        (f"{'K' * 121},x,Task,Done", "row 2", "120 characters"),
        (f"A-1,x,Task,{'s' * 81}", "row 2", "80 characters"),
    ],
)
def test_what_is_wrong_is_told_by_row(rows: str, place: str, reason: str) -> None:
    (problem,) = read(f"Issue key,Summary,Issue Type,Status\n{rows}\n").problems
    assert problem.place == place
    assert reason in problem.reason


def test_a_table_without_states_is_understood_by_its_days() -> None:
    sheet = table("id,started,finished\n1,2026-03-01,2026-03-05\n2,2026-03-01,\n3,,\n4,2026-03-05,2026-03-01\n")
    columns = {"key": "id", "started_at": "started", "ended_at": "finished"}
    found = items_of_sheet(sheet, StateMap(), columns)
    assert [each.category for each in found.items] == [Category.DONE, Category.IN_PROGRESS, Category.TO_DO]
    assert found.problems[0].reason.startswith("It ends before it starts")


def test_a_table_may_have_ten_thousand_rows_of_nothing() -> None:
    assert items_of_sheet(table("key\n" + ",\n" * 10_000), StateMap(), {"key": "key"}).items == ()
