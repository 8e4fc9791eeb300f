"""What somebody would try who wants to know what one person has answered."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField
from django.test import Client

from office.pulse.conftest import answer, at, closed
from plumbline.office.archive.contents import exported
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.pulse import actions, queries
from plumbline.office.pulse.models import Invitation, Pulse, PulseRound, Tally, TeamRound
from plumbline.web.quiet_log import WithoutSecretAddresses

pytestmark = pytest.mark.django_db


def test_a_team_of_one_is_not_asked_at_all(pulse: Pulse, crew: list[Membership]) -> None:
    Membership.objects.filter(pk__in=[each.pk for each in crew[1:]]).update(unit=None)
    assert actions.open_round(pulse, date(2026, 3, 2)) is None


def test_four_answers_are_not_shown(opened: PulseRound, crew: list[Membership]) -> None:
    team = opened.teams.get()
    answer(team, crew[:4], 2, 2)
    assert (closed(team).means, closed(team).held) == (None, "few")


def test_of_two_teams_whose_difference_is_one_person_one_is_shown(
    pulse: Pulse, harbour: Organisation, division: Unit, crew: list[Membership], ada: Person
) -> None:
    below = create_unit(harbour, by=None, name="Dock four", parent=division)
    Membership.objects.filter(pk__in=[each.pk for each in crew[:8]]).update(unit=below)
    actions.set_up(harbour, by=ada, cadence="weekly", questions=["Content?"], units=[division, below])
    with clock_at(at(2)):
        opened = actions.open_round(Pulse.objects.get(), date(2026, 3, 2))
    assert opened is not None
    for team in opened.teams.all():
        answer(team, [each for each in crew if each.person in team.people.all()], 3)
    closed(opened.teams.earliest("pk"))
    assert sorted(opened.teams.values_list("held", flat=True)) == ["", "overlap"]


def test_a_round_after_one_person_left_is_held_back_and_the_next_is_shown(
    opened: PulseRound, pulse: Pulse, crew: list[Membership]
) -> None:
    answer(opened.teams.get(), crew, 4, 4)
    closed(opened.teams.get())
    Membership.objects.filter(pk=crew[0].pk).update(unit=None)
    held = []
    for day in (9, 16):
        with clock_at(at(day)):
            again = actions.open_round(pulse, date(2026, 3, day))
            assert again is not None
            for each in crew[1:]:
                actions.answer_as(again.teams.get(), [4, 4], by=each.person)
        held.append(closed(again.teams.get()).held if day == 9 else _closed_late(again).held)
    assert held == ["changed", ""]


def _closed_late(again: PulseRound) -> TeamRound:
    with clock_at(at(28)):
        actions.close_round(again)
    return again.teams.get()


def test_nothing_is_shown_while_a_round_runs_and_nobody_closes_it_early(
    opened: PulseRound, crew: list[Membership]
) -> None:
    answer(opened.teams.get(), crew, 4, 4)
    with clock_at(at(6)):
        actions.close_round(opened)
    assert not PulseRound.objects.get().is_closed
    assert queries.points(crew[0], sees_all=True) == []


def test_no_row_of_the_pulse_has_a_time() -> None:
    fields = [each for model in (Tally, Invitation, TeamRound, PulseRound) for each in model._meta.concrete_fields]
    assert not [each for each in fields if isinstance(each, DateTimeField)]


def test_the_order_of_answers_is_nowhere(opened: PulseRound, crew: list[Membership]) -> None:
    rows = set(Tally.objects.values_list("pk", flat=True))
    answer(opened.teams.get(), crew[:2], 5, 1)
    assert set(Tally.objects.values_list("pk", flat=True)) == rows
    assert all(isinstance(each, UUID) and each.version == 4 for each in rows)


def test_no_audit_line_tells_of_an_answer(opened: PulseRound, crew: list[Membership]) -> None:
    before = AuditLine.objects.count()
    answer(opened.teams.get(), crew, 5, 1)
    actions.make_link(opened.teams.get(), by=_another(opened, crew))
    assert AuditLine.objects.count() == before


def _another(opened: PulseRound, crew: list[Membership]) -> Person:
    Invitation.objects.filter(person=crew[0].person).update(answered=False)
    return crew[0].person


def test_counts_and_invitations_are_gone_after_the_close_and_in_no_archive(
    opened: PulseRound, crew: list[Membership]
) -> None:
    answer(opened.teams.get(), crew, 3, 2)
    assert closed(opened.teams.get()).means == [3.0, 2.0]
    assert not Tally.objects.exists()
    assert not Invitation.objects.exists()
    assert not {"pulse.Tally", "pulse.Invitation"} & set(exported())


def test_an_open_round_that_came_from_an_archive_closes_without_a_figure(
    opened: PulseRound, crew: list[Membership]
) -> None:
    team = opened.teams.get()
    answer(team, crew, 4, 4)
    Tally.objects.all().delete()
    Invitation.objects.all().delete()
    assert closed(team).means is None
    assert closed(team).held == TeamRound.Held.FEW


def test_the_log_does_not_hold_the_secret_of_a_link(
    opened: PulseRound, crew: list[Membership], client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.addFilter(quiet := WithoutSecretAddresses())
    secret = actions.make_link(opened.teams.get(), by=crew[0].person)
    with clock_at(at(20)):
        assert client.get(f"/pulse-link/{secret}/").status_code == 404
    caplog.handler.removeFilter(quiet)
    assert "/pulse-link/(hidden)" in caplog.text
    assert secret not in caplog.text


def test_a_table_has_means_and_nobody(opened: PulseRound, crew: list[Membership], client: Client) -> None:
    answer(opened.teams.get(), crew, 3, 2)
    closed(opened.teams.get())
    client.force_login(crew[0].person, "allauth.account.auth_backends.AuthenticationBackend")
    said = client.get("/o/harbour-works/pulse.csv").content.decode()
    assert "3.0" in said
    assert "Hand" not in said


def test_a_link_works_once_and_only_its_hash_is_kept(
    opened: PulseRound, crew: list[Membership], client: Client
) -> None:
    secret = actions.make_link(opened.teams.get(), by=crew[0].person)
    assert not Invitation.objects.filter(token_hash=secret).exists()
    with clock_at(at(3)):
        assert "Send" in client.get(f"/pulse-link/{secret}/").content.decode()
        assert not Invitation.objects.filter(answered=True).exists()
        client.post(f"/pulse-link/{secret}/", {"answer_0": "4", "answer_1": "2"})
        client.post(f"/pulse-link/{secret}/", {"answer_0": "1", "answer_1": "1"})
    assert set(Tally.objects.filter(number=1).values_list("question", "value")) == {(0, 4), (1, 2)}


def test_a_forged_link_opens_nothing(opened: PulseRound, client: Client) -> None:
    assert client.get("/pulse-link/forged/").status_code == 404
    with pytest.raises(ValidationError, match="nothing for you"):
        actions.answer_by_link("forged", [1, 1])


def test_nobody_gets_the_link_of_another_or_answers_twice(
    opened: PulseRound, crew: list[Membership], ada: Person
) -> None:
    team = opened.teams.get()
    with pytest.raises(ValidationError, match="nothing for you"):
        actions.make_link(team, by=ada)
    answer(team, crew[:1], 4, 4)
    with pytest.raises(ValidationError, match="answered already"):
        answer(team, crew[:1], 4, 4)


@pytest.mark.parametrize("values", [[1], [0, 3], [3, 6], [1, 2, 3]])
def test_answers_off_the_scale_are_refused(opened: PulseRound, crew: list[Membership], values: list[int]) -> None:
    with pytest.raises(ValidationError, match="1 to 5"):
        answer(opened.teams.get(), crew[:1], *values)
    assert not Invitation.objects.filter(answered=True).exists()


def test_rounds_open_and_close_by_themselves(pulse: Pulse) -> None:
    seen: list[tuple[datetime, int, int]] = []
    for day in (2, 3, 7, 9, 9):
        with clock_at(at(day)):
            actions.keep_up()
        seen.append((at(day), PulseRound.objects.count(), PulseRound.objects.filter(is_closed=True).count()))
    assert [each[1:] for each in seen] == [(1, 0), (1, 0), (1, 1), (2, 1), (2, 1)]
