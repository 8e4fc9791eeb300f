"""Communities, and joining them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.engine.standard import Standard
from plumbline.office.communities import actions, queries
from plumbline.office.communities.actions.rights import leads
from plumbline.office.communities.forms import CommunityForm
from plumbline.office.communities.models import Community
from plumbline.office.communities.topics import choices, titles
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Organisation
from plumbline.office.standards.queries import in_force, standard_of

ON_A_PAGE = 25


@require_safe
@organisation_page("take_part_in_communities")
def overview(request: OrganisationRequest) -> HttpResponse:
    found = queries.communities(request.organisation, request.user)
    return render_page(request, "communities/overview.html", {"communities": found})


@require_safe
@organisation_page("take_part_in_communities")
def community(request: OrganisationRequest, community_id: int) -> HttpResponse:
    found = queries.community_in(request.organisation, request.user, community_id)
    asked = queries.questions_of(found, leads=leads(found, request.user))
    named = titles(standard_now(request.organisation))
    context = {
        "community": found,
        "members": found.members.select_related("person"),
        "questions": Paginator(asked, ON_A_PAGE).get_page(request.GET.get("page")),
        "topics": [named.get(each, each) for each in found.topics],
    }
    return render_page(request, "communities/community.html", context)


@organisation_page("run_communities")
def add(request: OrganisationRequest) -> HttpResponse:
    form = CommunityForm(request.organisation, choices(standard_now(request.organisation)), request.POST or None)

    def do() -> Community:
        return actions.begin_community(request.organisation, by=request.user, **form.cleaned_data)

    if found := attempt(form, do):
        return redirect("communities:community", request.organisation.slug, found.pk)
    return render_page(request, "communities/community_form.html", {"form": form})


@organisation_page("run_communities")
def edit(request: OrganisationRequest, community_id: int) -> HttpResponse:
    found = queries.community_in(request.organisation, request.user, community_id)
    known = choices(standard_now(request.organisation))
    form = CommunityForm(request.organisation, known, request.POST or None, initial=CommunityForm.said_before(found))

    def do() -> bool:
        actions.change_community(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        return redirect("communities:community", request.organisation.slug, found.pk)
    return render_page(request, "communities/community_form.html", {"form": form, "community": found})


@organisation_page("take_part_in_communities")
@require_POST
def belong(request: OrganisationRequest, community_id: int) -> HttpResponse:
    found = queries.community_in(request.organisation, request.user, community_id)
    if request.POST.get("do") == "join":
        tried(request, lambda: actions.join(found, by=request.user), "You belong to it, and are told what is asked.")
    elif request.POST.get("do") == "leave":
        tried(request, lambda: actions.leave(found, by=request.user), "You have left the community.")
    return redirect("communities:community", request.organisation.slug, found.pk)


def standard_now(organisation: Organisation) -> Standard | None:
    version = in_force(organisation)
    return standard_of(version) if version else None
