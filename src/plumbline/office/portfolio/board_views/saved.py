"""Saving a view and removing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.portfolio import actions
from plumbline.office.portfolio.forms import SaveViewForm
from plumbline.office.portfolio.saved_views import PAGES, view_of


@organisation_page("save_views")
@require_POST
def save_view(request: OrganisationRequest) -> HttpResponse:
    form = SaveViewForm(request.POST)
    page = request.POST.get("page", "")
    if page in PAGES:
        require(request, PAGES[page])
    found = attempt(form, lambda: actions.save_view(request.membership, **form.cleaned_data))
    if not found:
        return render_page(request, "portfolio/boards/save_view.html", {"form": form})
    messages.success(request, f"The view “{found}” is saved. It is a link above the page.")
    address = reverse(f"portfolio:{found.page}", args=[request.organisation.slug])
    return redirect(f"{address}?{found.query}")


@organisation_page("save_views")
def remove_view(request: OrganisationRequest, view_id: int) -> HttpResponse:
    found = view_of(request.membership, view_id)
    require(request, "remove_view", found)
    back = f"{reverse(f'portfolio:{found.page}', args=[request.organisation.slug])}?{found.query}"
    if request.method != "POST":
        return render_page(request, "portfolio/boards/remove_view.html", {"view": found, "back": back})
    actions.remove_view(found, by=request.user)
    messages.success(request, f"The view “{found}” is removed.")
    return redirect(back)
