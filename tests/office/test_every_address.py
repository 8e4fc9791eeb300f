"""Every address of an organisation, found by walking the list: a new page is covered without being asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from engine.schedule.nets import net
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.assurance.models import Assessment
from plumbline.office.imports.actions import receive
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import PERMISSIONS
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project, record_plan
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
UNDER_AN_ORGANISATION = "o/<slug:organisation>/"
TITLES = (
    "Harbour Works",
    "Quay crossing",
    "ZQ-77",
    "Growth",
    "New quays",
    "Dredging",
    "Ada Quay",
    "Mira Pontoon",
    "deck.xer",
)


def patterns() -> list[tuple[str, URLPattern]]:
    return [
        (f"{namespace}:{pattern.name}", pattern)
        for resolver in get_resolver().url_patterns
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == UNDER_AN_ORGANISATION
        for namespace, pattern in _leaves(resolver, resolver.namespace or "")
    ]


def _leaves(resolver: URLResolver, namespace: str) -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _leaves(each, each.namespace or namespace)
        else:
            yield namespace, each


@pytest.fixture
def parts(harbour: Organisation, ada: Person, mira: Person) -> dict[str, object]:
    """A value of Harbour Works for each part that an address may have."""
    standard = publish_builtin(harbour, "predictive", by=ada)
    portfolio = create_portfolio(harbour, by=ada, name="Growth")
    programme = create_programme(portfolio, by=ada, name="New quays")
    project = create_project(
        harbour, by=ada, code="ZQ-77", name="Quay crossing", portfolio=portfolio, programme=programme, manager=mira
    )
    record_plan(project, by=mira, schedule=net({"A": 1, "B": 2}, "A-B FS0"), source_format="xer")
    record_plan(project, by=mira, schedule=net({"A": 1, "B": 3}, "A-B FS0"), source_format="xer")
    assess_while_due(project.pk)
    return {
        "project_id": project.pk,
        "portfolio_id": portfolio.pk,
        "programme_id": programme.pk,
        "number": 2,
        "before": 1,
        "after": 2,
        "assessment_id": Assessment.objects.latest("pk").pk,
        "version_id": standard.pk,
        "upload_id": receive(project, "deck.xer", b"ERMHDR", by=mira).pk,
        "membership_id": mira.memberships.get().pk,
        "unit_id": create_unit(harbour, by=ada, name="Dredging").pk,
        "rule": "leads",
        "extension": "csv",
    }


def addresses(slug: str, parts: dict[str, object]) -> dict[str, str]:
    found = {}
    for name, pattern in patterns():
        needed = pattern.pattern.regex.groupindex.keys()
        unknown = needed - parts.keys()
        assert not unknown, f"{name} has {unknown}: give it a value of Harbour Works in the fixture 'parts'"
        found[name] = reverse(name, kwargs={"organisation": slug, **{part: parts[part] for part in needed}})
    return found


def test_every_page_of_an_organisation_has_a_permission_of_the_table() -> None:
    assert len(patterns()) > 25
    for name, pattern in patterns():
        assert getattr(pattern.callback, "permission", None) in PERMISSIONS, f"{name} needs @organisation_page"


def test_for_somebody_of_another_organisation_no_address_exists(
    olav: Person, signed_in: SignedIn, parts: dict[str, object]
) -> None:
    client = signed_in(olav)
    for name, address in addresses("harbour-works", parts).items():
        statuses = []
        for response in (client.get(address), client.post(address)):
            statuses.append(response.status_code)
            assert response.status_code in (404, 405), f"{name}: {response.status_code}"
            text = response.content.decode()
            assert not [title for title in TITLES if title in text], f"{name} betrays a title"
        assert 404 in statuses, name


def test_what_is_not_theirs_does_not_exist_under_their_own_organisation_either(
    olav: Person, signed_in: SignedIn, parts: dict[str, object]
) -> None:
    client = signed_in(olav)
    for name, address in addresses("northern-line", parts).items():
        is_about_one_thing = any(character.isdigit() for character in address)
        for response in (client.get(address), client.post(address)):
            if is_about_one_thing:
                assert response.status_code in (404, 405), f"{name}: {response.status_code}"
            if not getattr(response, "streaming", False):
                text = response.content.decode(errors="replace")
                assert not [title for title in TITLES if title in text], f"{name} betrays a title"


def test_somebody_who_is_not_signed_in_is_led_to_sign_in(client: Client, parts: dict[str, object]) -> None:
    for name, address in addresses("harbour-works", parts).items():
        for response in (client.get(address), client.post(address)):
            led = response.status_code == 302 and response["Location"].startswith("/accounts/login/")
            assert led or response.status_code == 405, f"{name}: {response.status_code}"


def test_every_page_opens_for_a_pmo_manager(ada: Person, signed_in: SignedIn, parts: dict[str, object]) -> None:
    client = signed_in(ada)
    without = {"imports:original"}
    for name, address in addresses("harbour-works", parts).items():
        response = client.get(address)
        if name not in without:
            assert response.status_code in (200, 302, 405), f"{name}: {response.status_code}"
