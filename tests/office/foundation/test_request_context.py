"""Where a request came from is what our own proxies saw, not what the sender claims."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.request_context import client_address, current_request

FORWARDED = "203.0.113.9, 198.51.100.4, 192.0.2.1"


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "127.0.0.1"), (1, "192.0.2.1"), (2, "198.51.100.4"), (3, "203.0.113.9"), (4, None)]
)
def test_the_address_is_the_one_the_outermost_proxy_saw(
    rf: RequestFactory, settings: Settings, proxies: int, address: str | None
) -> None:
    settings.PROXIES = proxies
    assert client_address(rf.get("/", HTTP_X_FORWARDED_FOR=FORWARDED)) == address


def test_an_invented_address_is_none(rf: RequestFactory, settings: Settings) -> None:
    settings.PROXIES = 1
    assert client_address(rf.get("/", HTTP_X_FORWARDED_FOR="<script>")) is None


@pytest.mark.django_db
def test_audit_lines_name_the_request_that_the_answer_names(client: Client) -> None:
    given = {"organisation_name": "Harbour Works", "person_name": "Ada", "email": "ada@harbour.example"}
    response = client.post(
        "/set-up/", {**given, "password": "plumb-and-level-7", "time_zone": "UTC", "currency": "EUR"}
    )
    assert set(AuditLine.objects.values_list("request_id", flat=True)) == {response["X-Request-ID"]}
    assert current_request().request_id == ""
