"""Who is told that a benefit is to be measured, also when the project has gone and its owner with it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from office.benefits.conftest import Promise, at
from plumbline.office.benefits import actions
from plumbline.office.benefits.jobs import SWEEP
from plumbline.office.benefits.models import Benefit, Status
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry


def swept(moment: datetime) -> list[tuple[str, str]]:
    """Who was told what, over all; twice, for it may run at any time."""
    with clock_at(moment):
        SWEEP()
        SWEEP()
    told = Notice.objects.filter(kind="benefit_due").order_by("pk")
    return [(each.person.name, each.title) for each in told]


def leave(organisation: Organisation, person: Person) -> None:
    Membership.objects.filter(organisation=organisation, person=person).update(active=False)


def close(project: Project, ada: Person, mira: Person) -> None:
    """Archived, and its manager has left."""
    with clock_at(at(3, 1)):
        archive(project, by=ada)
    leave(project.organisation, mira)


TITLE = "“Shorter waits” is to be measured: Hours at the quay"
MISSING = "New crane is closed, and nobody has planned a benefits review"


def test_the_owner_is_told_once_on_the_day(promise: Promise, tove: Person) -> None:
    promise()
    assert swept(at(1, 30)) == []
    assert swept(at(1, 31)) == [("Tove Yard", TITLE)]
    assert swept(at(2, 20)) == [("Tove Yard", TITLE)]


def test_and_again_when_it_is_due_again(promise: Promise, tove: Person) -> None:
    benefit = promise()
    swept(at(1, 31))
    with clock_at(at(2, 1)):
        actions.measure_benefit(benefit, by=tove, value=Decimal(9))
    assert len(swept(at(3, 2))) == 1
    assert len(swept(at(3, 3))) == 2


def test_the_owner_is_told_after_the_project_is_closed_and_its_team_gone(
    promise: Promise, crane: Project, ada: Person, mira: Person, tove: Person
) -> None:
    benefit = promise()
    close(crane, ada, mira)
    assert ("Tove Yard", TITLE) in swept(at(9, 1))
    with clock_at(at(9, 2)):
        actions.measure_benefit(benefit, by=tove, value=Decimal(7))
    told = [each for each in swept(at(1, 15, 2027)) if each == ("Tove Yard", TITLE)]
    assert len(told) == 2


def test_the_successor_is_told_when_the_owner_has_left(
    promise: Promise, harbour: Organisation, crane: Project, ada: Person, mira: Person, tove: Person, wim: Person
) -> None:
    promise(successor=wim)
    close(crane, ada, mira)
    leave(harbour, tove)
    assert ("Wim Yard", TITLE) in swept(at(9, 1))
    assert Notice.objects.get(person=wim).reason == "You take over from its owner, who has left."


def test_the_head_of_the_office_is_told_when_all_have_left(
    promise: Promise, harbour: Organisation, crane: Project, ada: Person, mira: Person, tove: Person, wim: Person
) -> None:
    promise(successor=wim)
    close(crane, ada, mira)
    leave(harbour, tove)
    leave(harbour, wim)
    assert ("Ada Quay", TITLE) in swept(at(9, 1))


def test_what_is_only_proposed_or_ended_is_not_waited_for(promise: Promise, mira: Person) -> None:
    promise("A hope", status="proposed")
    actions.change_benefit(promise("Enough"), by=mira, status="ended", because="It came.")
    assert swept(at(9, 1)) == []


def test_the_head_of_the_office_hears_once_that_nobody_planned_a_review(
    promise: Promise, crane: Project, ada: Person, mira: Person
) -> None:
    promise(measure_every=None)
    assert swept(at(2, 20)) == []
    close(crane, ada, mira)
    assert swept(at(3, 2)) == [("Ada Quay", MISSING)]
    assert swept(at(9, 2)) == [("Ada Quay", MISSING)]


def test_reviewers_are_told_on_the_day_of_the_review(
    promise: Promise, crane: Project, ada: Person, mira: Person, tove: Person
) -> None:
    promise(measure_every=None)
    review = actions.plan_review(crane, by=mira, planned_on=date(2026, 9, 1), reviewers=[tove])
    close(crane, ada, mira)
    assert swept(at(8, 31)) == []
    assert swept(at(9, 1)) == [("Tove Yard", "The benefits review of New crane is due")]
    actions.move_review(review, by=ada, planned_on=date(2026, 10, 1), reason="Tove is at sea.")
    assert len(swept(at(9, 30))) == 1
    assert len(swept(at(10, 1))) == 2


def test_the_review_of_a_closed_project_is_held_and_its_lesson_kept(
    promise: Promise, crane: Project, ada: Person, mira: Person, tove: Person
) -> None:
    benefit = promise()
    review = actions.plan_review(crane, by=mira, planned_on=date(2026, 9, 1), reviewers=[tove])
    close(crane, ada, mira)
    with clock_at(at(9, 1)):
        held = actions.hold_review(
            review, by=tove, findings="Half of it came.", decision="stop", lesson="Agree on nights first",
            happened="The crews were asked last.",
        )  # fmt: skip
    lesson = Entry.objects.get(kind="lesson")
    assert (held.held_on, held.lesson) == (date(2026, 9, 1), lesson)
    assert (lesson.project, lesson.title, lesson.raised_by) == (crane, "Agree on nights first", tove)
    benefit = Benefit.objects.get(pk=benefit.pk)
    assert benefit.profile is not None
    assert (benefit.profile.status, benefit.measure_due_on) == (Status.ENDED, None)
    with pytest.raises(ValidationError, match="held already"):
        actions.hold_review(review, by=tove, findings="Again", decision="continue")


def test_one_review_waits_at_a_time_and_has_reviewers(promise: Promise, crane: Project, tove: Person) -> None:
    promise()
    with pytest.raises(ValidationError, match="between one and"):
        actions.plan_review(crane, by=None, planned_on=date(2026, 9, 1), reviewers=[])
    actions.plan_review(crane, by=None, planned_on=date(2026, 9, 1), reviewers=[tove])
    with pytest.raises(ValidationError, match="planned already"):
        actions.plan_review(crane, by=None, planned_on=date(2026, 9, 2), reviewers=[tove])


def test_no_review_of_nothing(crane: Project, tove: Person) -> None:
    with pytest.raises(ValidationError, match="no benefits yet"):
        actions.plan_review(crane, by=None, planned_on=date(2026, 9, 1), reviewers=[tove])
