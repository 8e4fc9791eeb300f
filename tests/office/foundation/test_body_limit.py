"""What is too large is refused before it is read."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings


class NeverRead:
    """A body that nobody may look at."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("the body was read")

    readline = read


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["3001", "99999999999999999999999999"])
def test_a_body_above_the_limit_is_refused_unread_whoever_sends_it(settings: Settings, length: str) -> None:
    settings.BODY_LIMIT = 3000
    given = {"CONTENT_LENGTH": length, "CONTENT_TYPE": "multipart/form-data; boundary=x", "wsgi.input": NeverRead()}
    response = Client().request(REQUEST_METHOD="POST", PATH_INFO="/accounts/login/", **given)
    assert response.status_code == 413
    assert "can be uploaded" in response.content.decode()


def test_a_program_that_sends_too_much_reads_json_that_says_what_to_do(settings: Settings) -> None:
    settings.BODY_LIMIT = 3000
    given = {"CONTENT_LENGTH": "3001", "CONTENT_TYPE": "application/xml", "wsgi.input": NeverRead()}
    response = Client().request(REQUEST_METHOD="POST", PATH_INFO="/api/v1/test-runs/", **given)
    assert (response.status_code, response["Content-Type"]) == (413, "application/json")
    assert set(response.json()) == {"error", "remedy"}
    assert response.json()["remedy"] == "Send it in several calls."


@pytest.mark.django_db
def test_a_body_within_the_limit_is_taken(settings: Settings) -> None:
    settings.BODY_LIMIT = 3000
    assert Client().post("/accounts/login/", {"login": "x" * 1000}).status_code != 413


def test_the_largest_plan_file_fits(settings: Settings) -> None:
    assert settings.BODY_LIMIT > settings.PLAN_FILE_LIMIT
