"""Keeps a person's choice of theme and density in a cookie. Works for people who have not signed in."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import require_POST

from plumbline.office.foundation.way_back import led_back
from plumbline.web.components.display import CHOICES

A_YEAR = 365 * 24 * 3600


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """POST `theme` or `density`, and `next`, the page to return to."""
    given = {key: request.POST[key] for key in CHOICES if key in request.POST}
    if not given or any(value not in CHOICES[key] for key, value in given.items()):
        return HttpResponseBadRequest("There is no such choice.")
    response = led_back(request, "/")
    for key, value in given.items():
        response.set_cookie(key, value, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    return response
