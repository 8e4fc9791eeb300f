"""When mail goes out, what stands in it, and what becomes of it where it cannot be delivered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from office.notifications.conftest import Tell
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.actions import choose, mute, stop_mail
from plumbline.office.notifications.actions.mailing import PAUSES
from plumbline.office.notifications.due import next_mail_at
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.letter import stop_token
from plumbline.office.notifications.models import Mail, Notice, Preference
from plumbline.office.notifications.queries import preference_of
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.projects.actions import create_portfolio

pytestmark = pytest.mark.django_db
LISBON = ZoneInfo("Europe/Lisbon")
MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def swept(moment: datetime) -> list[mail.EmailMessage]:
    """What went out in all, once the worker has swept at that moment."""
    with clock_at(moment):
        mail_what_is_due()
    return mail.outbox


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock_at(MONDAY_NOON):
        yield


@pytest.fixture
def at_once(reader: Membership) -> Preference:
    return choose(reader, how="at_once", hour=8, weekday=0, kinds_off=[])


@pytest.mark.parametrize(
    ("how", "due"),
    [
        ("daily", datetime(2026, 3, 3, 8, tzinfo=LISBON)),
        ("weekly", datetime(2026, 3, 5, 8, tzinfo=LISBON)),
        ("at_once", MONDAY_NOON + timedelta(minutes=3)),
    ],
)
def test_the_next_mail_follows_from_what_was_chosen(how: str, due: datetime) -> None:
    preference = Preference(how=how, hour=8, weekday=3)
    assert next_mail_at(preference, MONDAY_NOON, MONDAY_NOON, LISBON) == due


def test_an_hour_that_summer_time_leaves_out_does_not_stop_the_mail() -> None:
    preference = Preference(how="daily", hour=2)
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)
    due = next_mail_at(preference, before, before, ZoneInfo("Europe/Berlin"))
    assert due.astimezone(UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_mail_may_lead_to_a_secret_place_that_is_kept_sealed(told: Tell, mira: Person, at_once: Preference) -> None:
    told(secret_paths={mira.pk: "/only/mira/"})
    assert "/only/mira/" not in str(Notice.objects.values())
    (sent,) = swept(MONDAY_NOON + timedelta(minutes=4))
    assert "/only/mira/" in sent.body
    assert "inbox/open" not in sent.body


def test_where_the_key_is_lost_the_mail_leads_through_the_inbox(
    told: Tell, mira: Person, at_once: Preference, settings: Settings
) -> None:
    told(secret_paths={mira.pk: "/only/mira/"})
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", []
    (sent,) = swept(MONDAY_NOON + timedelta(minutes=4))
    assert "/only/mira/" not in sent.body
    assert "inbox/open" in sent.body


def test_a_day_is_told_in_one_mail_at_eight_in_the_morning_there(told: Tell) -> None:
    told("First")
    told("Second")
    assert not swept(datetime(2026, 3, 3, 7, 59, tzinfo=LISBON))
    (digest,) = swept(datetime(2026, 3, 3, 8, tzinfo=LISBON))
    assert "First" in digest.body
    assert "Second" in digest.body
    assert digest.subject == "Harbour Works: 2 things you should know"


def test_it_is_the_hour_of_the_persons_own_zone(told: Tell, mira: Person) -> None:
    mira.time_zone = "Asia/Tokyo"
    mira.save()
    told()
    assert swept(datetime(2026, 3, 3, 8, tzinfo=ZoneInfo("Asia/Tokyo")))


def test_a_burst_is_one_mail_once_it_is_quiet(told: Tell, at_once: Preference) -> None:
    for minute in (0, 2, 4):
        with clock_at(MONDAY_NOON + timedelta(minutes=minute)):
            told(key=str(minute))
            assert not swept(MONDAY_NOON + timedelta(minutes=minute))
    assert len(swept(MONDAY_NOON + timedelta(minutes=7))) == 1
    assert Notice.objects.filter(mailed_at=None).count() == 0


def test_a_burst_that_does_not_end_is_mailed_all_the_same(told: Tell, at_once: Preference) -> None:
    for minute in range(0, 16, 2):
        with clock_at(MONDAY_NOON + timedelta(minutes=minute)):
            told(key=str(minute))
            mail_what_is_due()
    assert len(swept(MONDAY_NOON + timedelta(minutes=15))) == 1


def test_nothing_is_mailed_a_second_time(told: Tell, at_once: Preference) -> None:
    told()
    later = MONDAY_NOON + timedelta(hours=1)
    assert len(swept(later)) == 1
    assert len(swept(later)) == 1
    assert len(swept(later + timedelta(days=30))) == 1


def test_each_line_has_its_reason_and_a_link_that_works_outside(
    told: Tell, at_once: Preference, settings: Settings
) -> None:
    settings.SITE_URL = "https://pmo.example"
    told()
    (message,) = swept(MONDAY_NOON + timedelta(hours=1))
    assert message.subject == "Harbour Works: Quay crossing is late"
    assert "You manage it." in message.body
    assert f"https://pmo.example/o/harbour-works/inbox/open/?notice={Notice.objects.get().pk}" in message.body
    assert "https://pmo.example/o/harbour-works/inbox/preferences/" in message.body
    html = str(message.alternatives[0][0])  # type: ignore[attr-defined]
    assert "Quay crossing is late" in html


def test_a_title_is_only_text_in_html_and_in_the_subject(told: Tell, at_once: Preference) -> None:
    told("<b>late</b>\nBcc: all@harbour.example")
    (message,) = swept(MONDAY_NOON + timedelta(hours=1))
    assert "\n" not in message.subject
    assert "<b>late</b>" in message.body
    assert "&lt;b&gt;late&lt;/b&gt;" in str(message.alternatives[0][0])  # type: ignore[attr-defined]


def test_what_was_read_meanwhile_is_not_mailed(told: Tell, at_once: Preference) -> None:
    told()
    Notice.objects.update(read_at=MONDAY_NOON)
    assert not swept(MONDAY_NOON + timedelta(hours=1))
    assert not Notice.objects.filter(waits_for_mail=True).exists()


def test_kinds_that_were_taken_away_and_muted_things_are_not_mailed(
    told: Tell, harbour: Organisation, reader: Membership
) -> None:
    quays = create_portfolio(harbour, by=None, name="Quays")
    choose(reader, how="at_once", hour=8, weekday=0, kinds_off=["report_late"])
    told("Off")
    told("Muted", kind="gate", about=f"portfolio:{quays.pk}")
    told("Spoken of", kind="mention", about=f"portfolio:{quays.pk}")
    mute(reader, f"portfolio:{quays.pk}")
    (message,) = swept(MONDAY_NOON + timedelta(hours=1))
    assert message.subject == "Harbour Works: Spoken of"


def test_who_wants_no_mail_or_left_gets_none(told: Tell, reader: Membership, mira: Person) -> None:
    told("One")
    stop_mail(reader)
    assert not swept(MONDAY_NOON + timedelta(days=2))
    choose(reader, how="at_once", hour=8, weekday=0, kinds_off=[])
    told("Two")
    Membership.objects.update(active=False)
    assert not swept(MONDAY_NOON + timedelta(days=4))
    assert mira.notices.count() == 2


def test_what_nobody_mailed_for_weeks_stays_in_the_inbox(told: Tell) -> None:
    told()
    assert not swept(MONDAY_NOON + timedelta(days=40))
    assert Notice.objects.filter(read_at=None).exists()


def test_a_long_digest_says_how_much_more_there_is(told: Tell, at_once: Preference) -> None:
    for number in range(60):
        told(f"Line {number}")
    (message,) = swept(MONDAY_NOON + timedelta(hours=1))
    assert "And 10 more in your inbox." in message.body


def test_a_failed_mail_is_tried_again_ever_more_rarely_and_then_given_up(
    told: Tell, at_once: Preference, settings: Settings, client: Client, mira: Person
) -> None:
    """Nobody listens at that port."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    told()
    moment = MONDAY_NOON + timedelta(hours=1)
    for pause in PAUSES:
        swept(moment)
        waiting = Mail.objects.get()
        assert waiting.next_try_at == moment + pause
        assert "ConnectionRefusedError" in waiting.problem
        moment += pause
    swept(moment)
    given_up = Mail.objects.get()
    assert (given_up.tries, given_up.next_try_at) == (len(PAUSES) + 1, None)
    assert Notice.objects.get().mailed_at is None
    client.force_login(mira, "allauth.account.auth_backends.AuthenticationBackend")
    assert "was given up" in client.get("/o/harbour-works/inbox/preferences/").content.decode()


