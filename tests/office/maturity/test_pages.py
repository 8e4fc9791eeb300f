"""The pages of maturity, by who may see what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from office.conftest import Enrol
from office.maturity.conftest import TODAY, Begin, answer, up_to
from plumbline.office.maturity import actions
from plumbline.office.maturity.models import Consensus, Judgement, Result, Round, Step, Target
from plumbline.office.operations.due import maturity as due
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/maturity/"


def words(page: object) -> str:
    return unescape(page.content.decode())  # type: ignore[attr-defined]


def test_an_empty_page_says_what_to_do(harbour: Organisation, ada: Person, mira: Person, signed_in: SignedIn) -> None:
    assert "Begin the first round" in words(signed_in(ada).get(HOME))
    assert "Begin the first round" not in words(signed_in(mira).get(HOME))


def test_a_round_is_begun_on_its_page(ada: Person, mira: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    form = client.get(f"{HOME}rounds/begin/")
    assert form.status_code == 200
    sent = {"title": "Spring", "lead": ada.pk, "assessors": [ada.pk, mira.pk]}
    days = {"period_from": "2025-03-01", "period_to": "2026-03-01", "due_on": "2026-03-20"}
    assert "Spring" in words(client.post(f"{HOME}rounds/begin/", sent | days, follow=True))
    assert Round.objects.get().assessors.count() == 2
    assert "open already" in words(client.post(f"{HOME}rounds/begin/", sent | days))


def test_an_assessor_leaves_and_comes_back(begin: Begin, mira: Person, signed_in: SignedIn) -> None:
    client, there = signed_in(mira), f"{HOME}rounds/{begin().pk}/answer/risk/"
    assert "The evidence suggests" in words(client.get(f"{HOME}rounds/{Round.objects.get().pk}/answer/governance/"))
    sent = client.post(there, {"risk-spoken-of-value": "met", "risk-spoken-of-comment": "Every Monday.", "do": "next"})
    assert sent["Location"].endswith("/answer/governance/")
    assert "Every Monday." in words(client.get(there))


def test_a_page_that_comes_without_its_answers_takes_none_back(begin: Begin, mira: Person, signed_in: SignedIn) -> None:
    client, there = signed_in(mira), f"{HOME}rounds/{begin().pk}/answer/risk/"
    client.post(there, {"risk-spoken-of-value": "met", "risk-spoken-of-comment": "Every Monday."})
    client.post(there, {"do": "stay"})
    assert Judgement.objects.get().comment == "Every Monday."


def test_a_page_with_a_mistake_is_not_kept_and_says_where(begin: Begin, mira: Person, signed_in: SignedIn) -> None:
    there = f"{HOME}rounds/{begin().pk}/answer/governance/"
    sent = {"governance-mandate-value": "met", "governance-roles-value": "met"}
    assert "Say in the comment why" in words(signed_in(mira).post(there, sent))
    assert "Enter a valid URL" in words(signed_in(mira).post(there, {"governance-roles-link": "javascript:alert(1)"}))
    assert not Judgement.objects.exists()


def test_who_was_not_asked_does_not_answer(
    harbour: Organisation, begin: Begin, enrol: Enrol, signed_in: SignedIn
) -> None:
    other = enrol(harbour, Role.TEAM_MEMBER, "Nils Rope").person
    there = f"{HOME}rounds/{begin().pk}/answer/risk/"
    assert signed_in(other).get(there).status_code == 403
    assert signed_in(other).post(there, {"risk-spoken-of-value": "met"}).status_code == 403


def test_only_the_lead_sees_who_has_not_answered_and_nobody_who_said_what(
    begin: Begin, ada: Person, ivo: Person, mira: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    found = begin()
    answer(found, mira, {"risk-spoken-of": "not_met"}, comment="We are afraid.")
    there = f"{HOME}rounds/{found.pk}/"
    assert "nothing yet" in words(signed_in(ivo).get(there))
    assert "Ada Quay" not in words(signed_in(mira).get(there))
    seen = words(signed_in(ivo).get(f"{there}agree/risk/"))
    assert "We are afraid." in seen
    assert "Mira" not in seen
    other = enrol(harbour, Role.PMO_STAFF, "Second of the office").person
    assert signed_in(other).get(f"{there}agree/risk/").status_code == 403
    assert signed_in(other).get(f"{there}close/").status_code == 403
    assert signed_in(ada).get(f"{there}agree/risk/").status_code == 200


def test_the_lead_sets_what_was_agreed_on_and_closes(
    begin: Begin, ivo: Person, mira: Person, signed_in: SignedIn
) -> None:
    found = begin()
    answer(found, mira, up_to(found, 1))
    client, there = signed_in(ivo), f"{HOME}rounds/{found.pk}/"
    sent = {"attribute": "risk-owners", "value": "met", "reason": "Seen together."}
    assert client.post(f"{there}agree/risk/", sent)["Location"].endswith("#risk-owners")
    assert Consensus.objects.get().reason == "Seen together."
    assert "Close “Spring”?" in words(client.get(f"{there}close/"))
    shown = words(client.post(f"{there}close/", {"note": "A calm year."}, follow=True))
    assert "A calm year." in shown
    assert "By consensus: Seen together." in shown
    assert "Mira" not in shown
    assert Result.objects.get().overall == 1


def test_the_overview_draws_and_lists_and_hands_over_tables(
    begin: Begin, ivo: Person, mira: Person, signed_in: SignedIn
) -> None:
    found = begin()
    answer(found, mira, up_to(found, 1))
    actions.close_round(found, by=ivo)
    client = signed_in(ivo)
    sent = {"risk-level": "3", "risk-by_day": "2027-03-01"}
    client.post(f"{HOME}targets/", sent)
    assert Target.objects.get().level == 3
    page = words(client.get(HOME))
    assert 'class="chart radar"' in page
    assert "Put on the roadmap" in page
    client.post(f"{HOME}steps/risk-owners/add/")
    assert Step.objects.get().item.source == "maturity"
    assert "on the roadmap" in words(client.get(f"{HOME}perspectives/risk/"))
    table = client.get(f"{HOME}rounds/{found.pk}/result.csv").content.decode("utf-8-sig")
    assert len(table.splitlines()) == 1 + len(list(found.model.attributes()))
    assert client.get(f"{HOME}rounds/{found.pk}/result.xlsx").status_code == 200
    assert client.get(f"{HOME}perspectives/dragons/").status_code == 404


def test_a_round_past_its_day_is_due_to_the_office(
    begin: Begin, harbour: Organisation, northern: Organisation, django_assert_num_queries: object
) -> None:
    found = begin(due_on=TODAY + timedelta(days=1))
    assert due.found(harbour, TODAY + timedelta(days=1), 5).total == 0
    with django_assert_num_queries(2):  # type: ignore[operator]
        late = due.found(harbour, TODAY + timedelta(days=2), 5)
    assert (late.total, late.rows[0].what, late.rows[0].who) == (1, found.title, "Ivo Mole")
    assert due.found(northern, TODAY + timedelta(days=2), 5).total == 0
