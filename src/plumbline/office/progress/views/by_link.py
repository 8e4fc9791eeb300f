"""The pages behind the link of a reminder. Opening one stores nothing: programs that check mail open every link."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.progress import actions
from plumbline.office.progress.forms import TellForm
from plumbline.office.progress.links import called_too_often, request_in
from plumbline.office.progress.models import ProgressUpdate
from plumbline.office.progress.queries.by_link import Line, Opened, opened, request_of

Page = Callable[..., HttpResponse]


def link_page(view: Callable[..., HttpResponse]) -> Page:
    """The view gets what the link opens. Kept by no cache, named to no site, found by no search engine."""

    @never_cache
    @wraps(view)
    def page(request: HttpRequest, secret: str, **named: int) -> HttpResponse:
        answer = _opened(request, view, secret, named)
        # the path goes nowhere; with "no-referrer" browsers send forms without their origin, which are refused
        answer["Referrer-Policy"] = "strict-origin"
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return page


def _opened(request: HttpRequest, view: Page, secret: str, named: dict[str, int]) -> HttpResponse:
    number = request_in(secret)
    if number is None:
        return render_page(request, "progress/link_over.html", {"known": False}, status=404)
    if called_too_often(number):
        answer = render_page(request, "429.html", status=429)
        answer["Retry-After"] = "3600"
        return answer
    asked = request_of(secret)
    if asked is None:
        return render_page(request, "progress/link_over.html", {"known": True}, status=410)
    with timezone.override(ZoneInfo(asked.person.time_zone or asked.organisation.time_zone)):
        return view(request, opened(asked), secret, **named)


@link_page
def listed(request: HttpRequest, found: Opened, secret: str) -> HttpResponse:
    """The list; “as planned” is told from here in one tap."""
    line = found.line(_number(request.POST.get("planned", ""))) if request.method == "POST" else None
    problem = ""
    if line and line.shown:
        form = TellForm(line.shown, {"says": ProgressUpdate.Says.PLANNED, "note": ""})
        if _told(form, line):
            return HttpResponseRedirect(f"{request.path}#line-{line.line.number}")
        problem = " ".join(each for errors in form.errors.values() for each in map(str, errors))
    return render_page(request, "progress/link_list.html", {"found": found, "secret": secret, "problem": problem})


@link_page
def tell(request: HttpRequest, found: Opened, secret: str, number: int) -> HttpResponse:
    line = found.line(number)
    if line is None or not line.can_be_told or line.shown is None:
        return HttpResponseRedirect(reverse("progress_link:list", args=[secret]))
    form = TellForm(line.shown, request.POST if "says" in request.POST else None, chosen=request.GET.get("says", ""))
    if _told(form, line):
        return HttpResponseRedirect(f"{reverse('progress_link:list', args=[secret])}#line-{number}")
    return render_page(
        request, "progress/link_tell.html", {"found": found, "line": line, "form": form, "secret": secret}
    )


def _told(form: TellForm, line: Line) -> ProgressUpdate | None:
    return attempt(form, lambda: actions.tell_by_link(line.line, form.said))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
