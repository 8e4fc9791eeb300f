"""Where a form leads afterwards is a page of this site, whatever was sent."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from plumbline.office.foundation.way_back import led_back


@pytest.mark.parametrize("wanted", ["/o/harbour-works/?q=%C2%B2", "/", "/a²"])
def test_a_path_of_the_site_is_followed(wanted: str) -> None:
    answer = led_back(RequestFactory().post("/", {"next": wanted}), "/usual/")
    assert answer["Location"].startswith("/")
    assert answer["Location"] != "/usual/"


@pytest.mark.parametrize(
    "wanted",
    [
        "", "²", "9999-12-31", "people:list", "//evil.example/", "https://evil.example/", "/\\evil.example/",
        "javascript:alert(1)", " /", "///evil.example",
    ],
)  # fmt: skip
def test_anything_else_is_not(wanted: str) -> None:
    assert led_back(RequestFactory().post("/", {"next": wanted}), "/usual/")["Location"] == "/usual/"


def test_line_ends_write_no_header() -> None:
    answer = led_back(RequestFactory().post("/", {"next": "/a\r\nSet-Cookie: b=c"}), "/usual/")
    assert "\n" not in answer["Location"]
