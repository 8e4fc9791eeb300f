"""Telling how an activity stands: what is kept, what cannot be true, who may."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from office.progress.conftest import at
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Membership, Person
from plumbline.office.progress.actions import say_who, tell, tell_for
from plumbline.office.progress.models import OwnedActivity, ProgressUpdate, UpdateDecision
from plumbline.office.progress.queries import my_activities, waiting_of
from plumbline.office.progress.saying import Said, remaining_of
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_days_on")]
THURSDAY = date(2026, 3, 12)
START = date(2026, 3, 2)


def names(shown: object) -> list[str]:
    return [each.activity.name for each in shown]  # type: ignore[attr-defined]


def test_my_activities_are_due_when_they_should_have_happened(
    walls: OwnedActivity, roof: OwnedActivity, lena: Membership
) -> None:
    found = my_activities(lena)
    assert names(found.due) == ["Walls", "Roof"]
    assert [each.asks for each in found.due] == ["should have finished", "should have started"]
    assert not found.soon


def test_what_comes_within_two_weeks_is_shown_and_not_asked_for(roof: OwnedActivity, lena: Membership) -> None:
    with clock_at(at(1)):
        found = my_activities(lena)
        assert names(found.due) == []
        assert names(found.soon) == ["Walls", "Roof"]


def test_what_is_told_is_kept_with_the_plan_it_was_seen_on_and_is_due_no_more(
    walls: OwnedActivity, lena: Membership, crossing: Project
) -> None:
    said = Said("finished", started=START, finished=date(2026, 3, 10), remaining="3d", note=" Rain. ")
    update = tell(walls, said, by=lena.person)
    assert (update.uid, update.name, update.version, update.how) == ("2", "Walls", crossing.current_plan, "page")
    assert (update.started, update.finished, update.remaining, update.note) == (START, date(2026, 3, 10), "", "Rain.")
    assert names(my_activities(lena).due) == ["Roof"]
    assert [each.state for each in my_activities(lena).lately] == ["waits for the project manager"]
    assert AuditLine.objects.filter(verb="tell_progress", actor_id=lena.person_id).count() == 1


def test_as_planned_takes_the_days_of_the_plan_as_far_as_they_have_come(
    walls: OwnedActivity, roof: OwnedActivity, lena: Membership
) -> None:
    done, begun = tell(walls, Said("planned"), by=lena.person), tell(roof, Said("planned"), by=lena.person)
    assert (done.started, done.finished) == (START, date(2026, 3, 6))
    assert (begun.started, begun.finished, begun.remaining) == (date(2026, 3, 9), None, "")
    assert begun.planned_finish == date(2026, 3, 13)


def test_work_under_way_is_asked_about_again_a_week_later(roof: OwnedActivity, lena: Membership) -> None:
    tell(roof, Said("under_way", started=THURSDAY, remaining="10"), by=lena.person)
    roof.refresh_from_db()
    assert roof.due_on == date(2026, 3, 13)
    with clock_at(at(12)):
        tell(roof, Said("under_way", remaining="8d"), by=lena.person)
    roof.refresh_from_db()
    assert (roof.due_on, roof.overdue_on) == (date(2026, 3, 21), date(2026, 3, 28))


def test_a_newer_word_of_the_same_person_takes_the_place_of_the_one_before(
    roof: OwnedActivity, lena: Membership, crossing: Project
) -> None:
    first = tell(roof, Said("under_way", started=THURSDAY), by=lena.person)
    second = tell(roof, Said("not_yet", note="Crane late."), by=lena.person)
    assert list(waiting_of(crossing)) == [second]
    decision = UpdateDecision.objects.get(update=first)
    assert (decision.outcome, decision.newer) == ("superseded", second)


def test_what_two_owners_told_waits_beside_each_other(
    roof: OwnedActivity, lena: Membership, bruno: Membership, crossing: Project, mira: Person
) -> None:
    say_who(crossing, "B. Gantry", person=bruno.person, by=mira)
    tell(roof, Said("planned"), by=lena.person)
    tell(roof, Said("not_yet"), by=bruno.person)
    assert waiting_of(crossing).count() == 2


TOMORROW = THURSDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "field", "remedy"),
    [
        (Said("under_way", started=TOMORROW), "started", "Not started yet"),
        (Said("finished", started=START, finished=TOMORROW), "finished", "say what remains"),
        (Said("finished", started=THURSDAY, finished=START), "finished", "Correct one of the two"),
        (Said("finished", started=START), "finished", "on which day it was finished"),
        (Said("finished", finished=THURSDAY), "started", "on which day it was started"),
        (Said("under_way", remaining="3d"), "started", "on which day it was started"),
        (Said("under_way", started=START, remaining="soon"), "remaining", "3d"),
        (Said("under_way", started=START, remaining="0"), "remaining", "choose “Finished”"),
        (Said("under_way", started=START, remaining="9999d"), "remaining", "At most 2,500d"),
        (Said("under_way", started=date(1999, 1, 1)), "started", "Correct the year"),
        (Said("perhaps"), "says", "Choose how it stands"),
        (Said("not_yet", note="x" * 1001), "note", "shorten it"),
    ],
)
def test_what_cannot_be_true_is_refused_with_what_to_do(
    walls: OwnedActivity, lena: Membership, said: Said, field: str, remedy: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        tell(walls, said, by=lena.person)
    assert list(refused.value.message_dict) == [field]
    assert remedy in refused.value.message_dict[field][0]
    assert not ProgressUpdate.objects.exists()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("3d", "3d"), (" 3 days", "3d"), ("2 weeks", "2w"), ("4H", "4h"), ("5", "5d"), ("2,5d", "2.5d"), ("", "")],
)
def test_what_is_left_is_read_as_people_write_it(written: str, kept: str) -> None:
    assert remaining_of(written) == kept


def test_a_milestone_starts_when_it_finishes(crossing: Project, lena: Membership, mira: Person) -> None:
    say_who(crossing, "Paint Ltd", person=lena.person, by=mira)
    opened = OwnedActivity.objects.select_related("project__organisation").get(name="Open")
    update = tell(opened, Said("finished", finished=THURSDAY), by=lena.person)
    assert (update.started, update.finished) == (THURSDAY, THURSDAY)


def test_whom_the_plan_does_not_name_may_not_tell(walls: OwnedActivity, bruno: Membership) -> None:
    with pytest.raises(PermissionDenied, match="does not allow"):
        tell(walls, Said("planned"), by=bruno.person)


def test_what_is_told_for_somebody_else_says_for_whom_and_by_whom(roof: OwnedActivity, mira: Person) -> None:
    update = tell_for(roof, Said("planned"), by=mira)
    assert (update.how, update.owner, update.by) == ("for", "lena trestle; B. Gantry", mira)


def test_of_an_archived_project_nothing_can_be_told(walls: OwnedActivity, lena: Membership, ada: Person) -> None:
    archive(walls.project, by=ada)
    with pytest.raises(ValidationError, match="archived"):
        tell(walls, Said("planned"), by=lena.person)


def test_what_was_told_is_never_changed_or_deleted(walls: OwnedActivity, lena: Membership) -> None:
    update = tell(walls, Said("planned"), by=lena.person)
    for change in (lambda: ProgressUpdate.objects.update(note="x"), update.delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
