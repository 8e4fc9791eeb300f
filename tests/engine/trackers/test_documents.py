"""Exports as JSON: true to what each tracker answers, invented in what they say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from plumbline.engine.trackers import (
    Category,
    StateMap,
    Understood,
    UnknownTracker,
    UnreadableDocument,
    items_of_document,
    recognised_document,
    tracker_named,
    trackers,
)


def change(at: str, *states: str, field: str = "status") -> dict[str, Any]:
    items = [{"field": field, "fieldtype": "jira", "fromString": "", "toString": each} for each in states]
    return {"id": "1", "created": at, "items": items}


def jira(*histories: dict[str, Any], status: str = "Done", category: str = "done", total: int = 0) -> dict[str, Any]:
    fields = {
        "summary": "Weld the rails",
        "issuetype": {"name": "Story"},
        "status": {"name": status, "statusCategory": {"key": category}},
        "labels": ["D-3"],
        "parent": {"key": "TRAM-9"},
        "created": "2026-03-01T09:00:00.000+0100",
        "updated": "2026-03-20T09:00:00.000+0100",
    }
    log = {"startAt": 0, "maxResults": len(histories), "total": total or len(histories), "histories": list(histories)}
    issue = {"key": "TRAM-1", "self": "https://tram.example/rest/api/3/issue/1", "fields": fields, "changelog": log}
    return {"expand": "names", "startAt": 0, "maxResults": 50, "total": 1, "issues": [issue]}


GITHUB = [
    {"number": 5, "title": "Open the door", "state": "open", "html_url": "https://github.com/tram/app/issues/5",
     "labels": [{"name": "in progress"}, {"name": "AC-4"}], "created_at": "2026-03-02T09:00:00Z",
     "updated_at": "2026-03-04T10:00:00Z", "closed_at": None},
    {"number": 6, "title": "Merge it", "state": "open", "html_url": "https://github.com/tram/app/pull/6",
     "pull_request": {"url": "https://api.github.com/repos/tram/app/pulls/6"}, "labels": []},
]  # fmt: skip
GITLAB = [
    {"id": 901, "iid": 7, "title": "Read the card", "state": "closed", "labels": ["D-2"], "type": "ISSUE",
     "web_url": "https://gitlab.example/tram/app/-/issues/7", "created_at": "2026-03-02T09:00:00.000Z",
     "updated_at": "2026-03-06T10:00:00.000Z", "closed_at": "2026-03-06T10:00:00.000Z"},
]  # fmt: skip
OPENPROJECT = {
    "_type": "WorkPackageCollection", "total": 1, "count": 1,
    "_embedded": {"elements": [
        {"_type": "WorkPackage", "id": 41, "subject": "Lay the cable", "startDate": "2026-01-01",
         "createdAt": "2026-03-02T09:00:00.000Z", "updatedAt": "2026-03-04T10:00:00.000Z",
         "_links": {"type": {"title": "Task"}, "status": {"href": "/api/v3/statuses/7", "title": "In progress"},
                    "parent": {"href": "/api/v3/work_packages/40", "title": "Cables"}}},
    ]},
}  # fmt: skip
AZURE = {
    "count": 1,
    "value": [
        {"id": 11, "rev": 4, "url": "https://dev.azure.com/tram/_apis/wit/workItems/11",
         "fields": {"System.WorkItemType": "User Story", "System.State": "Closed", "System.Title": "Order the masts",
                    "System.Tags": "D-1; urgent", "System.Parent": 9,
                    "System.ChangedDate": "2026-03-20T17:00:00.123Z",
                    "Microsoft.VSTS.Common.ActivatedDate": "2026-03-13T09:00:00.123Z",
                    "Microsoft.VSTS.Common.ClosedDate": "2026-03-20T17:00:00.123Z"}},
    ],
}  # fmt: skip
PLAIN = {"items": [{"key": "A-1", "state": "in progress", "changed_at": "2026-03-04T10:00:00Z"}]}


def read(document: Any, **more: Category) -> Understood:
    name = recognised_document(document)
    assert name
    return items_of_document(document, name, StateMap.of({**tracker_named(name).TRACKER.states, **more}))


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("jira", jira()),
        ("github", GITHUB),
        ("gitlab", GITLAB),
        ("openproject", OPENPROJECT),
        ("azure_devops", AZURE),
        ("table", PLAIN),
    ],
)
def test_a_document_is_known_by_its_shape(name: str, document: Any) -> None:
    assert recognised_document(document) == name
    assert read(document).items


@pytest.mark.parametrize("document", [{}, [], 7, None, "issues", {"issues": [1]}, [[]], {"value": []}, {"a": {"b": 1}}])
def test_other_json_is_of_no_tracker_or_holds_nothing(document: Any) -> None:
    name = recognised_document(document)
    assert name is None or not items_of_document(document, name, StateMap()).items


def test_jiras_history_tells_when_work_started_and_ended() -> None:
    document = jira(
        change("2026-03-09T12:00:00.000+0100", "Done"),
        change("2026-03-03T08:00:00.000+0100", "In Progress"),
        change("2026-03-02T08:00:00.000+0100", "Ada", field="assignee"),
    )
    (item,) = read(document).items
    assert item.started_at == datetime(2026, 3, 3, 7, tzinfo=UTC)
    assert item.ended_at == datetime(2026, 3, 9, 11, tzinfo=UTC)
    assert not item.start_is_approximate
    assert not item.end_is_approximate
    assert [state for _, state, _ in item.moves] == ["In Progress", "Done"]
    assert item.url == "https://tram.example/browse/TRAM-1"


def test_what_was_reopened_starts_the_first_time_and_ends_the_last() -> None:
    document = jira(
        change("2026-03-03T08:00:00.000+0000", "In Progress"),
        change("2026-03-05T08:00:00.000+0000", "Done"),
        change("2026-03-06T08:00:00.000+0000", "Reopened"),
        change("2026-03-09T08:00:00.000+0000", "Done"),
        change("2026-03-10T08:00:00.000+0000", "Closed"),
    )
    (item,) = read(document).items
    assert (item.started_at, item.ended_at) == (
        datetime(2026, 3, 3, 8, tzinfo=UTC),
        datetime(2026, 3, 9, 8, tzinfo=UTC),
    )


def test_what_was_begun_and_put_back_has_begun() -> None:
    document = jira(change("2026-03-03T08:00:00.000+0000", "In Progress", "To Do"), status="To Do", category="new")
    (item,) = read(document).items
    assert (item.category, item.started_at) == (Category.TO_DO, datetime(2026, 3, 3, 8, tzinfo=UTC))


def test_a_history_that_is_cut_off_is_not_taken_for_whole() -> None:
    (item,) = read(jira(total=300)).items
    assert item.start_is_approximate
    assert item.end_is_approximate


def test_jira_says_itself_what_a_word_of_ones_own_means_unless_the_map_does() -> None:
    document = jira(status="Ready to weld", category="indeterminate")
    assert read(document).items[0].category is Category.IN_PROGRESS
    assert read(document, **{"Ready to weld": Category.TO_DO}).items[0].category is Category.TO_DO


def test_a_word_of_the_history_that_nobody_knows_is_asked_for() -> None:
    found = read(jira(change("2026-03-03T08:00:00.000+0000", "Welding")))
    assert (found.items, found.unknown) == ((), {"Welding": 1})


def test_githubs_pull_requests_are_no_work_items() -> None:
    (item,) = read(GITHUB).items
    assert (item.key, item.category, item.labels) == ("5", Category.IN_PROGRESS, ("in progress", "AC-4"))


def test_gitlab_counts_issues_within_the_project() -> None:
    (item,) = read(GITLAB).items
    assert (item.key, item.ended_at, item.end_is_approximate) == ("7", datetime(2026, 3, 6, 10, tzinfo=UTC), False)


def test_the_day_on_which_openproject_plans_to_start_is_no_start() -> None:
    (item,) = read(OPENPROJECT).items
    assert (item.parent, item.started_at) == ("40", datetime(2026, 3, 4, 10, tzinfo=UTC))
    assert item.start_is_approximate


def test_azure_tells_both_moments() -> None:
    (item,) = read(AZURE).items
    assert (item.key, item.parent, item.labels) == ("11", "9", ("D-1", "urgent"))
    assert (item.started_at, item.ended_at) == (
        datetime(2026, 3, 13, 9, 0, 0, 123000, UTC),
        datetime(2026, 3, 20, 17, 0, 0, 123000, UTC),
    )


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"key": "A", "colour": "red"}, "no field 'colour'"),
        ({"key": "A", "category": "begun"}, "one of todo, in_progress, done"),
        ("A", "no object"),
    ],
)
def test_plain_json_that_is_wrong_says_where(item: Any, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        items_of_document({"items": [{"key": "B", "state": "done"}, item]}, "table", StateMap.of({"done": "done"}))


def test_a_moment_that_is_none_is_a_problem_of_its_item_alone() -> None:
    items = [{"key": "A", "state": "done", "changed_at": "soon"}, {"key": "B", "state": "done"}]
    found = items_of_document({"items": items}, "table", StateMap.of({"done": "done"}))
    assert [each.key for each in found.items] == ["B"]
    assert (found.problems[0].place, found.problems[0].column) == ("item 1", "changed_at")


def test_an_address_that_is_no_web_address_is_not_kept() -> None:
    items = [{"key": "A", "state": "done", "url": "javascript:alert(1)"}]
    assert items_of_document({"items": items}, "table", StateMap.of({"done": "done"})).items[0].url == ""


def test_every_tracker_says_how_to_export_and_knows_a_state_of_each_category() -> None:
    for name, each in trackers().items():
        assert each.TRACKER.how, name
        assert set(each.TRACKER.states.values()) == set(Category), name
    with pytest.raises(UnknownTracker, match="jira"):
        tracker_named("abacus")
