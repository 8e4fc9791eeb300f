"""Refuses what is too large before any of it is read: otherwise anybody could fill the disk, signed in or not."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat


class BodyLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdecimal() and int(announced[:20]) > settings.BODY_LIMIT:
            return render(request, "413.html", {"limit": filesizeformat(settings.PLAN_FILE_LIMIT)}, status=413)
        return self.get_response(request)
