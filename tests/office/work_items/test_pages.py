"""The pages of work items: what they say, who sees them, and how many queries they make."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from office.conftest import Enrol
from office.work_items.telling import day, told
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions import take
from plumbline.office.work_items.models import Connector, ItemFile, WorkItem

SignedIn = Callable[[Person], Client]
EXPORT = (
    b"Issue key,Summary,Issue Type,Status,Labels,Updated\n"
    b"A-1,Weld,Task,Cooking,D-1,2026-03-04 10:00\nA-2,Paint,Task,Done,,soon\n"
)


def address(name: str, *more: object) -> str:
    return reverse(f"work_items:{name}", args=["harbour-works", Project.objects.get().pk, *more])


def test_work_that_began_without_agreed_criteria_is_named(
    board: Connector, straight: Criterion, masts: Deliverable, mira: Person, signed_in: SignedIn
) -> None:
    take(
        board, [told("A-1", "In Progress", 4, started_at=day(4), labels=("D-1",)), told("A-2")], by=None, source="test"
    )
    page = signed_in(mira).get(address("project")).content.decode()
    assert "0 of 1 agreed" in page
    assert "4 Mar 2026" in page
    assert "Belongs to none" in page
    Criterion.objects.update(agreed_at=day(6))
    assert "1 of 1 agreed, 1 after work began" in signed_in(mira).get(address("project")).content.decode()
    Criterion.objects.update(agreed_at=day(2))
    assert "after work began" not in signed_in(mira).get(address("project")).content.decode()


def test_an_export_is_shown_mapped_and_imported(
    board: Connector, rails: Deliverable, mira: Person, signed_in: SignedIn
) -> None:
    client = signed_in(mira)
    sent = client.post(address("upload", board.pk), {"file": SimpleUploadedFile("board.csv", EXPORT)})
    file = ItemFile.objects.get()
    assert sent["Location"] == address("file", file.pk)
    page = client.get(sent["Location"]).content.decode()
    assert "Some states are not known" in page
    assert "row 3" in page
    assert not WorkItem.objects.exists()
    field = page.split('name="state_')[1].split('"')[0]
    columns = {f"column_{name}": heading for name, heading in
               {"key": "Issue key", "title": "Summary", "state": "Status", "labels": "Labels",
                "changed_at": "Updated"}.items()}  # fmt: skip
    refused = client.post(sent["Location"], {"deed": "confirm", **columns})
    assert "Say first what these states mean" in refused.content.decode()
    said = {f"state_{field}": "in_progress", **columns}
    assert "Weld" in client.post(sent["Location"], {"deed": "look", **said}).content.decode()
    assert not WorkItem.objects.exists()
    assert client.post(sent["Location"], {"deed": "confirm", **said}).status_code == 302
    item = WorkItem.objects.get()
    assert (item.key, item.category, item.deliverable) == ("A-1", "in_progress", rails)
    assert "left as they are" in client.get(sent["Location"]).content.decode()
    assert client.get(address("item", item.pk)).status_code == 200


def test_items_are_found_filtered_and_exported(
    board: Connector, rails: Deliverable, mira: Person, signed_in: SignedIn
) -> None:
    take(board, [told("A-1", labels=("D-1",)), told("=B-2", "Done", 4, ended_at=day(4))], by=None, source="test")
    client = signed_in(mira)
    for query, keys in (("?deliverable=1", {"A-1"}), ("?deliverable=none", {"=B-2"}), ("?category=done", {"=B-2"}),
                        ("?q=a-1", {"A-1"}), ("?deliverable=x&category=y", {"A-1", "=B-2"})):  # fmt: skip
        lines = client.get(address("items_csv") + query).content.decode("utf-8-sig").splitlines()[1:]
        assert {each.split(",")[3].lstrip("'") for each in lines} == keys
    assert client.get(address("works_xlsx")).content.startswith(b"PK")
    assert "Rails" in client.get(address("works_csv")).content.decode("utf-8-sig")


def test_people_tie_by_hand_and_by_keys(
    board: Connector, rails: Deliverable, masts: Deliverable, mira: Person, signed_in: SignedIn
) -> None:
    take(board, [told("A-1"), told("A-2")], by=None, source="test")
    client, item = signed_in(mira), WorkItem.objects.get(key="A-1")
    client.post(address("item", item.pk), {"deed": "tie", "deliverable": masts.pk})
    assert WorkItem.objects.get(key="A-1").deliverable == masts
    client.post(address("keys", board.pk), {"keys": "A-1 = D-1\n\nA-2;d-2"})
    assert {each.key: each.deliverable for each in WorkItem.objects.all()} == {"A-1": rails, "A-2": masts}
    wrong = client.post(address("keys", board.pk), {"keys": "A-1 = D-1\nA-2"}).content.decode()
    assert "Line 2" in wrong


def test_a_connector_learns_states_and_has_a_webhook(crossing: Project, mira: Person, signed_in: SignedIn) -> None:
    client = signed_in(mira)
    sent = client.post(address("connectors"), {"name": "App", "tracker": "github"})
    one = Connector.objects.get()
    assert sent["Location"] == address("connector", one.pk)
    client.post(
        sent["Location"], {"deed": "map", "word": "#cooking", "category": "in_progress", "ties_by_parent": "on"}
    )
    one.refresh_from_db()
    assert one.states == {"#cooking": "in_progress"}
    page = client.post(address("webhook", one.pk), {"deed": "make"}).content.decode()
    one.refresh_from_db()
    assert f"/hooks/work-items/{one.hook}/" in page
    assert "secret" not in client.get(sent["Location"]).content.decode().split("curl")[0].split("Make a new secret")[0]
    client.post(address("webhook", one.pk), {"deed": "drop"})
    one.refresh_from_db()
    assert (one.hook, one.webhook_secret) == (None, "")


def test_who_may_see_sees_and_only_who_may_edit_the_project_changes(
    board: Connector, harbour: Organisation, enrol: Enrol, signed_in: SignedIn, olav: Person
) -> None:
    take(board, [told("A-1")], by=None, source="test")
    item = WorkItem.objects.get()
    member, guest = (signed_in(enrol(harbour, each).person) for each in (Role.TEAM_MEMBER, Role.GUEST))
    assert member.get(address("project")).status_code == 200
    assert member.get(address("item", item.pk)).status_code == 200
    assert "Tie it" not in member.get(address("item", item.pk)).content.decode()
    for name, more in (("item", (item.pk,)), ("connectors", ()), ("connector", (board.pk,)), ("keys", (board.pk,)),
                       ("webhook", (board.pk,)), ("upload", (board.pk,))):  # fmt: skip
        assert member.post(address(name, *more), {"deed": "make"}).status_code == 403, name
        assert signed_in(olav).post(address(name, *more)).status_code == 404, name
    assert guest.get(address("project")).status_code == 403
    assert signed_in(olav).get(address("project")).status_code == 404


def test_the_number_of_queries_does_not_grow(
    board: Connector, rails: Deliverable, mira: Person, signed_in: SignedIn
) -> None:
    client, counts = signed_in(mira), []
    client.get(address("project"))
    for number in (5, 200):
        take(board, [told(f"{number}-{each}", labels=("D-1",)) for each in range(number)], by=None, source="test")
        with CaptureQueriesContext(connection) as made:
            assert client.get(address("project")).status_code == 200
        counts.append(len(made))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["project", "connectors"])
def test_an_empty_page_says_what_to_do_next(crossing: Project, mira: Person, signed_in: SignedIn, page: str) -> None:
    assert "onnect a tracker" in signed_in(mira).get(address(page)).content.decode()
