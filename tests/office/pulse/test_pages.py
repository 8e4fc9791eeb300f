"""The pages of the pulse: four people on each, and what they say when there is nothing to answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.pulse.conftest import answer, at, closed, link_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.pulse import actions
from plumbline.office.pulse.models import Pulse, PulseRound, Tally

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
START = "/o/harbour-works/pulse/"


@pytest.fixture
def pages(opened: PulseRound) -> list[str]:
    return [START, f"{START}{opened.teams.get().pk}/", f"{START}link/", "/o/harbour-works/pulse.csv"]


@pytest.fixture
def guest(harbour: Organisation, enrol: Enrol) -> Person:
    return enrol(harbour, Role.GUEST, "Otto Bright").person


def statuses(client: Client, pages: list[str]) -> list[int]:
    with clock_at(at(3)):
        return [client.get(each).status_code for each in pages]


def test_whoever_is_asked_opens_all_and_sets_nothing_up(
    pages: list[str], crew: list[Membership], signed_in: SignedIn
) -> None:
    client = signed_in(crew[0].person)
    assert statuses(client, pages) == [200] * 4
    refused = client.get(f"{START}set-up/")
    assert refused.status_code == 403
    assert "does not allow" in refused.content.decode()
    assert "Set up the pulse" not in client.get(START).content.decode()


def test_whoever_runs_it_but_is_not_asked_sees_results_and_has_nothing_to_answer(
    pages: list[str], ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert statuses(client, pages) == [200, 404, 302, 200]
    assert client.get(f"{START}set-up/").status_code == 200


def test_a_guest_may_not(pages: list[str], guest: Person, signed_in: SignedIn) -> None:
    assert statuses(signed_in(guest), [*pages, f"{START}set-up/"]) == [403] * 5


def test_for_a_stranger_there_is_nothing(pages: list[str], olav: Person, signed_in: SignedIn) -> None:
    assert statuses(signed_in(olav), [*pages, f"{START}set-up/"]) == [404] * 5


def test_whoever_signs_in_answers_on_the_page_once(
    opened: PulseRound, crew: list[Membership], signed_in: SignedIn
) -> None:
    client, there = signed_in(crew[0].person), f"{START}{opened.teams.get().pk}/"
    with clock_at(at(3)):
        assert "Answer for Docks" in client.get(START).content.decode()
        client.post(there, {})
        assert not Tally.objects.filter(number__gt=0).exists()
        said = {"team": str(opened.teams.get().pk), "answer_0": "4", "answer_1": "2"}
        assert "Thank you" in client.post(there, said, follow=True).content.decode()
        again = client.post(there, said).content.decode()
        after = client.get(START).content.decode()
    assert "Nothing is left to answer" in again
    assert "Answer for Docks" not in after
    assert Tally.objects.filter(number=1).count() == 2


def test_an_answer_that_is_missing_is_asked_for(
    opened: PulseRound, crew: list[Membership], client: Client, signed_in: SignedIn
) -> None:
    said = {"team": str(opened.teams.get().pk), "answer_0": "4"}
    with clock_at(at(3)):
        for who, there in ((signed_in(crew[0].person), f"{START}{said['team']}/"), (client, link_of(crew[0]))):
            page = who.post(there, said)
            assert page.status_code == 200
            assert "This field is required" in page.content.decode()


def test_an_old_tab_says_that_the_round_has_closed(
    opened: PulseRound, crew: list[Membership], signed_in: SignedIn
) -> None:
    team = closed(opened.teams.get())
    with clock_at(at(8)):
        page = signed_in(crew[0].person).get(f"{START}{team.pk}/")
    assert "This round has closed" in page.content.decode()


def test_results_of_a_team_are_for_those_in_it_and_for_the_office(
    opened: PulseRound, crew: list[Membership], mira: Person, ada: Person, signed_in: SignedIn
) -> None:
    answer(opened.teams.get(), crew, 4, 2)
    closed(opened.teams.get())
    with clock_at(at(8)):
        shown = ["Content?" in signed_in(each).get(START).content.decode() for each in (crew[0].person, ada, mira)]
    assert shown == [True, True, False]


def test_the_overview_asks_no_more_of_the_database_for_more_rounds(
    pulse: Pulse, crew: list[Membership], ada: Person, signed_in: SignedIn
) -> None:
    client, counts = signed_in(ada), []
    for day in (2, 9, 16):
        with clock_at(at(day)):
            opened = actions.open_round(pulse, date(2026, 3, day))
        assert opened is not None
        closed(opened.teams.get())
        client.get(START)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(START)
        counts.append(len(queries))
    assert len(set(counts)) == 1


def test_the_link_asks_no_more_of_the_database_than_it_must(
    opened: PulseRound, crew: list[Membership], client: Client
) -> None:
    with clock_at(at(3)), CaptureQueriesContext(connection) as queries:
        client.get(link_of(crew[0]))
    assert len(queries) <= 3


def test_setting_up_keeps_what_was_chosen_and_an_empty_form_changes_nothing(
    pulse: Pulse, division: Unit, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    client.post(f"{START}set-up/", {})
    assert Pulse.objects.get().cadence == "weekly"
    said = {
        "cadence": "monthly", "question_0": "Sure of the milestone?", "asks_confidence": "on",
        "units": [str(division.pk)], "is_running": "on",
    }  # fmt: skip
    assert client.post(f"{START}set-up/", said).status_code == 302
    kept = Pulse.objects.get()
    assert (kept.cadence, kept.questions, kept.asks_confidence) == ("monthly", ["Sure of the milestone?"], True)
    assert "checked" in client.get(f"{START}set-up/").content.decode().partition("asks_confidence")[2][:200]
