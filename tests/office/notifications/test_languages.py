"""Mail in the language of the organisation: nothing that is sent lacks its German, and what is sent reads as German."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client

import plumbline
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.actions import choose, notify
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.models import Notice
from plumbline.office.notifications.wording import Wording, as_written, catalogue
from plumbline.office.people.actions import add_person, edit_organisation
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role

SOURCE = Path(plumbline.__file__).parent
SENDING = {"EmailMessage", "EmailMultiAlternatives", "send_mail", "mail_admins", "mail_managers", "send_mass_mail"}
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _gaps(words: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(words) if name})


def _calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield path, node


def _sentences() -> dict[str, Path]:
    found = {}
    for path, call in _calls("Wording"):
        [words] = call.args
        assert isinstance(words, ast.Constant), f"{path}:{call.lineno}: write the sentence out, so that it can be found"
        found[str(words.value)] = path
    return found


def test_every_sentence_that_people_are_told_is_there_in_german_with_the_same_gaps() -> None:
    german, said_somewhere = catalogue("de"), _sentences()
    assert not [f"{path.name}: {words}" for words, path in said_somewhere.items() if words not in german]
    assert not [words for words in german if words not in said_somewhere], "nobody says this any more"
    assert not [words for words, said in german.items() if _gaps(words) != _gaps(said)]


def test_every_mail_is_written_where_both_languages_are() -> None:
    """A new place that sends mail is to be added here, with a template for each language."""
    senders = {path.relative_to(SOURCE / "office").as_posix() for path, _ in _calls(*SENDING)}
    assert senders == {"notifications/letter.py", "reporting/actions/sending.py"}


def _pairs() -> list[tuple[Path, Path]]:
    own = [(each, Path(str(each).replace(".en.", ".de."))) for each in SOURCE.rglob("templates/*/*.en.*")]
    account = SOURCE / "web/templates/account/email"
    return own + [(each, account / "de" / each.name) for each in account.glob("*.txt") if "base" not in each.name]


@pytest.mark.parametrize(("english", "german"), _pairs(), ids=lambda path: path.name)
def test_a_mail_says_the_same_in_both_languages(english: Path, german: Path) -> None:
    shown = [set(re.findall(r"{{ *(.*?) *}}", path.read_text(encoding="utf-8"))) for path in (english, german)]
    assert shown[0] == shown[1]
    assert english.read_text() != german.read_text()


def test_there_are_mails_to_compare() -> None:
    assert len(_pairs()) == 7


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (date(2026, 3, 9), "9 March 2026", "9. März 2026"),
        (1234567, "1,234,567", "1.234.567"),
        (Decimal("1234.50"), "1,234.50", "1.234,50"),
        (2.5, "2.5", "2,5"),
        ("{by} 1,5", "{by} 1,5", "{by} 1,5"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(value: object, english: str, german: str) -> None:
    said = as_written(value)
    assert (said.said_in("en"), said.said_in("de"), str(said)) == (english, german, english)


@pytest.fixture
def german(harbour: Organisation, ada: Person) -> Organisation:
    here = {"name": harbour.name, "time_zone": harbour.time_zone, "currency": harbour.currency}
    return edit_organisation(harbour, by=ada, **here, fiscal_year_starts_in=4, mail_language="de")


def _tell(organisation: Organisation, person: Person, key: str) -> None:
    title = Wording("The status report of {project} is due on {due}", project="Quay & wall", due=date(2026, 3, 9))
    reason = Wording("You manage this project.")
    notify(organisation, [person], kind="report_due", title=title, reason=reason, path="/", key=key)


@pytest.mark.django_db
def test_a_german_organisation_sends_german_mail_and_keeps_english_pages(german: Organisation, mira: Person) -> None:
    reader = Membership.objects.get(organisation=german, person=mira)
    with clock_at(MONDAY):
        choose(reader, how="none", hour=8, weekday=0, kinds_off=[])
        choose(reader, how="at_once", hour=8, weekday=0, kinds_off=[])
        _tell(german, mira, "one")
    with clock_at(MONDAY.replace(hour=13)):
        mail_what_is_due()
        _tell(german, mira, "two")
        _tell(german, mira, "three")
    with clock_at(MONDAY.replace(hour=14)):
        mail_what_is_due()
    one, several = mail.outbox
    assert one.subject == "Harbour Works: Der Statusbericht zu Quay & wall ist am 9. März 2026 fällig"
    assert several.subject == "Harbour Works: 2 Mitteilungen für Sie"
    assert "Sie leiten dieses Projekt." in one.body
    assert "Ihr Posteingang: " in one.body
    assert "Quay &amp; wall ist am" in one.alternatives[0][0]
    assert one.extra_headers["Content-Language"] == "de"
    assert Notice.objects.first().title == "The status report of Quay & wall is due on 9 March 2026"


@pytest.mark.django_db
def test_what_was_told_before_the_language_changed_stays_as_it_was_told(harbour: Organisation, mira: Person) -> None:
    _tell(harbour, mira, "one")
    Organisation.objects.update(mail_language="de")
    assert (Notice.objects.get().title_in_mail, Notice.objects.get().reason_in_mail) == ("", "")


@pytest.mark.django_db
def test_a_forgotten_password_is_answered_in_the_language_of_all_ones_organisations(
    german: Organisation, ada: Person, mira: Person, northern: Organisation
) -> None:
    add_person(northern, by=None, email=mira.email, name=mira.name, role=Role.GUEST)
    for person in (ada, mira):
        Client().post("/accounts/password/reset/", {"email": person.email})
    Client().post("/accounts/password/reset/", {"email": "nobody@harbour.example"})
    assert [each.subject.removeprefix("[testserver] ") for each in mail.outbox] == [
        "Wählen Sie ein neues Passwort", "Choose a new password", "No account with this address",
    ]  # fmt: skip
    Organisation.objects.update(mail_language="de")
    Client().post("/accounts/password/reset/", {"email": "nobody@harbour.example"})
    assert mail.outbox[-1].subject == "[testserver] Kein Konto zu dieser Adresse"
    assert "nobody@harbour.example" in mail.outbox[-1].body


def test_a_report_by_mail_names_its_day_as_the_language_does() -> None:
    told = {"day": "9. März 2026", "attached": True, "address": "http://testserver/x"}
    assert "Stand 9. März 2026." in render_to_string("reporting/delivery.de.txt", told)
