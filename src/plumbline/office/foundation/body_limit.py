"""Refuses what is too large before any of it is read: otherwise anybody could fill the disk, signed in or not."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.module_loading import import_string

from plumbline.office.foundation.json_answers import Refused

FOR_PROGRAMS = "/api/"


class BodyLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        size = int(announced[:20]) if announced.isdecimal() else 0
        if size > settings.BODY_LIMIT and size > (limit := _limit_of(request.path)):
            usual = limit == settings.BODY_LIMIT
            shown = filesizeformat(settings.PLAN_FILE_LIMIT if usual else limit)
            return _refusal(request, shown)
        return self.get_response(request)


def _refusal(request: HttpRequest, limit: str) -> HttpResponse:
    if request.path.startswith(FOR_PROGRAMS):
        return Refused(413, f"More than {limit} were sent; nothing was kept.", "Send it in several calls.").answer()
    return render(request, "413.html", {"limit": limit}, status=413)


def _limit_of(path: str) -> int:
    larger = settings.BODY_LIMITS.get(path)
    return int(import_string(larger)() if larger else settings.BODY_LIMIT)
