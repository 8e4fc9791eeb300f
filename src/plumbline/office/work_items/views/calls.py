"""Calls of programs: answered with JSON that says what came of them, or what to do."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from plumbline.office.foundation.json_answers import body_of, json_page
from plumbline.office.projects.models import Scope
from plumbline.office.projects.tokens import token_of
from plumbline.office.work_items import calls


@json_page
def call(request: HttpRequest) -> HttpResponse:
    token = token_of(request, Scope.WORK_ITEMS)
    counts = calls.take_call(token.project, token.name, body_of(request, calls.MOST_BYTES))
    return JsonResponse({"project": token.project.code, **counts.told()})


@json_page
def hook(request: HttpRequest, hook: UUID) -> HttpResponse:
    """The body is read before it is known whose it is: the signature is over it."""
    body = calls.delivered(request)
    connector = calls.connector_of_hook(hook, request, body)
    counts = calls.take_delivery(connector, request, body)
    return JsonResponse(counts.told() if counts else {"ignored": "It is not about an issue."})