def test_once_the_server_answers_again_the_mail_goes_out(told: Tell, at_once: Preference, settings: Settings) -> None:
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    told()
    swept(MONDAY_NOON + timedelta(hours=1))
    settings.EMAIL_BACKEND = works
    assert len(swept(MONDAY_NOON + timedelta(hours=2))) == 1
    assert Mail.objects.get().problem == ""


def test_the_link_at_the_end_of_a_mail_stops_it_without_signing_in(
    told: Tell, at_once: Preference, client: Client, reader: Membership
) -> None:
    told()
    (message,) = swept(MONDAY_NOON + timedelta(hours=1))
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.sub(r"^<https?://[^/]+|>$", "", message.extra_headers["List-Unsubscribe"])
    client.get(path)
    assert preference_of(reader).how == "at_once"
    Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert preference_of(reader).how == "none"


def test_a_link_that_was_made_up_stops_nothing(client: Client, reader: Membership) -> None:
    token = stop_token(reader.person_id, reader.organisation_id)
    assert client.post(f"/mail/stop/{token[:-2]}xx/").status_code == 404
    assert not Preference.objects.exists()


def test_a_new_choice_changes_when_the_next_mail_is_due(told: Tell, reader: Membership) -> None:
    told()
    swept(MONDAY_NOON + timedelta(minutes=1))
    choose(reader, how="daily", hour=15, weekday=0, kinds_off=[])
    assert swept(datetime(2026, 3, 2, 15, tzinfo=LISBON))
