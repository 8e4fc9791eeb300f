"""A fresh installation leads everybody to set-up."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plumbline.office.people import queries


class SetUpFirstMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        set_up = reverse("set_up")
        if request.path != set_up and not request.user.is_authenticated and queries.nobody_is_there_yet():
            return redirect(set_up)
        return self.get_response(request)
