"""The manager takes what was told into a draft of the plan, one edit each, or says why not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from office.progress.conftest import at
from office.progress.plans import without
from plumbline.engine.schedule import Activity
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Person
from plumbline.office.planning import actions as planning
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import DraftEdit, PlanDraft
from plumbline.office.progress.actions import accept, refuse, tell
from plumbline.office.progress.jobs import read_what_changed
from plumbline.office.progress.models import OwnedActivity, UpdateDecision
from plumbline.office.progress.queries import my_activities, told_page, waiting_of
from plumbline.office.progress.saying import Said
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_days_on")]
START, TENTH, THURSDAY = date(2026, 3, 2), date(2026, 3, 10), date(2026, 3, 12)
DAY = 480


def all_of(project: Project) -> list[Any]:
    return list(waiting_of(project))


def row(draft: PlanDraft, uid: int) -> Activity:
    draft.refresh_from_db()
    return plan_of(draft).schedule.activity_by_uid[uid]


def test_what_was_told_becomes_one_edit_each_of_the_managers_own_draft(
    walls: OwnedActivity, roof: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(walls, Said("finished", started=START, finished=TENTH), by=lena.person)
    tell(roof, Said("under_way", started=THURSDAY, remaining="6d"), by=lena.person)
    found = accept(crossing, all_of(crossing), by=mira)
    assert found.draft is not None
    assert (found.draft.author, len(found.taken), found.left) == (mira, 2, [])
    done, begun = row(found.draft, 2), row(found.draft, 3)
    assert done.actual_start is not None
    assert done.actual_start.date() == START
    assert done.actual_finish is not None
    assert done.actual_finish.date() == TENTH
    assert (done.remaining, done.percent_complete) == (0, 100)
    assert begun.actual_start is not None
    assert begun.actual_start.date() == THURSDAY
    assert begun.remaining == 6 * DAY
    assert DraftEdit.objects.filter(draft=found.draft).count() == 2
    assert not waiting_of(crossing).exists()
    assert AuditLine.objects.filter(verb="accept_progress").count() == 2
    assert {each.state for each in my_activities(lena).lately} == {"taken into the plan"}


def test_an_accepted_update_is_undone_in_the_draft_as_any_edit(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(walls, Said("finished", started=START, finished=TENTH), by=lena.person)
    draft = accept(crossing, all_of(crossing), by=mira).draft
    assert draft is not None
    draft.refresh_from_db()
    planning.undo(draft, seen=draft.revision)
    undone = row(draft, 2)
    assert (undone.actual_start, undone.actual_finish, undone.remaining) == (None, None, 5 * DAY)


def test_the_open_draft_of_the_manager_is_gone_on_with(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    draft = planning.begin(crossing, by=mira)
    draft = planning.edit(draft, [("set", {"rows": ["4"], "field": "name", "value": "Glass"})], seen=0).draft
    tell(walls, Said("planned"), by=lena.person)
    assert accept(crossing, all_of(crossing), by=mira).draft == draft
    assert row(draft, 4).name == "Glass"
    assert row(draft, 2).is_complete


def test_work_that_goes_as_planned_has_left_what_lies_until_its_planned_finish(
    roof: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    """Told on Thursday morning of what finishes on Friday: two days are left."""
    tell(roof, Said("planned"), by=lena.person)
    draft = accept(crossing, all_of(crossing), by=mira, data_date=THURSDAY).draft
    assert draft is not None
    begun = row(draft, 3)
    assert begun.actual_start is not None
    assert begun.actual_start.date() == date(2026, 3, 9)
    assert begun.remaining == 2 * DAY


def test_the_data_date_moves_forward_if_that_is_asked_and_never_back(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(walls, Said("planned"), by=lena.person)
    assert told_page(crossing).proposed == THURSDAY
    found = accept(crossing, all_of(crossing), by=mira, data_date=THURSDAY)
    assert found.data_date == THURSDAY
    assert found.draft is not None
    found.draft.refresh_from_db()
    moved = plan_of(found.draft).schedule.data_date
    assert moved is not None
    assert moved.date() == THURSDAY
    assert accept(crossing, [], by=mira, data_date=START).data_date is None
    with pytest.raises(ValidationError, match="beyond today"):
        accept(crossing, [], by=mira, data_date=date(2026, 3, 13))


def test_a_word_that_changes_nothing_is_marked_as_read_and_begins_no_draft(
    roof: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(roof, Said("not_yet", note="Crane late."), by=lena.person)
    assert accept(crossing, all_of(crossing), by=mira).draft is None
    assert not PlanDraft.objects.exists()
    assert [each.state for each in my_activities(lena).lately] == ["read"]


def test_what_the_plan_says_already_is_accepted_without_an_edit(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(walls, Said("planned"), by=lena.person)
    accept(crossing, all_of(crossing), by=mira)
    tell(walls, Said("planned"), by=lena.person)
    found = accept(crossing, all_of(crossing), by=mira)
    assert len(found.taken) == 1
    assert DraftEdit.objects.count() == 1


def test_an_activity_that_is_no_longer_in_the_plan_is_shown_so_and_waits_on(
    roof: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(roof, Said("planned"), by=lena.person)
    record_plan(crossing, by=mira, schedule=without(3), source_format="made")
    read_what_changed()
    crossing.refresh_from_db()
    [group] = told_page(crossing).groups
    assert (group.title, group.line) == ("A3 Roof", None)
    found = accept(crossing, all_of(crossing), by=mira)
    assert [why for _, why in found.left] == [
        "It is not in your draft of the plan any more. Refuse it, or add the activity again."
    ]
    assert waiting_of(crossing).count() == 1


def test_one_that_cannot_be_written_keeps_no_other_from_being_taken(
    walls: OwnedActivity, roof: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(roof, Said("planned"), by=lena.person)
    tell(walls, Said("planned"), by=lena.person)
    draft = planning.begin(crossing, by=mira)
    planning.edit(draft, [("remove", {"rows": ["3"]})], seen=0)
    found = accept(crossing, all_of(crossing), by=mira)
    assert [str(each) for each in found.taken] == ["A2 Walls"]
    assert [str(each) for each, _ in found.left] == ["A3 Roof"]


def test_what_went_into_a_draft_that_was_given_up_waits_again(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(walls, Said("planned"), by=lena.person)
    draft = accept(crossing, all_of(crossing), by=mira).draft
    assert draft is not None
    planning.discard(draft, by=mira)
    assert waiting_of(crossing).count() == 1
    assert [each.state for each in my_activities(lena).lately] == ["waits for the project manager"]
    again = accept(crossing, all_of(crossing), by=mira).draft
    assert again not in (None, draft)
    assert not waiting_of(crossing).exists()


def test_an_edit_whose_decision_was_lost_is_not_made_twice(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plumbline.office.progress.actions import deciding

    tell(walls, Said("planned"), by=lena.person)
    with monkeypatch.context() as broken:
        broken.setattr(deciding, "_decide", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            accept(crossing, all_of(crossing), by=mira)
    assert waiting_of(crossing).count() == 1
    accept(crossing, all_of(crossing), by=mira)
    assert DraftEdit.objects.count() == 1
    assert not waiting_of(crossing).exists()


def test_who_told_what_is_refused_is_told_why_and_asked_again(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    update = tell(walls, Said("planned"), by=lena.person)
    assert "Walls" not in {each.activity.name for each in my_activities(lena).due}
    refuse(update, by=mira, reason="The north wall stands only half.")
    assert "Walls" in {each.activity.name for each in my_activities(lena).due}
    told = Notice.objects.get(person=lena.person, kind="progress_refused")
    assert "The north wall stands only half." in told.title
    assert [each.state for each in my_activities(lena).lately] == ["not taken"]


def test_a_refusal_needs_a_reason_and_only_one_decides(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person, ada: Person
) -> None:
    update = tell(walls, Said("planned"), by=lena.person)
    with pytest.raises(ValidationError, match="Say why"):
        refuse(update, by=mira, reason="  ")
    refuse(update, by=mira, reason="Not yet dry.")
    with pytest.raises(ValidationError, match="meanwhile"):
        refuse(update, by=ada, reason="Too late.")
    assert accept(crossing, [update], by=ada).taken == []
    assert UpdateDecision.objects.count() == 1


def test_published_the_draft_is_the_next_plan_and_nothing_is_asked_about_what_is_finished(
    walls: OwnedActivity, lena: Membership, crossing: Project, mira: Person
) -> None:
    tell(walls, Said("finished", started=START, finished=TENTH), by=lena.person)
    draft = accept(crossing, all_of(crossing), by=mira, data_date=THURSDAY).draft
    assert draft is not None
    draft.refresh_from_db()
    record_plan(crossing, by=mira, schedule=plan_of(draft).schedule, source_format="Plumbline")
    with clock_at(at(11)):
        read_what_changed()
    found = OwnedActivity.objects.get(name="Walls")
    assert (found.finished, found.due_on) == (TENTH, None)
