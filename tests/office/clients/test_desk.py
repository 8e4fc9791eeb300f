"""The desk shows of each client exactly what is agreed, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from office.clients.agreeing import accepted
from office.strategy.standing import stand
from plumbline.office.clients import actions, queries
from plumbline.office.clients.exports import desk_lines, report_lines
from plumbline.office.clients.grants import grants
from plumbline.office.clients.models import Agreement
from plumbline.office.foundation.clock import now
from plumbline.office.people.actions import add_person, create_organisation
from plumbline.office.people.fiscal_year import Span, period_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.services.models import Effort, Service, ServiceRequest
from plumbline.office.status.models import Reporting

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
LABELS = {
    "gates": {"Gates under way", "Gates past their day"},
    "health_counts": {"Red projects", "Amber projects", "Green projects", "Unknown projects"},
    "hours": {"Hours this month"},
    "late_reports": {"Late reports"},
    "project_names": {"Projects"},
    "satisfaction": {"Satisfaction", "Answers in 90 days"},
    "service_requests": {"Open requests", "Late requests"},
}


@dataclass(frozen=True)
class Served:
    provider: Organisation
    manager: Person
    clients: tuple[Organisation, ...]


def furnish(client: Organisation, worker: Person, secret: str) -> None:
    """Something behind each grant, under names that nobody else uses."""
    portfolio = create_portfolio(client, by=None, name=f"Folio {secret}")
    project = create_project(client, by=None, code=f"C-{secret}", name=f"Name {secret}", portfolio=portfolio)
    stand(project, "red", finish=date(2027, 3, 1))
    day = today(client)
    Reporting.objects.update_or_create(
        project=project, defaults={"due_on": day, "late_after": day - timedelta(days=1), "silent_after": day}
    )
    service = Service.objects.create(organisation=client, title=f"Service {secret}")
    asked = {"organisation": client, "service": service, "asked_by": worker, "title": f"Title {secret}"}
    ServiceRequest.objects.create(number=1, deliver_by=now() - timedelta(days=1), **asked)
    ServiceRequest.objects.create(
        number=2, state="done", closed_at=now(), deliver_by=now(), satisfaction=4, satisfied_at=now(), **asked
    )
    Effort.objects.create(organisation=client, person=worker, on=day, minutes=90, service=service)


@pytest.fixture
def served(harbour: Organisation, ada: Person) -> Served:
    """Two clients with much to hide and one that is not agreed with, though Ada works there too."""
    found = []
    for number, name in enumerate(("Aldgate", "Brinewell", "Coldharbour")):
        client = create_organisation(name=name, by=None)
        manager = add_person(
            client, by=None, email=f"{number}@x.example", name=f"Manager {name}", role=Role.PMO_MANAGER
        ).person
        furnish(client, ada, f"secret{number}")
        if name != "Coldharbour":
            accepted(harbour, client, ada, manager)
        found.append(client)
    return Served(harbour, ada, tuple(found))


def grant(served: Served, number: int, keys: set[str]) -> None:
    Agreement.objects.filter(client=served.clients[number]).update(grants=sorted(keys))


def test_every_grant_is_in_the_table_of_this_test() -> None:
    assert grants().keys() == LABELS.keys()
    assert all(each.words.endswith(".") for each in grants().values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=st.sets(st.sampled_from(sorted(LABELS))), two=st.sets(st.sampled_from(sorted(LABELS))))
def test_the_desk_shows_exactly_what_is_agreed(served: Served, one: set[str], two: set[str]) -> None:
    grant(served, 0, one)
    grant(served, 1, two)
    desk = queries.desk(served.provider, served.manager)
    assert [line.client.name for line in desk.lines] == ["Aldgate", "Brinewell"]
    for line, keys in zip(desk.lines, (one, two), strict=True):
        assert {each.key for each, _ in line.shown} == keys
        labels = {label for _, shown in line.shown for label in shown.figures}
        assert labels == set().union(*(LABELS[key] for key in keys))
    told = str([list(desk_lines(desk)), [[shown for _, shown in line.shown] for line in desk.lines]])
    for number, keys in enumerate((one, two, set())):
        assert (f"secret{number}" in told) == ("project_names" in keys)
    assert "Title" not in told
    assert "Service secret" not in told
    assert "Coldharbour" not in told


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.sets(st.sampled_from(sorted(LABELS))))
def test_the_page_and_the_file_show_no_more_than_that(served: Served, signed_in: SignedIn, keys: set[str]) -> None:
    grant(served, 0, keys)
    client = signed_in(served.manager)
    page = client.get("/o/harbour-works/office/clients/").content.decode().partition('id="content"')[2]
    file = client.get("/o/harbour-works/office/clients/desk.csv").content.decode()
    for key, labels in LABELS.items():
        for label in labels:
            assert (f">{label}<" in page) == (key in keys), label
            assert (label in file) == (key in keys), label
    for secret in ("secret1", "secret2", "Title secret0", "Service secret0", "Folio secret0"):
        assert secret not in page + file
    assert ("Name secret0" in page) == ("Name secret0" in file) == ("project_names" in keys)


def test_the_figures_are_those_of_the_client(served: Served) -> None:
    grant(served, 0, set(LABELS))
    grant(served, 1, {"hours", "health_counts"})
    desk = queries.desk(served.provider, served.manager)
    figures = {label: value for _, shown in desk.lines[0].shown for label, value in shown.figures.items()}
    assert figures == {
        "Gates under way": 0, "Gates past their day": 0, "Red projects": 1, "Amber projects": 0,
        "Green projects": 0, "Unknown projects": 0,
        "Hours this month": 1.5, "Late reports": 1, "Projects": 1, "Satisfaction": "4.0 of 5", "Answers in 90 days": 1,
        "Open requests": 1, "Late requests": 1,
    }  # fmt: skip
    assert (desk.totals["Hours this month"], desk.totals["Red projects"], desk.totals["Open requests"]) == (3.0, 2, 1)


def test_hours_of_the_clients_own_people_are_not_shown(served: Served) -> None:
    own = add_person(served.clients[0], by=None, email="o@x.example", name="Own", role=Role.PMO_STAFF).person
    Effort.objects.create(organisation=served.clients[0], person=own, on=today(served.clients[0]), minutes=600)
    grant(served, 0, {"hours"})
    assert queries.desk(served.provider, served.manager).totals == {"Hours this month": 1.5}


def test_without_an_agreement_in_force_not_even_a_name_is_shown(served: Served, signed_in: SignedIn) -> None:
    agreement = Agreement.objects.get(client=served.clients[0])
    actions.end_agreement(agreement, organisation=served.clients[0], by=None)
    Agreement.objects.filter(client=served.clients[1]).update(starts_on=today(served.clients[1]) + timedelta(days=1))
    assert queries.desk(served.provider, served.manager).lines == []
    assert "Coldharbour" not in signed_in(served.manager).get("/o/harbour-works/office/clients/").content.decode()


def test_the_client_sees_nothing_of_the_provider(served: Served, signed_in: SignedIn) -> None:
    grant(served, 0, set(LABELS))
    furnish(served.provider, served.manager, "secret9")
    manager = Person.objects.get(email="0@x.example")
    page = signed_in(manager).get("/o/aldgate/office/clients/").content.decode()
    assert "Harbour Works" in page
    assert "secret9" not in page
    assert queries.desk(served.clients[0], manager).lines == []


def test_only_members_are_led_into_a_client(served: Served, signed_in: SignedIn) -> None:
    add_person(served.clients[0], by=None, email=served.manager.email, name="Ada", role=Role.PMO_STAFF)
    desk = queries.desk(served.provider, served.manager)
    assert [line.is_member for line in desk.lines] == [True, False]
    page = signed_in(served.manager).get("/o/harbour-works/office/clients/").content.decode()
    assert 'href="/o/brinewell/' not in page


def test_the_desk_takes_as_many_queries_for_ten_clients_as_for_two(
    served: Served, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    grant(served, 0, set(LABELS))
    grant(served, 1, set(LABELS))
    needed = 2 + len(LABELS)
    with django_assert_num_queries(needed):
        queries.desk(served.provider, served.manager)
    for number in range(8):
        client = create_organisation(name=f"More {number}", by=None)
        boss = add_person(client, by=None, email=f"m{number}@x.example", name="Boss", role=Role.PMO_MANAGER).person
        accepted(served.provider, client, served.manager, boss, grants=list(LABELS))
    with django_assert_num_queries(needed):
        assert len(queries.desk(served.provider, served.manager).lines) == 10


@pytest.mark.parametrize("keys", [set(), {"hours"}, {"service_requests", "satisfaction"}])
def test_the_service_report_shows_the_provider_what_is_agreed_and_the_client_all(
    served: Served, keys: set[str]
) -> None:
    grant(served, 0, keys)
    agreement = Agreement.objects.get(client=served.clients[0])
    month = period_of(today(served.clients[0]), Span.MONTH)
    theirs = queries.report_on(agreement, month, reader=served.provider)
    own = queries.report_on(agreement, month, reader=served.clients[0])
    assert ("Hours" in theirs.figures) == ("hours" in keys)
    assert ("Requests asked" in theirs.figures) == ("service_requests" in keys)
    assert ("Satisfaction" in theirs.figures) == ("satisfaction" in keys)
    assert (theirs.services, bool(theirs.months)) == ([], "service_requests" in keys)
    assert not {"Median to the result", "Cost (EUR)"} & theirs.figures.keys()
    assert "secret0" not in str(list(report_lines(theirs)))
    assert own.figures == {
        "Hours": 1.5, "Requests asked": 2, "Requests done": 1, "Still open": 1, "Of these late": 1,
        "Done within the level": "1 of 1", "Satisfaction": "4.0 of 5", "Answers": 1,
        "Median to the result": "–", "Cost (EUR)": "–",
    }  # fmt: skip
    assert [(each.name, each.hours) for each in own.services] == [("Service secret0", 1.5)]


def test_once_the_agreement_is_over_the_provider_reads_no_report(served: Served, signed_in: SignedIn) -> None:
    grant(served, 0, set(LABELS))
    agreement = Agreement.objects.get(client=served.clients[0])
    address = f"/o/harbour-works/office/clients/{agreement.pk}/report/"
    assert "1.5" in signed_in(served.manager).get(address).content.decode()
    actions.end_agreement(agreement, organisation=served.clients[0], by=None)
    assert "Nothing of this is shown" in signed_in(served.manager).get(address).content.decode()
