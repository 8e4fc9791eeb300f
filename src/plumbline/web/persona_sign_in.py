"""Signing in as somebody of the demo world. Only a demo has this page; ``urls`` leaves it out everywhere else."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plumbline.demo import person_of, personas
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.way_back import led_back
from plumbline.office.people.views.site import BACKEND


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def persona_sign_in(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        person = person_of(request.POST.get("persona", ""))
        if person is None:
            raise Http404
        login(request, person, BACKEND)
        return led_back(request, "/")
    return render_page(request, "persona_sign_in.html", {"personas": personas(), "next": request.GET.get("next", "")})
