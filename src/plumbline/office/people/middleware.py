"""A fresh installation leads everybody to set-up; what a person sees is kept by no cache."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from plumbline.office.people import queries


class SetUpFirstMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        set_up = reverse("set_up")
        if not request.path.startswith(set_up) and not request.user.is_authenticated and queries.nobody_is_there_yet():
            return redirect(set_up)
        return self.get_response(request)


class PrivatePagesMiddleware:
    """On a shared computer the next person must not find, with the back button, what the one before has seen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response
