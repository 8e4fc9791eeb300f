"""What is promised, held, missed; and who is told when something is overdue."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from office.stakeholders.conftest import NOW, Add
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.actions import (
    change_communication,
    end_communication,
    hold_communication,
    log_contact,
    plan_communication,
)
from plumbline.office.stakeholders.jobs import SWEEP
from plumbline.office.stakeholders.models import Communication, Occurrence
from plumbline.office.stakeholders.queries import communication_page
from plumbline.office.stakeholders.rhythm import answered_by, due_by

DUE = date(2026, 3, 2)


def on(day: date) -> Any:
    return clock_at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


@pytest.fixture
def letter(project: Project, mira: Membership) -> Communication:
    """Every ten days, with two of tolerance."""
    facts = {"audience": "Residents", "purpose": "Quay news", "every_days": 10, "tolerance_days": 2}
    return plan_communication(project, by=mira.person, due_on=DUE, owner=mira.person, **facts)


@pytest.mark.parametrize(
    ("held", "missed", "answered"),
    [(-3, 0, 0), (0, 0, 0), (9, 0, 0), (10, 1, 10), (25, 2, 20)],
)
def test_what_is_held_answers_the_last_day_that_was_due(held: int, missed: int, answered: int) -> None:
    days = answered_by(DUE, 10, DUE + timedelta(days=held))
    assert (len(days[0]), days[1]) == (missed, DUE + timedelta(days=answered))
    assert days[2] == days[1] + timedelta(days=10)


@pytest.mark.parametrize(("after", "count"), [(0, 0), (2, 0), (3, 1), (12, 1), (13, 2), (23, 3)])
def test_what_is_due_and_not_held_is_counted_after_its_tolerance(after: int, count: int) -> None:
    assert due_by(DUE, 10, 2, DUE + timedelta(days=after)) == count


def test_held_late_leaves_what_was_missed_behind(letter: Communication, mira: Membership, project: Project) -> None:
    with on(DUE + timedelta(days=25)):
        kept = hold_communication(letter, by=mira.person)
        page = communication_page(project)
    assert not kept.in_time
    assert [(each.due_on, each.held_on is None) for each in Occurrence.objects.order_by("due_on")] == [
        (date(2026, 3, 2), True),
        (date(2026, 3, 12), True),
        (date(2026, 3, 22), False),
    ]
    assert Communication.objects.get().due_on == date(2026, 4, 1)
    assert (page.kept, page.due, page.adherence) == (0, 3, 0)


def test_adherence_is_what_was_held_in_time_of_what_was_due(
    letter: Communication, mira: Membership, project: Project
) -> None:
    assert communication_page(project).adherence is None
    for days in (1, 12):
        with on(DUE + timedelta(days=days)):
            assert hold_communication(letter, by=mira.person).in_time
    with on(DUE + timedelta(days=24)):
        assert communication_page(project).adherence == 66


def test_it_is_not_held_twice_on_one_day_or_tomorrow(letter: Communication, mira: Membership) -> None:
    with pytest.raises(ValidationError, match="has not come yet"):
        hold_communication(letter, by=mira.person, on=DUE + timedelta(days=1))
    hold_communication(letter, by=mira.person)
    with pytest.raises(ValidationError, match="held on 2 March 2026 already"):
        hold_communication(letter, by=mira.person)


def test_a_day_years_away_is_refused(letter: Communication, mira: Membership) -> None:
    with pytest.raises(ValidationError, match="within two years"):
        change_communication(letter, by=mira.person, due_on=date(1926, 3, 2))


def test_the_next_day_cannot_be_one_that_was_due_already(letter: Communication, mira: Membership) -> None:
    hold_communication(letter, by=mira.person)
    with pytest.raises(ValidationError, match="due later than this before"):
        change_communication(letter, by=mira.person, due_on=DUE)


def test_what_is_taken_out_is_late_no_more(letter: Communication, mira: Membership, project: Project) -> None:
    end_communication(letter, by=mira.person)
    with on(DUE + timedelta(days=40)):
        assert communication_page(project).lines == []
        SWEEP()
    assert not Notice.objects.exists()


def test_owners_are_told_once_for_each_day_that_was_due(letter: Communication, add: Add, mira: Membership) -> None:
    stake = add("Ada", owner=mira.person, contact_every=5)
    for days in (2, 5):
        with on(DUE + timedelta(days=days)):
            SWEEP()
    assert [each.title for each in Notice.objects.all()] == ["Quay news, for Residents, is late"]
    for _ in range(3):
        with on(DUE + timedelta(days=6)):
            SWEEP()
    assert Notice.objects.count() == 2
    with on(DUE + timedelta(days=7)):
        log_contact(stake, by=mira.person, note="Met.")
        SWEEP()
    assert Notice.objects.count() == 2
    with on(DUE + timedelta(days=14)):
        SWEEP()
    assert Notice.objects.filter(title__startswith="Ada").count() == 2


def test_a_notice_leads_to_where_it_is_settled(letter: Communication, mira: Membership, client: Client) -> None:
    with on(DUE + timedelta(days=5)):
        SWEEP()
    client.force_login(mira.person, "allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(Notice.objects.get().path)
    assert "Record it" in answer.content.decode()


def test_somebody_who_left_is_not_told(letter: Communication, mira: Membership) -> None:
    mira.active = False
    mira.save()
    with clock_at(NOW + timedelta(days=30)):
        SWEEP()
    assert not Notice.objects.exists()
