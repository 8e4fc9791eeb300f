"""What class of project people may lead, with reasons, and where they lead a larger one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.competence.conftest import asked_of_leaders, make_able
from office.conftest import Enrol
from plumbline.office.competence import queries
from plumbline.office.competence.actions import assess, require_levels
from plumbline.office.competence.queries.leaders import Leader
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

SignedIn = Callable[[Person], Client]


def give(organisation: Organisation, manager: Person, budget: int, code: str = "P-1") -> Project:
    portfolio = organisation.portfolios.first() or create_portfolio(organisation, by=None, name="Quays")
    return create_project(
        organisation, by=None, code=code, name=f"Project {code}", portfolio=portfolio, manager=manager,
        budget=Decimal(budget),
    )  # fmt: skip


def leader(organisation: Organisation, person: Person) -> Leader:
    (found,) = queries.leaders(organisation, today(organisation), person)
    return found


def test_of_whom_nothing_is_known_nothing_is_said(harbour: Organisation, mira: Person) -> None:
    give(harbour, mira, 9_000_000)
    assert (leader(harbour, mira).largest, leader(harbour, mira).above) == ("Not assessed", [])


@pytest.mark.parametrize(("place", "title"), [(0, "Small"), (1, "Medium"), (2, "Large")])
def test_levels_with_evidence_suffice_for_a_class(
    harbour: Organisation, ada: Person, mira: Person, place: int, title: str
) -> None:
    make_able(harbour, mira, by=ada, place=place)
    assert leader(harbour, mira).largest == title


def test_one_level_short_is_the_reason(harbour: Organisation, ada: Person, mira: Person) -> None:
    make_able(harbour, mira, by=ada, place=1)
    assess(harbour, mira, by=ada, competency="time", level=2)
    found = leader(harbour, mira)
    assert (found.largest, found.next, list(map(str, found.next_missing))) == ("Small", "medium", ["Time, 1 level"])


def test_without_evidence_that_counts_it_suffices_no_longer(harbour: Organisation, ada: Person, mira: Person) -> None:
    make_able(harbour, mira, by=ada, place=1)
    with clock_at(now() + timedelta(days=740)):
        found = leader(harbour, mira)
    assert found.largest == "Small"
    assert [str(each) for each in found.next_missing] == [
        "Personal communication, 1 level", "Leadership, 1 level", "Plan and control, 1 level",
    ]  # fmt: skip


def test_what_the_organisation_asks_decides(harbour: Organisation, ada: Person, mira: Person) -> None:
    make_able(harbour, mira, by=ada, place=1)
    require_levels(harbour, "project_manager", {"scope": [0, 1, 1]}, by=ada)
    assert leader(harbour, mira).largest == "Small"


def test_whoever_leads_a_larger_class_is_seen_by_the_pmo_with_reasons(
    harbour: Organisation, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    make_able(harbour, mira, by=ada, place=0)
    give(harbour, mira, 100_000, "P-1")
    give(harbour, mira, 9_000_000, "P-2")
    (above,) = leader(harbour, mira).above
    assert (above.projects, above.kind, len(above.missing)) == (["Project P-2"], "large", 14)
    client = signed_in(ada)
    start = f"/o/{harbour.slug}/people/competence/"
    for place in ("leaders/", "office/", f"{mira.pk}/"):
        page = client.get(start + place).content.decode()
        assert "Project P-2" in page
        assert "Strategy, 2 levels" in page
    assert "Project P-2" in client.get(f"{start}leaders.csv").content.decode()
    assert "Larger than that" in signed_in(mira).get(start).content.decode()


def test_an_executive_reads_no_names(
    harbour: Organisation, ada: Person, mira: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    make_able(harbour, mira, by=ada, place=0)
    give(harbour, mira, 9_000_000)
    executive = signed_in(enrol(harbour, "executive", "Vera Vale").person)
    assert "Mira" not in executive.get(f"/o/{harbour.slug}/people/competence/office/").content.decode()


@pytest.mark.parametrize("number", [3, 12])
def test_questions_do_not_grow_with_people(
    harbour: Organisation, ada: Person, enrol: Enrol, signed_in: SignedIn, number: int,
    django_assert_num_queries: Callable[..., CaptureQueriesContext],
) -> None:  # fmt: skip
    for place in range(number):
        person = enrol(harbour, "project_manager", f"Manager {place}").person
        make_able(harbour, person, by=ada, place=place % 3)
        give(harbour, person, 9_000_000, f"P-{place}")
    day = today(harbour)
    queries.framework(harbour)
    with django_assert_num_queries(12):
        assert len(queries.leaders(harbour, day)) == number
    with django_assert_num_queries(3):
        queries.office(harbour)
    with django_assert_num_queries(8):
        queries.of(harbour, person, day)
    with django_assert_num_queries(3):
        queries.framework(harbour)


def test_all_that_a_large_project_asks_is_asked_of_no_expert(harbour: Organisation) -> None:
    assert max(asked_of_leaders(harbour, 2).values()) == 4
