"""Answers save themselves, one goes on where one stopped, and few who answered are not found out."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from office.conftest import Enrol
from office.maturity.conftest import Begin, answer, up_to
from plumbline.office.maturity import actions, queries
from plumbline.office.maturity.models import Judgement
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/maturity/"


def words(page: object) -> str:
    return unescape(page.content.decode())  # type: ignore[attr-defined]


def test_one_answer_is_kept_by_itself_and_others_stay(begin: Begin, mira: Person, signed_in: SignedIn) -> None:
    found = begin()
    answer(found, mira, {"risk-owners": "partly"}, comment="Half of them.")
    kept = signed_in(mira).post(f"{HOME}rounds/{found.pk}/keep/risk-spoken-of/", {"risk-spoken-of-value": "met"})
    assert "Saved." in words(kept)
    assert 'hx-swap-oob="true">2 of ' in words(kept)
    said = {each.attribute: (each.value, each.comment) for each in Judgement.objects.all()}
    assert said == {"risk-owners": ("partly", "Half of them."), "risk-spoken-of": ("met", "")}


def test_an_answer_against_the_evidence_waits_for_its_reason(begin: Begin, mira: Person, signed_in: SignedIn) -> None:
    there = f"{HOME}rounds/{begin().pk}/keep/governance-mandate/"
    client, sent = signed_in(mira), {"governance-mandate-value": "met"}
    assert "Not saved. The evidence says otherwise." in words(client.post(there, sent))
    assert not Judgement.objects.exists()
    assert "Saved." in words(client.post(there, sent | {"governance-mandate-comment": "In the minutes."}))


def test_nothing_sent_changes_nothing_and_neither_does_a_round_that_is_over(
    begin: Begin, ivo: Person, mira: Person, signed_in: SignedIn
) -> None:
    found = begin()
    answer(found, mira, {"risk-owners": "partly"})
    client, there = signed_in(mira), f"{HOME}rounds/{found.pk}/keep/risk-owners/"
    assert "No answer was sent." in words(client.post(there))
    assert Judgement.objects.get().value == "partly"
    actions.close_round(found, by=ivo)
    assert "The round is over" in words(client.post(there, {"risk-owners-value": "met"}))
    assert Judgement.objects.get().value == "partly"


def test_only_who_was_asked_keeps_an_answer(
    harbour: Organisation, begin: Begin, mira: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    there, sent = f"{HOME}rounds/{begin().pk}/keep/risk-owners/", {"risk-owners-value": "met"}
    other, guest = enrol(harbour, Role.TEAM_MEMBER, "Nils Rope").person, enrol(harbour, Role.GUEST).person
    assert signed_in(other).post(there, sent).status_code == 403
    assert signed_in(guest).post(there, sent).status_code == 403
    assert signed_in(olav).post(there, sent).status_code == 404
    assert signed_in(mira).post(there.replace("risk-owners", "dragons"), sent).status_code == 404
    assert not Judgement.objects.exists()


def test_one_goes_on_after_the_answer_given_last_and_then_with_what_was_left_out(
    begin: Begin, mira: Person, signed_in: SignedIn
) -> None:
    found = begin()
    keys = [each.key for each in found.model.attributes()]
    client, there = signed_in(mira), f"{HOME}rounds/{found.pk}/answer/"

    def goes_on() -> str:
        return client.get(there)["Location"].partition("#")[2]

    assert goes_on() == keys[0]
    assert "Give your view" in words(client.get(f"{HOME}rounds/{found.pk}/"))
    answer(found, mira, {keys[3]: "met"})
    answer(found, mira, {keys[4]: "met"})
    assert goes_on() == keys[5]
    assert "Go on where you stopped" in words(client.get(f"{HOME}rounds/{found.pk}/"))
    answer(found, mira, dict.fromkeys(keys[5:], "met"))
    assert goes_on() == keys[0]
    answer(found, mira, dict.fromkeys(keys[:3], "met"))
    assert goes_on() == keys[0]


@pytest.mark.parametrize("answers", [0, 1, 2, 3])
def test_the_spread_is_shown_to_nobody_before_three_have_answered(
    begin: Begin, ada: Person, ivo: Person, mira: Person, signed_in: SignedIn, answers: int
) -> None:
    found = begin()
    for person in (ada, ivo, mira)[:answers]:
        answer(found, person, {"risk-owners": "not_met"})
    client, there = signed_in(ivo), f"{HOME}rounds/{found.pk}/"
    (line,) = [
        each
        for each in queries.agreeing_page(found, found.model.perspective("risk"))
        if each.attribute.key == "risk-owners"
    ]
    assert (line.spread is None, line.majority) == (answers in (1, 2), "not_met" if answers == 3 else "")
    page = words(client.get(f"{there}agree/risk/"))
    assert ("3 not met" in page, "fewer than three answered" in page) == (answers == 3, answers in (1, 2))
    assert f"{answers} not met" not in page or answers == 3


def test_a_result_and_its_file_do_not_tell_what_one_or_two_said(
    begin: Begin, ada: Person, ivo: Person, mira: Person, signed_in: SignedIn
) -> None:
    found = begin()
    for person in (ada, mira):
        answer(found, person, up_to(found, 1))
    answer(found, ivo, {"risk-owners": "partly"})
    result = actions.close_round(found, by=ivo)
    shown = {line.attribute.key: line.spread for part in queries.result_parts(result) for line in part.lines}
    assert {key for key, spread in shown.items() if spread} == {"risk-owners"}
    page = words(signed_in(mira).get(f"{HOME}rounds/{found.pk}/"))
    assert "1 partly" in page
    assert "2 not met" in page
    table = signed_in(mira).get(f"{HOME}rounds/{found.pk}/result.csv").content.decode("utf-8-sig")
    owners = next(line for line in table.splitlines() if "Each risk has an owner" in line)
    other = next(line for line in table.splitlines()[1:] if "Each risk has an owner" not in line)
    assert ",0,1,2,67," in owners
    assert ",,,,," in other
