"""Addresses that programs call: JSON in, JSON out, and a refusal that says what is wrong and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.views.decorators.csrf import csrf_exempt


class Refused(Exception):
    """``wrong`` says what is wrong, ``remedy`` what to do; ``more`` goes into the answer as it is."""

    def __init__(self, status: int, wrong: str, remedy: str, wait: int = 0, **more: Any) -> None:
        super().__init__(wrong)
        self.status, self.wait = status, wait
        self.told = {"error": wrong, "remedy": remedy, **more}

    def answer(self) -> JsonResponse:
        answer = JsonResponse(self.told, status=self.status)
        if self.status == 401:
            answer["WWW-Authenticate"] = "Bearer"
        if self.wait:
            answer["Retry-After"] = str(self.wait)
        return answer


def json_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For addresses that are only posted to. Nobody is signed in there: no cookie counts, so nobody can be misled.

    ``Refused`` and ``ValidationError`` are answered as JSON; the answer is kept by no cache.
    """

    @csrf_exempt
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = _answer(view, request, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        return answer

    page.reads_its_own_body = True  # type: ignore[attr-defined]
    return page


def body_of(request: HttpRequest, limit: int) -> bytes:
    """Raises ``Refused`` with 413 where it is longer than ``limit`` bytes; no more than that is read."""
    body = b""
    while len(body) <= limit and (piece := request.read(min(limit + 1 - len(body), 2**20))):
        body += piece
    if len(body) > limit:
        raise Refused(413, f"More than {limit} bytes were sent.", "Send it in several calls.", limit=limit)
    return body


def json_in(body: bytes) -> Any:
    """What the bytes say. Raises ``Refused`` with 422 at the line and column where they are no JSON."""
    try:
        text = body.decode("utf-8-sig")
        found = json.loads(text, parse_constant=_no_number)
        kept = json.dumps(found, ensure_ascii=False).encode() if "\\u" in text else b""
    except UnicodeDecodeError as error:
        raise Refused(422, f"Byte {error.start} is no UTF-8.", "Send JSON in UTF-8.") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Refused(422, f"It is no JSON: {where}: {error.msg}.", "Send one JSON document.") from error
    except (RecursionError, ValueError) as error:  # too deep, NaN, half a character, a number of thousands of digits
        raise Refused(422, "It is no JSON that can be kept.", "Send one JSON document of plain values.") from error
    if b"\\u0000" in kept:
        raise Refused(422, "A NUL character was sent.", "Leave it out.")
    return found


def _answer(view: Callable[..., HttpResponseBase], request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    if request.method != "POST":
        answer = Refused(405, f"{request.method} is not answered here.", "Send what there is with POST.").answer()
        answer["Allow"] = "POST"
        return answer
    try:
        return view(request, *args, **kwargs)
    except Refused as refused:
        return refused.answer()
    except RequestDataTooBig:
        return Refused(413, "More was sent than is read at once.", "Send it in several calls.").answer()
    except ValidationError as refused:
        return Refused(422, " ".join(refused.messages), "Mend what is named and send it again.").answer()


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON.")
