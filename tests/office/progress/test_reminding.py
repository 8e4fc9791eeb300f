"""Asking by mail: who, when, how often, and what the link in the mail opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from office.progress.conftest import at
from plumbline.office.archive.contents import exported
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.progress import links
from plumbline.office.progress.actions import ask_owners, remind_project, remind_who_is_due, say_who, tell
from plumbline.office.progress.models import OwnedActivity, ProgressRequest, ProgressUpdate
from plumbline.office.progress.queries import my_day, of_project
from plumbline.office.progress.saying import Said
from plumbline.office.projects.models import Project
from plumbline.web.quiet_log import WithoutSecretAddresses

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/progress-link/[^\s\"/]+/")


@pytest.fixture
def asking(crossing: Project, mira: Person, lena: Membership) -> Project:
    ask_owners(crossing, asks=True, by=mira)
    return crossing


def sweep(days: int) -> None:
    with clock_at(at(days)):
        remind_who_is_due()


def link_of(person: Person) -> str:
    return links.path_of(ProgressRequest.objects.get(person=person, ended_at=None).pk)


def test_whose_word_is_due_is_asked_once_a_week_and_nobody_else(asking: Project, lena: Membership) -> None:
    sweep(3)
    assert not ProgressRequest.objects.exists()
    for days in (4, 4, 5, 10):
        sweep(days)
    assert [each.person for each in ProgressRequest.objects.all()] == [lena.person]
    sweep(11)
    assert ProgressRequest.objects.count() == 2
    assert Notice.objects.filter(kind="progress_due", person=lena.person).count() == 2
    assert Notice.objects.filter(kind="progress_due").exclude(person=lena.person).count() == 0
    assert [each.number for each in ProgressRequest.objects.latest("asked_on").lines.all()] == [1, 2]


def test_nobody_is_asked_by_mail_unless_the_manager_wants_it(crossing: Project, lena: Membership, mira: Person) -> None:
    sweep(10)
    assert not Notice.objects.filter(kind="progress_due").exists()
    ask_owners(crossing, asks=True, by=mira)
    ask_owners(crossing, asks=False, by=mira)
    sweep(10)
    assert not Notice.objects.filter(kind="progress_due").exists()
    assert AuditLine.objects.filter(verb="ask_owners").count() == 2


def test_who_has_told_everything_is_not_asked(
    asking: Project, lena: Membership, walls: OwnedActivity, roof: OwnedActivity
) -> None:
    with clock_at(at(10)):
        for each in (walls, roof):
            tell(each, Said("planned"), by=lena.person)
        remind_who_is_due()
    assert not ProgressRequest.objects.exists()


def test_the_mail_holds_a_link_that_the_inbox_does_not_show(
    asking: Project, lena: Membership, signed_in: Callable[[Person], Client]
) -> None:
    sweep(10)
    for hour in (11, 34):
        with clock_at(at(10) + timedelta(hours=hour)):
            mail_what_is_due()
    [sent] = [each for each in mail.outbox if each.to == [lena.person.email]]
    assert "How do your 2 activities stand?" in str(sent.body)
    assert LINK.findall(str(sent.body)) == [link_of(lena.person)]
    client = signed_in(lena.person)
    with clock_at(at(11)):
        assert "progress-link" not in client.get("/o/harbour-works/inbox/").content.decode()
        told = Notice.objects.get(person=lena.person, kind="progress_due")
        there = client.get(f"/o/harbour-works/inbox/open/?notice={told.pk}")
    assert there["Location"] == "/o/harbour-works/my-activities/"


def test_database_and_archive_hold_no_link(asking: Project, lena: Membership) -> None:
    sweep(10)
    secret = link_of(lena.person).split("/")[2]
    assert secret.rpartition(".")[2] not in str(list(Notice.objects.values()) + list(ProgressRequest.objects.values()))
    assert not {"progress.ProgressRequest", "progress.RequestedActivity"} & exported().keys()


def test_by_the_link_each_activity_is_told_once_without_signing_in(
    asking: Project, lena: Membership, client: Client
) -> None:
    sweep(10)
    there = link_of(lena.person)
    with clock_at(at(10)):
        page = client.get(there)
        client.post(there, {"planned": "1"})
        client.post(f"{there}1/", {"says": "not_yet"})
        client.post(f"{there}2/", {"says": "under_way", "started": "2026-03-12", "remaining": "6d", "note": "Wind."})
        after = client.get(there).content.decode()
    assert (page.status_code, page["Referrer-Policy"]) == (200, "strict-origin")
    assert "no-store" in page["Cache-Control"]
    told = list(ProgressUpdate.objects.order_by("pk").values_list("name", "says", "remaining", "how", "by__name"))
    assert told == [
        ("Walls", "planned", "", "link", "Lena Trestle"),
        ("Roof", "under_way", "6d", "link", "Lena Trestle"),
    ]
    assert "Everything is told" in after


def test_opening_the_link_changes_nothing_and_shows_nothing_else(
    asking: Project, lena: Membership, client: Client
) -> None:
    sweep(10)
    there = link_of(lena.person)
    with clock_at(at(10)):
        pages = [client.get(each).content.decode() for each in (there, f"{there}1/", f"{there}2/")]
        assert client.get(f"{there}3/")["Location"] == there
        assert client.post(there).status_code == 200
        assert client.post(there, {"planned": "77"}).status_code == 200
        assert client.get("/o/harbour-works/my-activities/").status_code == 302
    assert not ProgressUpdate.objects.exists()
    assert not [page for page in pages if "Windows" in page or "Mira" in page or "/o/harbour-works/" in page]


def test_what_cannot_be_true_is_refused_at_the_field_by_the_link_too(
    asking: Project, lena: Membership, client: Client
) -> None:
    sweep(10)
    with clock_at(at(10)):
        said = client.post(f"{link_of(lena.person)}1/", {"says": "finished", "started": "2026-03-02",
                                                         "finished": "2026-03-20"})  # fmt: skip
    assert "has not come yet" in said.content.decode()
    assert not ProgressUpdate.objects.exists()


def test_the_link_is_over_after_eight_days_and_when_the_next_one_comes(
    asking: Project, lena: Membership, client: Client
) -> None:
    sweep(10)
    first = link_of(lena.person)
    with clock_at(at(17)):
        assert client.get(first).status_code == 200
    sweep(17)
    with clock_at(at(17)):
        assert client.get(first).status_code == 410
        assert client.get(link_of(lena.person)).status_code == 200
    with clock_at(at(25)):
        assert client.get(link_of(lena.person)).status_code == 410


def test_the_link_can_be_taken_back_and_ends_when_its_person_leaves(
    asking: Project, lena: Membership, client: Client, signed_in: Callable[[Person], Client]
) -> None:
    sweep(10)
    there = link_of(lena.person)
    with clock_at(at(10)):
        Membership.objects.filter(pk=lena.pk).update(active=False)
        assert client.get(there).status_code == 410
        Membership.objects.filter(pk=lena.pk).update(active=True)
        signed_in(lena.person).post("/o/harbour-works/my-activities/take-back/", {"take_back": "yes"})
        assert client.get(there).status_code == 410
        assert client.post(there, {"planned": "1"}).status_code == 410
    assert not ProgressUpdate.objects.exists()


@pytest.mark.parametrize("forged", ["forged", "a" * 32 + "." + "b" * 43, "%F0%9F%98%80.x", "a" * 5000])
def test_a_forged_link_opens_nothing(asking: Project, client: Client, forged: str) -> None:
    assert client.get(f"/progress-link/{forged}/").status_code == 404
    assert client.post(f"/progress-link/{forged}/1/", {"says": "planned"}).status_code == 404


def test_another_key_knows_no_link(asking: Project, lena: Membership, client: Client) -> None:
    sweep(10)
    there = link_of(lena.person)
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]), clock_at(at(10)):
        assert client.get(there).status_code == 404


def test_a_link_that_is_called_too_often_has_to_wait(
    asking: Project, lena: Membership, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep(10)
    cache.clear()
    monkeypatch.setattr(links, "CALLS_AN_HOUR", 3)
    with clock_at(at(10)):
        codes = [client.get(link_of(lena.person)).status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]


def test_no_log_holds_a_link() -> None:
    import logging

    record = logging.LogRecord("x", logging.INFO, "", 1, "GET %s", ("/progress-link/abc.def/2/",), None)
    WithoutSecretAddresses().filter(record)
    assert record.getMessage() == "GET /progress-link/(hidden)/2/"


def test_the_link_of_one_tells_nothing_of_another(
    asking: Project, lena: Membership, bruno: Membership, mira: Person, client: Client
) -> None:
    say_who(asking, "B. Gantry", person=bruno.person, by=mira)
    sweep(10)
    with clock_at(at(10)):
        page = client.get(link_of(bruno.person)).content.decode()
        tell(OwnedActivity.objects.get(name="Roof"), Said("not_yet", note="Wet."), by=lena.person)
        again = client.get(link_of(bruno.person)).content.decode()
    assert "Roof" in page
    assert not [said for said in ("Walls", "Lena", "Wet.", "Not started yet") if said in page + again]


def test_whom_the_plan_does_not_name_any_more_has_nothing_to_tell(
    asking: Project, lena: Membership, bruno: Membership, mira: Person, client: Client
) -> None:
    sweep(10)
    there = link_of(lena.person)
    say_who(asking, "Lena Trestle", person=bruno.person, by=mira)
    with clock_at(at(10)):
        said = client.post(there, {"planned": "1"}).content.decode()
    assert "The plan names somebody else for this by now" in said
    assert not ProgressUpdate.objects.exists()


def test_overdue_words_are_counted_with_names_for_the_manager(
    asking: Project, lena: Membership, mira: Person, harbour: Organisation
) -> None:
    manager = Membership.objects.get(person=mira, organisation=harbour)
    with clock_at(at(10)):
        assert of_project(asking).overdue.count == 0
    with clock_at(at(11)):
        found = of_project(asking).overdue
        assert (found.count, found.names, str(found.since)) == (1, ["Lena Trestle"], "2026-03-06")
        [mine] = my_day(manager).projects
        assert mine.overdue.count == 1


def test_who_owes_a_word_is_reminded_by_hand_once_a_day(asking: Project, lena: Membership, mira: Person) -> None:
    with clock_at(at(10)):
        assert remind_project(asking, by=mira) == [lena.person]
        with pytest.raises(ValidationError, match="today already"):
            remind_project(asking, by=mira)
    with clock_at(at(11)):
        assert remind_project(asking, by=mira) == [lena.person]
    with clock_at(at(0)), pytest.raises(ValidationError, match="Nobody"):
        remind_project(asking, by=mira)
