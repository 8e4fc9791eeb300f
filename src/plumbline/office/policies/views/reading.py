"""What I am asked to read, and who has read a policy."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today
from plumbline.office.policies import actions, queries
from plumbline.office.policies.forms import ReadForm
from plumbline.office.policies.views.policies import about, to_policy

PER_PAGE = 50


@require_safe
@organisation_page("see_standards")
def to_read(request: OrganisationRequest) -> HttpResponse:
    page = Paginator(queries.to_read(request.membership), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "asked": [(each, queries.to_read_by(request.membership, each)) for each in page],
        "read": queries.read_lately(request.membership),
        "today": today(request.organisation),
        "tab": "policies",
    }
    return render_page(request, "policies/to_read.html", context)


@require_POST
@organisation_page("see_standards")
def read(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    if not found.asks_to_be_read or not queries.concerned_by(found).filter(pk=request.membership.pk).exists():
        raise PermissionDenied("Nobody asks you to say that you have read it.")
    form = ReadForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else 0
    try:
        actions.acknowledge(found, reader=request.membership, number=number)
        messages.success(request, f"It is kept that you have read “{found}”.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_policy(request, found)


@require_safe
@organisation_page("see_standards")
def readers(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    missing = request.GET.get("show") != "all"
    context = about(request, found) | {
        "page": Paginator(queries.readers(found, missing=missing), PER_PAGE).get_page(request.GET.get("page")),
        "count": queries.read_counts(request.organisation, [found]).get(found.pk),
        "missing": missing,
    }
    return render_page(request, "policies/readers.html", context)


@require_safe
@organisation_page("see_standards")
def readers_file(request: OrganisationRequest, policy_id: int, extension: str) -> HttpResponse:
    """Those who have not read it, as a table."""
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    name = f"{slugify(found.title) or 'policy'} not read"
    return table_file(name, extension, queries.lines_of_missing(found), frozen_columns=1)
