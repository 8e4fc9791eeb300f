"""What somebody would try who wants to know what one person has answered."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField
from django.test import Client

from office.pulse.conftest import answer, answer_by_link, at, closed, link_of
from plumbline.office.archive.contents import exported
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.pulse import actions, queries
from plumbline.office.pulse.models import Invitation, Pulse, PulseRound, Tally, TeamRound

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
    answer(opened.teams.get(), crew[1:], 5, 1)
    answer_by_link(link_of(crew[0]), 5, 1)
    assert AuditLine.objects.count() == before


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


def test_a_table_has_means_and_nobody(opened: PulseRound, crew: list[Membership], client: Client) -> None:
    answer(opened.teams.get(), crew, 3, 2)
    closed(opened.teams.get())
    client.force_login(crew[0].person, "allauth.account.auth_backends.AuthenticationBackend")
    said = client.get("/o/harbour-works/pulse.csv").content.decode()
    assert "3.0" in said
    assert "Hand" not in said


def test_nobody_answers_twice_or_where_they_are_not_asked(
    opened: PulseRound, crew: list[Membership], ada: Person
) -> None:
    team = opened.teams.get()
    answer(team, crew[:1], 4, 4)
    with clock_at(at(3)):
        with pytest.raises(ValidationError, match="answered already"):
            actions.answer_as(team, [4, 4], by=crew[0].person)
        with pytest.raises(ValidationError, match="nothing for you"):
            actions.answer_as(team, [4, 4], by=ada)


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
