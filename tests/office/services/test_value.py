"""What the services are worth, what is due, and how many queries it takes."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from plumbline.office.conformance.gather_office import office_of
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.operations.due import service_requests
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.services import actions, queries
from plumbline.office.services.models import Service, ServiceRequest


@pytest.fixture
def worked(mentoring: Service, mira: Person, elowen: Person, monday: datetime) -> Organisation:
    """One in time and answered, one late and not answered, one still open; an hour and a half of effort at 80."""
    day = today(mentoring.organisation)
    actions.set_rate(mentoring.organisation, by=None, per_hour=Decimal(80), since=day)
    first, second, _ = (actions.ask_for_service(mentoring, by=mira, title=f"Quay {number}") for number in range(3))
    actions.book_effort(mentoring.organisation, by=elowen, on=day, minutes=90, request=first)
    with clock_at(monday + timedelta(hours=2)):
        actions.finish(first, by=elowen, outcome="Done.")
        actions.answer_satisfaction(first, by=mira, score=4)
    with clock_at(monday + timedelta(days=7)):
        actions.finish(second, by=elowen, outcome="Done at last.")
    return mentoring.organisation


def test_the_sums_say_what_was_asked_done_and_in_time(worked: Organisation) -> None:
    day = today(worked)
    (row,), whole = queries.value_of(worked, day, day + timedelta(days=30))
    assert row.name == "Mentoring"
    assert (whole.asked, whole.done, whole.in_time, whole.late, whole.in_time_percent) == (3, 2, 1, 1, 50)
    assert (whole.satisfaction, whole.polled, whole.answered_percent) == (4.0, 2, 50)
    assert (whole.hours, whole.cost) == (1.5, Decimal(120))


@pytest.mark.parametrize(
    ("group", "name"),
    [("service", "Mentoring"), ("month", "2026-03"), ("unit", "No unit"), ("person", "Mira Pontoon"),
     ("project", "No project")],
)  # fmt: skip
def test_they_are_told_by_each_group(worked: Organisation, group: str, name: str) -> None:
    day = today(worked)
    rows, whole = queries.value_of(worked, day, day + timedelta(days=30), group)
    assert [each.name for each in rows] == [name]
    assert (rows[0].asked, rows[0].minutes, rows[0].cost) == (whole.asked, whole.minutes, whole.cost)


def test_effort_before_the_first_rate_costs_nothing(worked: Organisation, elowen: Person) -> None:
    day = today(worked)
    actions.book_effort(worked, by=elowen, on=day - timedelta(days=1), minutes=60)
    _, whole = queries.value_of(worked, day - timedelta(days=9), day)
    assert (whole.minutes, whole.cost) == (150, Decimal(120))


def test_the_scores_are_the_practice_metric_of_satisfaction(worked: Organisation, northern: Organisation) -> None:
    facts = office_of(worked, today(worked))
    assert (facts.answers, facts.asked) == ((4.0,), 2)
    assert office_of(northern, today(northern)).answers is None


def test_what_is_near_its_limit_or_nobodys_is_due(asked: ServiceRequest, elowen: Person) -> None:
    organisation, day = asked.organisation, today(asked.organisation)
    found = service_requests.found(organisation, day, 10)
    assert (found.total, found.rows[0].deed, found.rows[0].posts) == (1, "Take it", "take")
    actions.respond(asked, by=elowen, text="Tomorrow.")
    assert service_requests.found(organisation, day, 10).total == 0
    with clock_at(now() + timedelta(hours=24)):
        assert service_requests.found(organisation, day, 10).rows[0].detail == "Result: 8 h of working time left"
        actions.wait_for_customer(asked, by=elowen, text="Which quay?")
        assert service_requests.found(organisation, day, 10).total == 0


def test_the_queue_is_sorted_by_limit_and_filtered(worked: Organisation, mira: Person, elowen: Person) -> None:
    slow = actions.add_service(worked, by=None, title="Slow")
    late = actions.ask_for_service(slow, by=mira, title="No limit")
    found = queries.queue(worked, now(), queries.QueueFilter())
    assert [each.title for each in found] == ["Quay 2", "No limit"]
    assert list(queries.queue(worked, now(), queries.QueueFilter(assignee="nobody", service=slow))) == [late]
    assert queries.queue(worked, now(), queries.QueueFilter(state="closed")).count() == 2
    assert [each.title for each in queries.queue(worked, now(), queries.QueueFilter(near=True))] == ["Quay 2"]
    assert not queries.queue(worked, now(), queries.QueueFilter(assignee=mira))


PATHS = ("services/", "requests/", "requests/mine/", "value/", "effort/")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_needs_as_many_queries_for_many_as_for_few(
    worked: Organisation, mira: Person, elowen: Person, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    actions.ask_for_service(Service.objects.get(), by=elowen, title="For ourselves")
    client = Client()
    client.force_login(elowen, "allauth.account.auth_backends.AuthenticationBackend")
    address = f"/o/{worked.slug}/office/{path}"
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(8):
        service = actions.add_service(worked, by=None, title=f"More {number}", respond_in=60, owner=elowen)
        asked = actions.ask_for_service(service, by=elowen if number % 2 else mira, title=f"More {number}")
        actions.book_effort(worked, by=elowen, on=today(worked), minutes=5, request=asked)
    with django_assert_num_queries(len(few)):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", ["value/services", "requests/requests"])
@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_tables_can_be_taken_along(worked: Organisation, elowen: Person, name: str, extension: str) -> None:
    client = Client()
    client.force_login(elowen, "allauth.account.auth_backends.AuthenticationBackend")
    answer = client.get(f"/o/{worked.slug}/office/{name}.{extension}")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
