"""The frame of a page, the style page and the pages for errors: whole, and within the content policy."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views.csrf import csrf_failure

from .style_page import page

ERRORS = ("400", "403", "403_csrf", "404", "429", "500")
ALONE = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Whole(HTMLParser):
    """Fails where an element is not closed; keeps ids and what the content policy forbids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in ALONE:
            self.open.append(tag)
        if "id" in given:
            self.ids.append(str(given["id"]))
        inline = [name for name in given if name == "style" or name.startswith(("on", "hx-on"))]
        if inline or tag == "style" or (tag == "script" and "src" not in given):
            self.forbidden.append(self.get_starttag_text() or tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ALONE:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes something else, line {self.getpos()[0]}"


def read(text: str) -> Whole:
    reader = Whole()
    reader.feed(text)
    assert not reader.open
    return reader


def test_the_style_page_is_whole_and_within_the_content_policy() -> None:
    found = read(page())
    assert not found.forbidden
    assert len(found.ids) == len(set(found.ids))


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_shows_even_when_nothing_else_works(name: str) -> None:
    text = render_to_string(f"{name}.html", {})
    assert not read(text).forbidden
    assert text.count("<h1") == 1
    assert "Go to the start page" in text


def test_a_form_from_an_old_page_is_refused_with_words_that_help() -> None:
    request = RequestFactory().post("/")
    request.user = AnonymousUser()
    answer = csrf_failure(request, reason="Referer checking failed")
    assert answer.status_code == 403
    assert "The page was open too long" in answer.content.decode()


@pytest.mark.parametrize(
    ("cookie", "expected"), [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"'), ("<b>", ""), ("", "")]
)
def test_the_server_draws_the_chosen_theme_at_once(cookie: str, expected: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = cookie
    text = render_to_string("404.html", {"request": request})
    assert re.search(r"<html[^>]*>", text).group() == f'<html lang="en-GB"{expected}>'
