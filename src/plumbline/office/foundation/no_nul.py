"""Refuses NUL characters, which nobody types and PostgreSQL keeps in no text, wherever they would have been looked up.

Behind the check for forged requests, which reads what was posted in any case: nothing is read twice. Addresses that
programs call read their body themselves, as far as they take it, and refuse NUL there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict

NUL = "\x00"


class NoNulMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _refuse([request.path, *request.COOKIES.values(), *_words(request.GET)])
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *given: Any) -> None:
        if request.method == "POST" and not getattr(view, "reads_its_own_body", False):
            _refuse(_words(request.POST))


def _refuse(said: Iterable[str]) -> None:
    """Raises ``BadRequest``, which is answered with 400."""
    if any(NUL in each for each in said):
        raise BadRequest("A NUL character was sent.")


def _words(given: QueryDict) -> Iterable[str]:
    for name, values in given.lists():
        yield name
        yield from values
