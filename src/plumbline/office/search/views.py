"""The page of results, the command palette, and pages kept at hand."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.search import actions, queries
from plumbline.office.search.forms import LONGEST_PATH, PageForm, SearchForm, visited
from plumbline.office.search.words import LONGEST_QUERY

EACH_OF_EVERYTHING, EACH_IN_PALETTE, PER_PAGE, MOST_PAGES = 5, 3, 20, 50


@require_safe
@organisation_page("search")
def found(request: OrganisationRequest) -> HttpResponse:
    form, reader = SearchForm(request.GET), request.membership
    form.is_valid()
    query, kind = form.cleaned_data.get("q", ""), form.cleaned_data.get("kind", "")
    number = _page_number(request)
    per = PER_PAGE if kind else EACH_OF_EVERYTHING
    results = queries.results(reader, query, subject=kind, begin=(number - 1) * per if kind else 0, each=per)
    context = {
        "form": form,
        "query": query,
        "kind": kind,
        "results": results,
        "page": Paginator(range(min(results.total, PER_PAGE * MOST_PAGES)), PER_PAGE).get_page(number)
        if kind
        else None,
        "deeds": queries.deeds(reader, query) if query and not kind else [],
        "at_hand": None if query else queries.pages_at_hand(reader),
    }
    return render_page(request, "search/results.html", context, partial="found")


@require_safe
@never_cache
@organisation_page("search")
def palette(request: OrganisationRequest) -> HttpResponse:
    """The list under the field of the palette; a page of its own only for who comes here by its address."""
    reader, query = request.membership, request.GET.get("q", "")[:LONGEST_QUERY].strip()
    here = request.GET.get("here", "")[:LONGEST_PATH]
    context = {
        "query": query,
        "deeds": queries.deeds(reader, query, here),
        "results": queries.results(reader, query, each=EACH_IN_PALETTE) if query else None,
        "at_hand": None if query else queries.pages_at_hand(reader),
    }
    return render_page(request, "search/palette.html", context)


@organisation_page("search")
@require_POST
def visits(request: OrganisationRequest) -> HttpResponse:
    pages = visited(request.membership, request.POST.getlist("path"), request.POST.getlist("title"))
    for path, title in pages:
        actions.visit(request.membership, path, title)
    return HttpResponse()


@organisation_page("search")
@require_POST
def pin(request: OrganisationRequest) -> HttpResponse:
    form = PageForm(request.membership, request.POST)
    attempt(form, lambda: actions.pin(request.membership, **form.cleaned_data))
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    if form.errors:
        return redirect("search:results", request.organisation.slug)
    messages.success(request, "This page is pinned: you find it under Search, whatever page you are on.")
    return HttpResponseRedirect(form.cleaned_data["path"])


@organisation_page("search")
@require_POST
def unpin(request: OrganisationRequest) -> HttpResponse:
    if path := request.POST.get("path", "")[:LONGEST_PATH]:
        actions.unpin(request.membership, path)
    return redirect("search:results", request.organisation.slug)


def _page_number(request: OrganisationRequest) -> int:
    given = request.GET.get("page", "")
    return min(max(int(given), 1), MOST_PAGES) if given.isascii() and given.isdigit() and len(given) < 5 else 1
