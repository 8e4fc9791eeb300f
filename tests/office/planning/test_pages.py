"""The pages of the editor without script, for those who may write, who may read, and strangers."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from office.conftest import Enrol
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.planning.actions import begin, edit
from plumbline.office.planning.models import DraftEdit, PlanDraft
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def there(project: Project, name: str = "editor", *more: int) -> str:
    return reverse(f"planning:{name}", args=[project.organisation.slug, project.pk, *more])


def said(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def client(mira: Person, signed_in: SignedIn) -> Client:
    return signed_in(mira)


def test_a_draft_is_begun_from_the_page(crossing: Project, client: Client, mira: Person) -> None:
    assert "Begin a draft" in said(client.get(there(crossing)))
    assert client.post(there(crossing, "begin"), {"source": "current"}).status_code == 302
    page = said(client.get(there(crossing)))
    assert "Draft of version 1" in page
    assert "Walls" in page
    assert client.post(there(crossing, "begin"), {"from": "current"}).status_code == 302
    assert PlanDraft.objects.filter(author=mira).count() == 1


def test_an_empty_plan_begins_on_the_day_that_is_given(crossing: Project, client: Client) -> None:
    client.post(there(crossing, "begin"), {"from": "empty", "start": "2027-01-04"})
    grid = client.get(there(crossing, "rows"), headers={"Accept": "application/json"}).json()
    assert (grid["rows"], grid["head"]["start"], grid["head"]["finish"]) == ([], "2027-01-04T08:00", None)
    assert "No rows yet" in said(client.get(there(crossing)))
    assert "It has no rows yet" in said(client.get(there(crossing, "draft", PlanDraft.objects.get().pk)))
    assert "It takes the place of the whole plan" in said(client.get(there(crossing, "publish")))


def test_a_row_opens_its_form_and_only_what_was_typed_is_written(draft: PlanDraft, client: Client) -> None:
    page = client.get(there(draft.project), {"row": "3"}).content.decode()
    page = page[page.index('id="chosen"') : page.index('id="links"')]
    fields = dict(re.findall(r'<input type="text" name="(\w+)" value="([^"]*)"', page))
    assert fields["duration"] == "5d"
    assert fields["predecessors"] == "2"
    assert fields["successors"] == "4"
    whole = {**fields, "kind": "task", "calendar": "", "constraint": "", "row": "3", "edit": "row", "revision": 0}
    answer = client.post(there(draft.project, "do"), {**whole, "duration": "2w", "owner": "Ann"})
    assert (answer.status_code, answer["Location"]) == (303, f"{there(draft.project)}?row=3#row-3")
    edits = DraftEdit.objects.get().arguments["edits"]
    assert [(each["field"], each["value"]) for _, each in edits] == [("duration", "2w"), ("owner", "Ann")]
    assert "Duration of 3 to 2w and 1 more. The finish moves from 20 Mar 2026 to 27 Mar 2026" in said(
        client.get(answer["Location"])
    )


def test_an_error_stands_at_its_field_with_what_was_typed(draft: PlanDraft, client: Client) -> None:
    sent = {"row": "3", "edit": "row", "revision": 0, "duration": "soon", "name": "Bricks"}
    answer = client.post(there(draft.project, "do"), sent)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert re.search(r'name="duration" value="soon"[^>]*aria-invalid="true"', page)
    assert "is not a duration" in page
    assert not DraftEdit.objects.exists()


def test_every_button_does_its_deed(draft: PlanDraft, client: Client) -> None:
    do, revision = there(draft.project, "do"), 0
    for fields in (
        {"edit": "move", "rows": "4", "before": "3"},
        {"edit": "indent", "rows": "4"},
        {"edit": "outdent", "rows": "4"},
        {"edit": "add", "names": "Fence\nGate", "after": "3"},
        {"edit": "link", "predecessor": "5", "successor": "6", "kind": "SS", "lag": "2d"},
        {"edit": "unlink", "predecessor": "5", "successor": "6"},
        {"edit": "settings", "name": "A better house", "start": "2026-03-09"},
        {"edit": "calendar", "calendar": "5x8", "exceptions": "2026-04-06", "hours": "", "only_filled": "yes"},
        {"edit": "remove", "rows": "5"},
    ):
        answer = client.post(do, {**fields, "revision": revision})
        assert answer.status_code == 303, fields
        revision += 1
    for step in ("undo", "redo"):
        assert client.post(there(draft.project, step), {"revision": revision}).status_code == 303
        revision += 1
    draft.refresh_from_db()
    assert draft.revision == revision


def test_removing_asks_first_and_names_what_goes(draft: PlanDraft, client: Client) -> None:
    page = said(client.get(there(draft.project), {"row": "1", "ask": "remove"}))
    assert "Remove these rows? 1 Build 2 Ground 3 Walls 4 Roof" in page
    assert "Remove 4 rows" in page


def test_undo_and_redo_say_what_they_are_about(draft: PlanDraft, client: Client) -> None:
    edit(draft, [("set", {"rows": ["3"], "field": "duration", "value": "8d"})], seen=0)
    assert "Undo: Duration of 3 to 8d" in said(client.get(there(draft.project)))
    client.post(there(draft.project, "undo"), {"revision": 1})
    assert "Redo: Duration of 3 to 8d" in said(client.get(there(draft.project)))


def test_a_conflict_is_shown_with_both_versions(draft: PlanDraft, client: Client) -> None:
    edit(draft, [("set", {"rows": ["3"], "field": "name", "value": "Bricks"})], seen=0)
    sent = {"edit": "set", "rows": "3", "field": "duration", "value": "8d", "revision": 0}
    page = said(client.post(there(draft.project, "do"), sent))
    assert "Changed in another window" in page
    assert "Yours, not saved" in page
    assert "As it is now 3 Bricks" in page


def test_a_hundred_rows_are_on_a_page_and_any_is_found(draft: PlanDraft, client: Client) -> None:
    names = "\n".join(f"Part {number}" for number in range(1, 151))
    edit(draft, [("add", {"names": names})], seen=0)
    first = client.get(there(draft.project)).content.decode()
    assert first.count('<tr id="row-') == 100
    assert "Part 150" not in first.split("<tbody>")[1].split("</tbody>")[0]
    found = client.get(there(draft.project), {"text": "part 150"}).content.decode()
    assert 'id="row-154"' in found
    assert found.count('<tr id="row-') < 3
    chosen = client.get(there(draft.project), {"row": "154"}).content.decode()
    assert 'id="row-154"' in chosen
    assert client.get(there(draft.project), {"show": "unlinked"}).status_code == 200


def test_a_loop_can_be_edited_and_is_named(draft: PlanDraft, client: Client) -> None:
    edit(draft, [("set", {"rows": ["2"], "field": "predecessors", "value": "4"})], seen=0)
    page = said(client.get(there(draft.project)))
    assert "The links form a loop: 2 → 3 → 4 → 2" in page
    grid = client.get(there(draft.project, "rows"), headers={"Accept": "application/json"}).json()
    assert {row["start"] for row in grid["rows"]} == {None}


def test_what_the_linter_says_stands_at_the_row_with_its_suggestions(draft: PlanDraft, client: Client) -> None:
    publish_builtin(draft.project.organisation, "predictive", by=None)
    edit(draft, [("unlink", {"predecessor": "2", "successor": "3"})], seen=0)
    page = client.get(there(draft.project), {"row": "3"}).content.decode()
    assert "Missing logic" in page
    assert 'name="edit" value="mend"' in page


def test_others_see_on_the_plan_that_somebody_writes(
    draft: PlanDraft, harbour: Organisation, enrol: Enrol, signed_in: SignedIn
) -> None:
    guest = signed_in(enrol(harbour, Role.GUEST).person)
    page = said(guest.get(reverse("projects:plan", args=["harbour-works", draft.project_id])))
    assert "Mira Pontoon has a draft, begun" in page
    assert guest.get(there(draft.project)).status_code == 403


@pytest.mark.parametrize("role", [Role.GUEST, Role.TEAM_MEMBER, Role.EXECUTIVE, Role.PROJECT_MANAGER])
def test_who_may_not_record_the_plan_may_not_write_at_it(
    draft: PlanDraft, harbour: Organisation, enrol: Enrol, signed_in: SignedIn, role: Role
) -> None:
    other = signed_in(enrol(harbour, role, "Other Person").person)
    for name in ("editor", "rows", "findings", "publish", "discard", "drafts"):
        assert other.get(there(draft.project, name)).status_code == 403, name
    for name in ("begin", "do", "undo", "redo", "publish", "discard"):
        assert other.post(there(draft.project, name), {"revision": 0}).status_code == 403, name
    assert other.get(there(draft.project, "draft", draft.pk)).status_code == 403
    assert other.post(there(draft.project, "take_up", draft.pk)).status_code == 403


def test_the_office_has_a_draft_of_its_own_and_not_the_managers(
    draft: PlanDraft, ada: Person, signed_in: SignedIn
) -> None:
    office = signed_in(ada)
    assert office.get(there(draft.project, "rows"), headers={"Accept": "application/json"}).status_code == 404
    sent = {"edit": "remove", "rows": "2", "revision": 0, "draft": draft.pk}
    assert office.post(there(draft.project, "do"), sent, headers={"Accept": "application/json"}).status_code == 404
    assert "Mira Pontoon" in said(office.get(there(draft.project, "drafts")))
    assert "Nobody else can change it" in said(office.get(there(draft.project, "draft", draft.pk)))
    begin(draft.project, by=ada)
    assert office.get(there(draft.project, "rows"), headers={"Accept": "application/json"}).status_code == 200


def test_to_a_stranger_there_is_nothing(draft: PlanDraft, olav: Person, signed_in: SignedIn) -> None:
    stranger = signed_in(olav)
    assert stranger.get(there(draft.project)).status_code == 404
    own = reverse("planning:editor", args=["northern-line", draft.project_id])
    assert stranger.get(own).status_code == 404


def test_discarding_asks_and_the_draft_can_be_taken_up_again(draft: PlanDraft, client: Client) -> None:
    assert "Discard the draft?" in said(client.get(there(draft.project, "discard")))
    client.post(there(draft.project, "discard"))
    draft.refresh_from_db()
    assert draft.is_open
    client.post(there(draft.project, "discard"), {"sure": "yes"})
    assert "Take up again" in said(client.get(there(draft.project)))
    client.post(there(draft.project, "take_up", draft.pk))
    draft.refresh_from_db()
    assert draft.is_open


def test_what_the_editor_does_not_show_is_said_before(crossing: Project, client: Client) -> None:
    page = said(client.get(there(crossing)))
    assert "Kept, but not shown" not in page
