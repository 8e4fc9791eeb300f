"""What somebody would try who wants to know who raised an anonymous signal, or when."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from office.signals.conftest import about, at, raised_anonymously
from plumbline.office.archive.writing import write_archive
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.search.models import PageAtHand
from plumbline.office.signals import actions, queries
from plumbline.office.signals.actions.raising import MOST_ANONYMOUS_A_DAY
from plumbline.office.signals.models import Signal, SignalComment
from plumbline.web.quiet_log import WithoutSecretAddresses

SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db
RAISE = "/o/harbour-works/signals/raise/"
MIDNIGHT = datetime(2026, 3, 3, tzinfo=UTC)
SAID = {"kind": "concern", "text": "Somebody is asleep", "about": "", "who": "anonymous", "seen_by": ""}


def dump() -> dict[str, list[dict[str, object]]]:
    """Every row of every table, sessions too."""
    return {each._meta.label: list(each._default_manager.order_by("pk").values()) for each in apps.get_models()}


def raised_by_form(client: Client) -> str:
    with clock_at(at(2)):
        page = client.post(RAISE, SAID).content.decode()
    return page.partition("/signal-link/")[2].partition("/")[0]


def test_all_that_is_written_anywhere_is_the_signal_and_nothing_in_it_names_its_sender(
    harbour: Organisation, ada: Person, jory: Person, signed_in: SignedIn
) -> None:
    client = signed_in(jory)
    client.get(RAISE)
    before = dump()
    secret = raised_by_form(client)
    after = dump()
    written = {label: [row for row in rows if row not in before[label]] for label, rows in after.items()}
    (row,) = written.pop("signals.Signal")
    assert [label for label, rows in written.items() if rows] == []
    assert {len(after[label]) - len(before[label]) for label in before} == {0, 1}
    told = {name: value for name, value in row.items() if value not in (None, "", 0, False)}
    assert told.keys() == {
        "id", "organisation_id", "kind", "text", "link_hash", "raised_at", "owner_id", "state", "due_at", "next_at",
    }  # fmt: skip
    assert row["owner_id"] == ada.pk
    assert secret not in str(after)


def test_two_people_who_say_the_same_leave_the_same(
    harbour: Organisation, ada: Person, jory: Person, mira: Person, signed_in: SignedIn
) -> None:
    for each in (jory, mira):
        raised_by_form(signed_in(each))
    drawn = {"id", "link_hash"}
    first, second = (
        {name: value for name, value in row.items() if name not in drawn} for row in Signal.objects.values()
    )
    assert first == second


def test_no_moment_finer_than_a_day_is_kept_or_told(harbour: Organisation, ada: Person) -> None:
    for hour in (0, 9, 23):
        with clock_at(at(2, hour)):
            secret = actions.raise_anonymously(harbour, kind="concern", text=f"At {hour}")
            actions.comment_by_link(secret, text="And more")
    kept = set(Signal.objects.values_list("raised_at", "next_at", "due_at"))
    assert len(kept) == 1
    assert kept.pop()[:2] == (MIDNIGHT, MIDNIGHT)
    assert set(SignalComment.objects.values_list("at", flat=True)) == {MIDNIGHT}
    with clock_at(at(2, 23)):
        actions.keep_up()
    assert not Notice.objects.exists()
    with clock_at(MIDNIGHT):
        actions.keep_up()
        actions.keep_up()
    assert Notice.objects.filter(person=ada).count() == 6
    assert not AuditLine.objects.filter(object_type__startswith="signals.").exists()


def test_nobody_sees_it_appear(
    harbour: Organisation, ada: Person, crane: Project, sponsor: Person, signed_in: SignedIn
) -> None:
    signal, _ = raised_anonymously(harbour, subject=about(crane))
    page = f"/o/harbour-works/signals/{signal.pk}/"
    with clock_at(at(2, 23)):
        for reader in (ada, sponsor):
            assert signed_in(reader).get(page).status_code == 403
            assert "asleep" not in signed_in(reader).get("/o/harbour-works/signals/").content.decode()
        assert "asleep" not in signed_in(ada).get("/o/harbour-works/signals/all.csv").content.decode()
    with clock_at(MIDNIGHT):
        assert signed_in(sponsor).get(page).status_code == 200


def test_numbers_are_drawn_and_rows_lie_in_their_order(harbour: Organisation, ada: Person) -> None:
    raised = [raised_anonymously(harbour, f"Number {each}")[0].pk for each in range(12)]
    assert raised != sorted(raised)
    assert len({len(str(each)) for each in raised}) <= 4
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            lie = [row[0] for row in cursor.execute("SELECT id FROM signals_signal ORDER BY rowid")]
        assert lie == sorted(raised)
    with clock_at(at(4)):
        listed = queries.office_list(harbour, ada, at(4), queries.SignalFilter())
        assert [each.pk for each in listed] == sorted(raised)


def test_of_a_named_signal_of_the_same_day_the_order_tells_nothing(
    harbour: Organisation, ada: Person, jory: Person
) -> None:
    """Those with a name stand at their time, those without all at midnight, whether written before or after."""
    raised_anonymously(harbour)
    with clock_at(at(2, 15)):
        actions.raise_signal(harbour, by=jory, kind="concern", text="Named")
    with clock_at(at(2, 20)):
        actions.raise_anonymously(harbour, kind="concern", text="Late")
    assert [each.by for each in Signal.objects.all()] == [None, None, jory]


def test_exports_say_anonymous_and_a_day(harbour: Organisation, ada: Person, jory: Person, signed_in: SignedIn) -> None:
    raised_by_form(signed_in(jory))
    with clock_at(at(4)):
        table = signed_in(ada).get("/o/harbour-works/signals/all.csv").content.decode()
        book = signed_in(ada).get("/o/harbour-works/signals/all.xlsx").content
    assert "anonymous,2026-03-03,no,Ada Quay" in table
    assert "Jory" not in table
    cells = [cell.value for line in openpyxl.load_workbook(io.BytesIO(book)).active.rows for cell in line]  # type: ignore[union-attr]
    assert "anonymous" in cells
    assert not [each for each in cells if isinstance(each, datetime) and (each.hour or each.minute)]


def test_words_are_no_formula_in_a_table(harbour: Organisation, ada: Person, jory: Person, signed_in: SignedIn) -> None:
    actions.raise_signal(harbour, by=jory, kind="idea", text='=HYPERLINK("http://evil.example")')
    assert ",\"'=HYPERLINK" in signed_in(ada).get("/o/harbour-works/signals/all.csv").content.decode()


def test_an_archive_holds_nobody_and_not_what_opens_the_link(
    harbour: Organisation, ada: Person, jory: Person, signed_in: SignedIn, tmp_path: Path
) -> None:
    secret = raised_by_form(signed_in(jory))
    write_archive(harbour, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        files = {name: file.read(name).decode() for name in file.namelist()}
    said = json.loads(files["tables/signals.Signal.jsonl"])
    assert (said["by"], said["link_hash"]) == (None, actions.hash_of(secret))
    assert not [name for name, text in files.items() if secret in text]


def test_the_log_does_not_hold_the_secret(
    harbour: Organisation, ada: Person, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    _, secret = raised_anonymously(harbour)
    caplog.handler.addFilter(quiet := WithoutSecretAddresses())
    assert client.get(f"/signal-link/{secret}x/").status_code == 404
    caplog.handler.removeFilter(quiet)
    assert "/signal-link/(hidden)" in caplog.text
    assert secret not in caplog.text


def test_by_the_link_one_reads_the_answer_and_writes_back_as_the_sender(
    harbour: Organisation, ada: Person, jory: Person, client: Client, signed_in: SignedIn
) -> None:
    secret = raised_by_form(signed_in(jory))
    there, signal = f"/signal-link/{secret}/", Signal.objects.get()
    for words, at_hour in (("Waits for an answer", 11), ("Where exactly?", 34)):
        with clock_at(at(2 + at_hour // 24, at_hour % 24)):
            if at_hour > 24:
                actions.answer(signal, by=ada, text="Where exactly?")
            answer = client.get(there)
            assert words in answer.content.decode()
            assert "no-store" in answer["Cache-Control"]
    with clock_at(at(3, 12)):
        before = dump()
        client.get(there)
        assert dump() == before
        client.post(there, {})
        signed_in(jory).post(there, {"text": "On the night shift"})
    (said,) = SignalComment.objects.all()
    assert (said.by, said.at) == (None, datetime(2026, 3, 4, tzinfo=UTC))
    with clock_at(at(4)):
        actions.keep_up()
        page = signed_in(ada).get(f"/o/harbour-works/signals/{signal.pk}/").content.decode()
        assert "The sender" in page
        assert "Jory" not in page.replace("Jory Reed</option>", "")  # among those it could be handed to
        actions.close(signal, by=ada, we_did=True, text="The shift is longer now.")
        assert "The shift is longer now." in client.get(there).content.decode()
        with pytest.raises(ValidationError, match="closed"):
            actions.comment_by_link(secret, text="Thank you")
    assert Notice.objects.get(title__startswith="The sender writes").person == ada
    assert not Notice.objects.filter(person=jory).exists()


def test_a_forged_link_opens_nothing_and_a_hash_is_no_link(harbour: Organisation, ada: Person, client: Client) -> None:
    signal, _ = raised_anonymously(harbour)
    for each in ("forged", str(signal.link_hash), str(signal.pk)):
        assert client.get(f"/signal-link/{each}/").status_code == 404
        assert client.post(f"/signal-link/{each}/", {"text": "I am they"}).status_code == 404
        with pytest.raises(ValidationError, match="no such"):
            actions.comment_by_link(each, text="I am they")


def test_a_named_signal_has_no_link_and_an_anonymous_one_no_name(harbour: Organisation, idea: Signal) -> None:
    assert idea.link_hash is None
    idea.link_hash = "x"
    with pytest.raises(ValidationError):
        idea.full_clean()


def test_an_anonymous_concern_about_a_project_goes_to_its_sponsor_and_not_to_its_manager(
    crane: Project, harbour: Organisation, ada: Person, mira: Person, sponsor: Person, signed_in: SignedIn
) -> None:
    signal, _ = raised_anonymously(harbour, subject=about(crane))
    assert signal.owner == sponsor
    with clock_at(at(3)):
        actions.keep_up()
        assert signed_in(mira).get(f"/o/harbour-works/signals/{signal.pk}/").status_code == 403
        with pytest.raises(ValidationError, match="may be about"):
            actions.hand_over(signal, by=sponsor, to=mira)
    assert set(Notice.objects.values_list("person", flat=True)) == {sponsor.pk}


def test_the_session_of_the_sender_says_nothing_of_it(
    harbour: Organisation, ada: Person, jory: Person, signed_in: SignedIn
) -> None:
    secret = raised_by_form(client := signed_in(jory))
    client.get(f"/signal-link/{secret}/")
    said = str([each.get_decoded() for each in Session.objects.all()])
    assert secret not in said
    assert "signal" not in said


def test_the_form_is_not_among_the_pages_that_somebody_visited(
    harbour: Organisation, ada: Person, jory: Person, signed_in: SignedIn
) -> None:
    """The browser tells of what was opened, with its title: after raising, that would be “Your secret link”."""
    sent = {
        "path": [RAISE, f"{RAISE}?about=", "/o/harbour-works/signals/"],
        "title": ["Your secret link", "R", "Signals"],
    }
    assert signed_in(jory).post("/o/harbour-works/search/visits/", sent).status_code == 200
    assert [each.title for each in PageAtHand.objects.all()] == ["Signals"]


def test_not_more_than_a_hundred_anonymous_signals_a_day(harbour: Organisation, ada: Person) -> None:
    for _ in range(MOST_ANONYMOUS_A_DAY):
        raised_anonymously(harbour)
    with pytest.raises(ValidationError, match="tomorrow"):
        raised_anonymously(harbour)
