"""Two workers at the same time: each thing is mailed once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from pytest_django import Settings

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.notifications.actions import compose, notify, plan_mail, send
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.models import Mail, Notice, Preference
from plumbline.office.notifications.wording import as_written
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 4


@pytest.fixture
def crowd(harbour: Organisation, enrol: Enrol) -> list[Person]:
    """Each has been told three things yesterday."""
    people = [enrol(harbour, Role.TEAM_MEMBER, f"Hand {number}").person for number in range(5)]
    with clock_at(now() - timedelta(days=2)):
        for number in range(3):
            title = as_written(f"Thing {number}")
            notify(
                harbour, people, kind="gate", title=title, reason=as_written("You are there."), path="/", key=str(title)
            )
    return people


@pytest.fixture(autouse=True)
def _slow_mail(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "office.notifications.slow_mail.SlowBackend"


def at_the_same_time(work: Callable[[], object]) -> None:
    start, failures = threading.Barrier(WORKERS), list[BaseException]()

    def run() -> None:
        try:
            start.wait()
            work()
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(WORKERS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=60)
    assert not failures


def test_nothing_is_mailed_twice(crowd: list[Person]) -> None:
    at_the_same_time(mail_what_is_due)
    assert sorted(each.to[0] for each in mail.outbox) == sorted(each.email for each in crowd)
    assert all("Thing 0" in each.body and "Thing 2" in each.body for each in mail.outbox)
    assert Notice.objects.filter(mailed_at=None).count() == 0
    assert Mail.objects.filter(sent_at=None).count() == 0


def test_one_mail_is_composed_and_one_worker_sends_it(crowd: list[Person]) -> None:
    plan_mail()
    first = Preference.objects.order_by("pk")[0]
    at_the_same_time(lambda: compose(first.pk))
    (composed,) = Mail.objects.all()
    assert composed.notices.count() == 3
    at_the_same_time(lambda: send(composed.pk))
    assert len(mail.outbox) == 1
    composed.refresh_from_db()
    assert composed.tries == 1
