"""Owners in this plan: whom each name means, and whether they are asked by mail."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.foundation.access import may
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.progress import actions, queries
from plumbline.office.progress.forms import WhoForm
from plumbline.office.progress.models import ProjectProgress
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project


@organisation_page("see_progress")
def owners(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    names = queries.names_in(found)
    if request.method == "POST":
        require(request, "take_in_progress", found)
        _do(request, found, names)
        return redirect("progress:owners", request.organisation.slug, found.pk)
    context = {
        "project": found,
        "tab": "progress",
        "names": names,
        "progress": ProjectProgress.objects.filter(project=found).select_related("version").first(),
        "decides": may(request.membership, "take_in_progress", found) and not found.archived_at,
    }
    return render_page(request, "progress/owners.html", context)


def _do(request: OrganisationRequest, project: Project, names: queries.NamesInPlan) -> None:
    try:
        if asks := request.POST.get("asks", ""):
            actions.ask_owners(project, asks=asks == "yes", by=request.user)
            said = "Owners are asked each week." if asks == "yes" else "Owners are not asked by mail any more."
            messages.success(request, said)
        elif "name" in request.POST:
            _say_who(request, project, WhoForm(names.people, request.POST))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))


def _say_who(request: OrganisationRequest, project: Project, form: WhoForm) -> None:
    if not form.is_valid():
        messages.error(request, "Choose whom the name means, from the list.")
        return
    name = form.cleaned_data["name"]
    if form.forgets:
        actions.forget_who(project, name, by=request.user)
        messages.success(request, f"“{name}” means whoever is called so.")
        return
    said = actions.say_who(project, name, person=form.meant, by=request.user)
    messages.success(request, f"In every plan “{said}” means {said.person or 'nobody of here'}.")
