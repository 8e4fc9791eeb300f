"""The service report of a period: whose it is, which days it has, and that its files say what its page says."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.clients.agreeing import accepted
from office.conftest import Enrol
from plumbline.office.clients import pdf, queries
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.people.fiscal_year import Span, period_of
from plumbline.office.people.models import Membership, Organisation, Person, Unit
from plumbline.office.people.roles import Role
from plumbline.office.services import actions
from plumbline.office.services.models import Effort, Service

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/office/service-report"
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def worked(harbour: Organisation, ada: Person, mira: Person, enrol: Enrol) -> Organisation:
    """Asked in March: one done in time, one in April and late, both for the works; one by Ada that is never done."""
    works = Unit.objects.create(organisation=harbour, name="Works")
    dredging = Unit.objects.create(organisation=harbour, name="Dredging", parent=works)
    Membership.objects.filter(person=mira).update(unit=dredging)
    with clock_at(MONDAY):
        service = Service.objects.create(organisation=harbour, title="Plan review", deliver_in=16 * 60)
        actions.set_rate(harbour, by=None, per_hour=Decimal(80), since=date(2026, 3, 1))
        first, second = (actions.ask_for_service(service, by=mira, title=f"Quay {number}") for number in (1, 2))
        actions.ask_for_service(service, by=ada, title="Charter")
        actions.book_effort(harbour, by=ada, on=MONDAY.date(), minutes=90, request=first)
        actions.book_effort(harbour, by=ada, on=MONDAY.date(), minutes=60, service=service)
    with clock_at(MONDAY + timedelta(hours=3)):
        actions.finish(first, by=ada, outcome="Read.")
        actions.answer_satisfaction(first, by=mira, score=4)
    with clock_at(MONDAY + timedelta(days=40)):
        actions.finish(second, by=ada, outcome="Read late.")
    return harbour


@pytest.mark.parametrize(
    ("span", "starts_in", "on", "label", "asked", "done", "still_open"),
    [
        (Span.MONTH, 1, date(2026, 3, 9), "March 2026", 3, 1, 2),
        (Span.MONTH, 1, date(2026, 4, 9), "April 2026", 0, 1, 1),
        (Span.QUARTER, 1, date(2026, 3, 9), "Q1 2026", 3, 1, 2),
        (Span.QUARTER, 12, date(2026, 4, 9), "Q2 FY 2025/26", 3, 2, 1),
        (Span.YEAR, 4, date(2026, 4, 9), "FY 2026/27", 0, 1, 1),
        (Span.YEAR, 1, date(2026, 4, 9), "2026", 3, 2, 1),
    ],
)
def test_a_report_counts_what_was_in_its_period(
    worked: Organisation, span: Span, starts_in: int, on: date, label: str, asked: int, done: int, still_open: int
) -> None:
    found = queries.own_report(worked, period_of(on, span, starts_in))
    assert found.period.label == label
    told = ("Requests asked", "Requests done", "Still open")
    assert tuple(found.figures[each] for each in told) == (asked, done, still_open)


def test_a_report_of_a_unit_has_what_its_people_asked_for_and_the_effort_for_that(worked: Organisation) -> None:
    march = period_of(date(2026, 3, 9), Span.MONTH)
    whole = queries.own_report(worked, march)
    works = queries.own_report(worked, march, Unit.objects.get(name="Works"))
    assert (whole.figures["Hours"], whole.figures["Cost (EUR)"]) == (2.5, "200")
    assert (works.figures["Hours"], works.figures["Cost (EUR)"]) == (1.5, "120")
    assert (works.about, works.figures["Requests asked"]) == ("Works", 2)
    assert (works.figures["Satisfaction"], works.figures["Answers"]) == ("4.0 of 5", 1)
    assert works.figures["Median to the result"] == "3 h"


def test_hours_are_told_by_client_where_the_agreement_shows_them(
    worked: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    Effort.objects.create(organisation=northern, person=ada, on=date(2026, 3, 31), minutes=120)
    Effort.objects.create(organisation=northern, person=ada, on=date(2026, 4, 1), minutes=30)
    Effort.objects.create(organisation=northern, person=olav, on=date(2026, 3, 9), minutes=600)
    march = period_of(date(2026, 3, 9), Span.MONTH)
    assert queries.own_report(worked, march, with_clients=True).clients == []
    accepted(worked, northern, ada, olav, grants=["hours"])
    assert queries.own_report(worked, march, with_clients=True).clients == [("Northern Line", 2.0)]
    assert queries.own_report(worked, march).clients == []


def test_a_day_that_is_none_or_out_of_reach_means_today(harbour: Organisation) -> None:
    harbour.fiscal_year_starts_in = 4
    with clock_at(MONDAY):
        assert queries.period_asked("year", "2025-04-01", harbour).label == "FY 2025/26"
        for wrong in ("", "soon", "2026-02-30", "1990-01-01", "2027-01-01"):
            assert queries.period_asked("quarter", wrong, harbour).label == "Q4 FY 2025/26"
        assert queries.period_asked("decade", "2026-02-01", harbour).label == "February 2026"


def test_the_page_and_its_files_tell_the_same(worked: Organisation, ada: Person, signed_in: SignedIn) -> None:
    client = signed_in(ada)
    asked = {"span": "quarter", "on": "2026-03-09"}
    with clock_at(MONDAY + timedelta(days=60)):
        page = client.get(f"{HOME}/", asked).content.decode()
        assert all(words in page for words in ("Q1 2026", "Q4 2025", "Plan review", "Of these late", "2026-03"))
        lines = list(csv.DictReader(io.StringIO(client.get(f"{HOME}.csv", asked).content.decode("utf-8-sig"))))
        assert [each["Value"] for each in lines if each["What"] == "Still open"] == ["2"]
        assert client.get(f"{HOME}/", {"unit": Unit.objects.get(name="Works").pk}).status_code == 200
        made = client.get(f"{HOME}.pdf", asked)
    assert made.status_code == (200 if can_be_made() else 404)
    assert made.content.startswith(b"%PDF") or not can_be_made()


def test_the_pdf_is_given_what_the_page_has(worked: Organisation) -> None:
    found = queries.own_report(worked, period_of(date(2026, 3, 9), Span.YEAR, 4))
    told = pdf.data_of(found, date(2026, 3, 31))
    assert told["period"] == "FY 2025/26, 1 April 2025 to 31 March 2026"
    assert told["state"] == "As of 31 March 2026; the period is not over"
    assert (told["picture"]["categories"], told["picture"]["most"]) == (["2026-03"], 1)
    assert told["tables"][0]["rows"][0][:4] == ["Plan review", "3", "1", "100 %"]


def test_a_report_takes_as_many_queries_whatever_it_counts(
    worked: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as run:
            queries.own_report(worked, period_of(date(2026, 3, 9), Span.YEAR), with_clients=True)
        return len(run)

    accepted(worked, northern, ada, olav, grants=["hours"])
    before = count()
    service = Service.objects.get()
    for number in range(5):
        actions.ask_for_service(service, by=ada, title=f"More {number}")
    assert count() == before


def test_staff_and_executives_read_it_others_do_not(
    worked: Organisation, mira: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    executive = enrol(worked, Role.EXECUTIVE).person
    for ending in ("/", ".csv"):
        assert signed_in(executive).get(f"{HOME}{ending}").status_code == 200
        assert signed_in(mira).get(f"{HOME}{ending}").status_code == 403
        assert signed_in(olav).get(f"{HOME}{ending}").status_code == 404
