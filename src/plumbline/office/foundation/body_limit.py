"""Refuses what is too large before any of it is read: otherwise anybody could fill the disk, signed in or not."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.module_loading import import_string


class BodyLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        size = int(announced[:20]) if announced.isdecimal() else 0
        if size > settings.BODY_LIMIT and size > (limit := _limit_of(request.path)):
            usual = limit == settings.BODY_LIMIT
            shown = filesizeformat(settings.PLAN_FILE_LIMIT if usual else limit)
            return render(request, "413.html", {"limit": shown}, status=413)
        return self.get_response(request)


def _limit_of(path: str) -> int:
    larger = settings.BODY_LIMITS.get(path)
    return int(import_string(larger)() if larger else settings.BODY_LIMIT)
