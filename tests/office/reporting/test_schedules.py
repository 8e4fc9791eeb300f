"""Reports that come by themselves: when, to whom, and never twice."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import close_old_connections, connection

from office.conftest import Enrol
from office.reporting.portfolio_of_many import MARCH
from plumbline.office.foundation import typeset
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.reporting import actions
from plumbline.office.reporting.jobs import work_on_what_is_due
from plumbline.office.reporting.models import Delivery, Making, Schedule, Snapshot

pytestmark = pytest.mark.django_db
FIRST_MONDAY_OF_APRIL = datetime(2026, 4, 6, 7, tzinfo=UTC) - timedelta(hours=1)
"""Seven in Lisbon, in summer time."""


@pytest.fixture
def sponsor(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.EXECUTIVE, "Osric").person


@pytest.fixture
def schedule(projects: list[Project], harbour: Organisation, ada: Person, sponsor: Person) -> Schedule:
    return scheduled(harbour, ada, [ada, sponsor])


def scheduled(harbour: Organisation, by: Person, to: list[Person], **given: Any) -> Schedule:
    about = {"report": "board_pack", "scope": "all", "every": "month", "weekday": 0, **given}
    return actions.schedule_report(harbour, by=by, recipients=to, **about)


def sweep(at: datetime) -> None:
    with clock_at(at):
        work_on_what_is_due()


def test_a_month_begins_with_its_first_such_weekday(schedule: Schedule) -> None:
    assert schedule.due_at == FIRST_MONDAY_OF_APRIL


def test_a_week_has_one_such_day(projects: list[Project], harbour: Organisation, ada: Person) -> None:
    weekly = scheduled(harbour, ada, [ada], every="week", weekday=1)
    assert weekly.due_at == datetime(2026, 3, 10, 7, tzinfo=UTC)


def test_nothing_is_made_before_its_time(schedule: Schedule) -> None:
    sweep(FIRST_MONDAY_OF_APRIL - timedelta(minutes=1))
    assert not Making.objects.exists()


def test_it_is_made_published_and_sent_once(schedule: Schedule, sponsor: Person) -> None:
    for minutes in (0, 1, 60):
        sweep(FIRST_MONDAY_OF_APRIL + timedelta(minutes=minutes))
    snapshot = Snapshot.objects.get()
    assert snapshot.publication.readers == ["Ada Quay", "Osric"]
    assert sorted(each.to[0] for each in mail.outbox) == ["ada.quay@harbour-works.example", sponsor.email]
    assert f"/o/harbour-works/packs/{snapshot.pk}/" in str(mail.outbox[0].body)
    assert len(mail.outbox[0].attachments) == typeset.can_be_made()
    assert Schedule.objects.get().due_at == datetime(2026, 5, 4, 6, tzinfo=UTC)


def test_the_next_one_is_compared_with_the_last_one(schedule: Schedule) -> None:
    sweep(FIRST_MONDAY_OF_APRIL)
    sweep(datetime(2026, 5, 4, 6, tzinfo=UTC))
    later, first = Snapshot.objects.all()
    assert later.previous == first


def test_after_a_long_silence_it_comes_once(schedule: Schedule) -> None:
    sweep(datetime(2026, 9, 20, tzinfo=UTC))
    sweep(datetime(2026, 9, 20, 1, tzinfo=UTC))
    assert Snapshot.objects.count() == 1
    assert Schedule.objects.get().due_at == datetime(2026, 10, 5, 6, tzinfo=UTC)


def test_a_paused_or_removed_one_does_not_come(
    schedule: Schedule, projects: list[Project], harbour: Organisation, ada: Person
) -> None:
    actions.pause_schedule(schedule, by=ada)
    actions.remove_schedule(scheduled(harbour, ada, [ada]), by=ada)
    sweep(FIRST_MONDAY_OF_APRIL)
    assert not Making.objects.exists()


def test_whoever_may_not_see_it_any_more_gets_no_message(schedule: Schedule, sponsor: Person) -> None:
    Membership.objects.filter(person=sponsor).update(role=Role.TEAM_MEMBER)
    sweep(FIRST_MONDAY_OF_APRIL)
    assert [each.to[0] for each in mail.outbox] == ["ada.quay@harbour-works.example"]
    assert Delivery.objects.get(person=sponsor).problem == "Their role may not see it any more."


def test_what_the_mail_server_refuses_is_tried_again_later(schedule: Schedule, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    sweep(FIRST_MONDAY_OF_APRIL)
    assert {each.attempts for each in Delivery.objects.all()} == {1}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    sweep(FIRST_MONDAY_OF_APRIL + timedelta(minutes=1))
    assert not mail.outbox
    sweep(FIRST_MONDAY_OF_APRIL + timedelta(minutes=11))
    assert len(mail.outbox) == 2


def test_a_message_that_may_have_gone_out_is_not_sent_again(schedule: Schedule) -> None:
    with clock_at(FIRST_MONDAY_OF_APRIL):
        taken = actions.take_due_schedules()
        actions.make(taken[0].pk)
    Delivery.objects.update(due_at=None, claimed_at=FIRST_MONDAY_OF_APRIL)
    sweep(FIRST_MONDAY_OF_APRIL + timedelta(hours=1))
    assert not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_and_send_it_once(schedule: Schedule) -> None:
    begin = threading.Barrier(2)

    def work() -> None:
        close_old_connections()
        begin.wait(timeout=20)
        try:
            sweep(FIRST_MONDAY_OF_APRIL)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join(timeout=60)
    sweep(FIRST_MONDAY_OF_APRIL + timedelta(seconds=30))
    assert Snapshot.objects.count() == 1
    assert len(mail.outbox) == 2


def test_nobody_schedules_what_does_not_regularly_come(
    projects: list[Project], harbour: Organisation, ada: Person
) -> None:
    with pytest.raises(Exception, match="can come by itself"):
        scheduled(harbour, ada, [ada], report="gate_pack")


def test_the_moment_told_is_the_moment_kept(schedule: Schedule) -> None:
    assert schedule.set_at == MARCH
