"""Many who write at one draft in the same moment; a database that locks by row tries it for real."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from plumbline.office.people.models import Person
from plumbline.office.planning.actions import begin, edit, publish, undo
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import DraftEdit, PlanDraft
from plumbline.office.planning.refusals import Conflict, NotOpen
from plumbline.office.projects.models import PlanVersion, Project

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each gave back, or raised."""
    begun, found = Barrier(len(deeds)), list[object]()

    def run(deed: Callable[[], object]) -> None:
        try:
            begun.wait(timeout=30)
            found.append(deed())
        except (Conflict, NotOpen, ValidationError) as refused:
            found.append(refused)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(each,)) for each in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=60)
    assert len(found) == len(deeds)
    return found


def test_edits_of_different_rows_are_all_kept_one_after_the_other(draft: PlanDraft) -> None:
    def rename(row: str) -> Callable[[], object]:
        asked = ("set", {"rows": [row], "field": "name", "value": f"New {row}"})
        return lambda: edit(PlanDraft.objects.get(pk=draft.pk), [asked], seen=0)

    at_once(*(rename(each) for each in ("1", "2", "3", "4")))
    draft.refresh_from_db()
    assert draft.revision == 4
    assert [each.name for each in plan_of(draft).schedule.activities] == ["New 1", "New 2", "New 3", "New 4"]


def test_the_same_request_twice_at_once_is_done_once(draft: PlanDraft) -> None:
    def add() -> object:
        return edit(PlanDraft.objects.get(pk=draft.pk), [("add", {"names": "Fence"})], seen=0, key="k").after

    assert at_once(add, add, add) == [1, 1, 1]
    assert DraftEdit.objects.count() == 1


def test_one_of_two_edits_of_one_row_is_refused(draft: PlanDraft) -> None:
    def rename(name: str) -> Callable[[], object]:
        asked = ("set", {"rows": ["2"], "field": "name", "value": name})
        return lambda: edit(PlanDraft.objects.get(pk=draft.pk), [asked], seen=0)

    found = at_once(rename("Earth"), rename("Soil"))
    assert sorted(isinstance(each, Conflict) for each in found) == [False, True]


def test_undo_twice_at_once_takes_one_step(draft: PlanDraft) -> None:
    edit(draft, [("add", {"names": "Fence"})], seen=0)
    edit(PlanDraft.objects.get(pk=draft.pk), [("add", {"names": "Gate"})], seen=1)

    def back() -> object:
        return undo(PlanDraft.objects.get(pk=draft.pk), seen=2)

    found = at_once(back, back)
    assert sorted(isinstance(each, Conflict) for each in found) == [False, True]
    draft.refresh_from_db()
    assert [each.name for each in plan_of(draft).schedule.activities][-1] == "Fence"


def test_one_author_who_begins_twice_at_once_has_one_draft(crossing: Project, mira: Person) -> None:
    at_once(*[lambda: begin(Project.objects.get(pk=crossing.pk), by=mira).pk] * 3)
    assert PlanDraft.objects.count() == 1


def test_two_who_publish_at_once_give_one_version_and_one_refusal(draft: PlanDraft, ada: Person) -> None:
    other = begin(draft.project, by=ada)
    for each in (draft, other):
        edit(each, [("set", {"rows": ["2"], "field": "name", "value": f"By {each.author.name}"})], seen=0)

    def out(which: PlanDraft) -> Callable[[], object]:
        now = PlanDraft.objects.get(pk=which.pk)
        return lambda: publish(now, by=now.author, message="Names", revision=1, version=1)

    found = at_once(out(draft), out(other))
    assert sorted(isinstance(each, ValidationError) for each in found) == [False, True]
    assert PlanVersion.objects.count() == 2
