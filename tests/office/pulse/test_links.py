"""The link in the mail: for one person, without signing in, once for each of their teams, in one round."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from office.pulse.conftest import answer_by_link, at, closed, link_of
from plumbline.office.archive.contents import columns
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.notifications.models import Notice
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.pulse import actions
from plumbline.office.pulse.models import Invitation, Pulse, PulseRound, Tally
from plumbline.web.quiet_log import WithoutSecretAddresses

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/pulse-link/[^\s\"/]+/")
FOUR_AND_TWO = {"answer_0": "4", "answer_1": "2"}


def mailed_to(member: Membership) -> str:
    """The path of the link in the mail of this person, sent on the day after the round was opened."""
    for hour in (3, 4):
        with clock_at(at(hour)):
            mail_what_is_due()
    (sent,) = [each for each in mail.outbox if each.to == [member.person.email]]
    found = LINK.findall(str(sent.body))
    assert LINK.findall(str(sent.alternatives[0][0])) == found  # type: ignore[attr-defined]
    assert len(found) == 1
    return str(found[0])


def counted() -> set[tuple[int, int]]:
    return set(Tally.objects.filter(number=1).values_list("question", "value"))


def test_the_mail_holds_a_link_that_answers_without_signing_in_and_once(
    opened: PulseRound, crew: list[Membership], client: Client
) -> None:
    there = mailed_to(crew[0])
    team = {"team": str(opened.teams.get().pk)}
    with clock_at(at(3)):
        assert "Send" in client.get(there).content.decode()
        assert not Invitation.objects.filter(answered=True).exists()
        said = client.post(there, {**FOUR_AND_TWO, **team}, follow=True).content.decode()
        client.post(there, {"answer_0": "1", "answer_1": "1", **team})
    assert "Thank you" in said
    assert counted() == {(0, 4), (1, 2)}


def test_the_inbox_leads_to_the_page_and_shows_no_link(
    opened: PulseRound, crew: list[Membership], client: Client
) -> None:
    client.force_login(crew[0].person, "allauth.account.auth_backends.AuthenticationBackend")
    with clock_at(at(3)):
        inbox = client.get("/o/harbour-works/inbox/")
        told = Notice.objects.get(person=crew[0].person, kind="pulse")
        there = client.get(f"/o/harbour-works/inbox/open/?notice={told.pk}")
    assert inbox.status_code == 200
    assert "pulse-link" not in inbox.content.decode()
    assert there["Location"] == "/o/harbour-works/pulse/"


def test_the_database_and_archives_hold_no_link(opened: PulseRound, crew: list[Membership]) -> None:
    secret = link_of(crew[0])
    for model in (Notice, Invitation):
        rows = str(list(model.objects.values()))
        assert "pulse-link" not in rows
        assert secret.rpartition(".")[2] not in rows
    assert "secret_path" not in {each.name for each in columns(Notice)}


def test_an_installation_with_another_key_knows_no_link(opened: PulseRound, crew: list[Membership]) -> None:
    there = link_of(crew[0])
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        with pytest.raises(ValidationError, match="nothing for you"):
            answer_by_link(there, 4, 4)
        assert link_of(crew[0]) != there


@pytest.mark.parametrize("forged", ["forged", "a" * 32 + "." + "b" * 43, "%F0%9F%98%80.x", "a" * 5000])
def test_a_forged_link_says_kindly_that_it_does_not_work(opened: PulseRound, client: Client, forged: str) -> None:
    said = client.get(f"/pulse-link/{forged}/")
    assert said.status_code == 404
    assert "This link does not work" in said.content.decode()


def test_a_link_of_a_closed_round_says_so(opened: PulseRound, crew: list[Membership], client: Client) -> None:
    there = link_of(crew[0])
    with clock_at(at(7)):
        before = client.get(there)
    closed(opened.teams.get())
    with clock_at(at(8)):
        after = client.post(there, {**FOUR_AND_TWO, "team": str(opened.teams.get().pk)})
    assert (before.status_code, after.status_code) == (410, 410)
    assert "This round has closed" in after.content.decode()


@pytest.mark.parametrize("sent", [{}, FOUR_AND_TWO, {**FOUR_AND_TWO, "team": "0"}, {"team": "own", "answer_0": "4"}])
def test_what_says_not_all_changes_nothing(
    opened: PulseRound, crew: list[Membership], client: Client, sent: dict[str, str]
) -> None:
    said = {**sent, "team": str(opened.teams.get().pk)} if sent.get("team") == "own" else sent
    with clock_at(at(3)):
        client.post(link_of(crew[0]), said)
    assert not counted()


def test_one_link_leads_through_all_teams_and_a_form_sent_twice_counts_once(
    pulse: Pulse, harbour: Organisation, division: Unit, crew: list[Membership], ada: Person, client: Client
) -> None:
    below = create_unit(harbour, by=None, name="Dock four", parent=division)
    Membership.objects.filter(pk__in=[each.pk for each in crew[:6]]).update(unit=below)
    actions.set_up(harbour, by=ada, cadence="weekly", questions=["Content?"], units=[division, below])
    with clock_at(at(2)):
        opened = actions.open_round(Pulse.objects.get(), at(2).date())
    assert opened is not None
    first, second = opened.teams.all()
    there = mailed_to(crew[0])
    with clock_at(at(3)):
        for _ in range(2):
            said = client.post(there, {"answer_0": "4", "team": str(first.pk)}, follow=True).content.decode()
        assert f"<b>{second}</b>" in said
        assert "1 is left" in said
        said = client.post(there, {"answer_0": "2", "team": str(second.pk)}, follow=True).content.decode()
    assert f"You have answered for {first} and {second}" in said
    assert set(Tally.objects.filter(number=1).values_list("team", "value")) == {(first.pk, 4), (second.pk, 2)}


def test_a_link_opens_nothing_of_another_organisation(
    opened: PulseRound, crew: list[Membership], northern: Organisation
) -> None:
    unit = create_unit(northern, by=None, name="Kilns", parent=None)
    for each in crew[:5]:
        Membership.objects.create(organisation=northern, person=each.person, role=Role.TEAM_MEMBER, unit=unit)
    there = link_of(crew[0])
    actions.set_up(northern, by=None, cadence="weekly", questions=["Content?"], units=[unit])
    with clock_at(at(2)):
        other = actions.open_round(Pulse.objects.get(organisation=northern), at(2).date())
    assert other is not None
    with pytest.raises(ValidationError, match="nothing for you"):
        answer_by_link(there, 4, team=other.teams.get())


def test_the_log_does_not_hold_the_secret_of_a_link(
    opened: PulseRound, crew: list[Membership], client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.addFilter(quiet := WithoutSecretAddresses())
    there = link_of(crew[0])
    with clock_at(at(20)):
        assert client.get(there).status_code == 410
    caplog.handler.removeFilter(quiet)
    assert "/pulse-link/(hidden)" in caplog.text
    assert there not in caplog.text
