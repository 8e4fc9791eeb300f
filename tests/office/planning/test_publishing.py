"""A draft becomes the next version: compared, judged, put together with what somebody else published."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Person
from plumbline.office.planning.actions import begin, discard, edit, publish, take_up_again
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries import schedule_of

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


def renamed(draft: PlanDraft, row: str, name: str) -> PlanDraft:
    seen = PlanDraft.objects.get(pk=draft.pk).revision
    return edit(draft, [("set", {"rows": [row], "field": "name", "value": name})], seen=seen).draft


def published(draft: PlanDraft, version: int | None, **choices: str) -> PlanVersion:
    now = PlanDraft.objects.get(pk=draft.pk)
    chosen = {key.replace("_", ":"): value for key, value in choices.items()}
    return publish(now, by=now.author, message="Names", revision=now.revision, version=version, choices=chosen)


def names_of(version: PlanVersion) -> list[str]:
    return [each.name for each in schedule_of(version).activities]


def test_a_published_draft_is_the_next_version_and_is_due_to_be_assessed(draft: PlanDraft, crossing: Project) -> None:
    before = Project.objects.get(pk=crossing.pk).facts_changed_at
    version = published(renamed(draft, "4", "Thatch"), 1)
    assert (version.number, version.source_format, version.message) == (2, "plumbline editor", "Names")
    assert names_of(version)[-1] == "Thatch"
    crossing.refresh_from_db()
    assert crossing.current_plan == version
    assert crossing.facts_changed_at != before
    draft.refresh_from_db()
    assert (draft.state, draft.version) == ("published", version)
    verbs = list(AuditLine.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-3:] == ["begin_plan_draft", "record_plan", "publish_plan_draft"]


def test_nothing_changed_is_said_and_not_published(draft: PlanDraft, mira: Person, signed_in: SignedIn) -> None:
    with pytest.raises(ValidationError, match="Nothing has changed"):
        published(draft, 1)
    page = signed_in(mira).get(reverse("planning:publish", args=["harbour-works", draft.project_id]))
    assert "The draft says the same as version 1" in page.content.decode()


def test_a_message_is_asked_for(draft: PlanDraft) -> None:
    with pytest.raises(ValidationError, match="Say in a sentence"):
        publish(draft, by=draft.author, message=" ", revision=0, version=1)


def test_what_was_not_seen_is_not_published(draft: PlanDraft) -> None:
    renamed(draft, "4", "Thatch")
    with pytest.raises(ValidationError, match="has been edited since"):
        publish(draft, by=draft.author, message="Names", revision=0, version=1)
    with pytest.raises(ValidationError, match="recorded meanwhile"):
        published(draft, None)


def test_the_second_of_two_drafts_keeps_what_the_first_published(draft: PlanDraft, ada: Person) -> None:
    other = begin(draft.project, by=ada)
    published(renamed(other, "2", "Earth"), 1)
    renamed(draft, "4", "Thatch")
    with pytest.raises(ValidationError, match="Version 2 has been recorded meanwhile"):
        published(draft, 1)
    assert names_of(published(draft, 2)) == ["Build", "Earth", "Walls", "Thatch"]


def test_rows_that_both_changed_are_shown_and_chosen(
    draft: PlanDraft, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    other = begin(draft.project, by=ada)
    published(renamed(renamed(other, "2", "Earth"), "3", "Bricks"), 1)
    renamed(renamed(draft, "2", "Ground works"), "4", "Thatch")
    with pytest.raises(ValidationError, match="Choose for each row"):
        published(draft, 2)
    address = reverse("planning:publish", args=["harbour-works", draft.project_id])
    page = signed_in(mira).get(address).content.decode()
    assert "Changed by both" in page
    assert "Ground works" in page
    assert "Earth" in page
    given = {"message": "Both", "revision": 2, "version": 2, "choice-row:2": "theirs"}
    assert signed_in(mira).post(address, given).status_code == 302
    version = PlanVersion.objects.get(project=draft.project, number=3)
    assert names_of(version) == ["Build", "Earth", "Bricks", "Thatch"]


def test_a_draft_that_was_begun_empty_takes_the_place_of_the_plan(crossing: Project, ada: Person, mira: Person) -> None:
    empty = begin(crossing, by=mira, empty=True)
    edit(empty, [("add", {"names": "Shed"})], seen=0)
    published(renamed(begin(crossing, by=ada), "2", "Earth"), 1)
    assert names_of(published(empty, 2)) == ["Shed"]


def test_an_archived_project_takes_no_draft(crossing: Project, draft: PlanDraft, mira: Person) -> None:
    crossing.refresh_from_db()
    Project.objects.filter(pk=crossing.pk).update(archived_at=crossing.created_at)
    with pytest.raises(ValidationError, match="archived"):
        begin(crossing, by=mira)
    with pytest.raises(ValidationError, match="archived"):
        published(renamed(draft, "4", "Thatch"), 1)


def test_a_discarded_draft_is_taken_up_again_with_all_its_edits(draft: PlanDraft, mira: Person) -> None:
    renamed(draft, "4", "Thatch")
    discard(draft, by=mira)
    other = begin(draft.project, by=mira)
    with pytest.raises(ValidationError, match="another draft"):
        take_up_again(draft, by=mira)
    discard(other, by=mira)
    again = take_up_again(draft, by=mira)
    assert (again.state, again.revision) == ("open", 1)
    with pytest.raises(ValidationError, match="Only a draft that was discarded"):
        take_up_again(again, by=mira)
