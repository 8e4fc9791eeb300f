"""What was told of a project: read, taken into a draft of its plan, refused; and whoever owes a word reminded."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.progress import actions, queries
from plumbline.office.progress.exports import lines_of
from plumbline.office.progress.forms import AcceptForm, RefuseForm
from plumbline.office.projects import queries as projects

ROWS = 50
MOST_SAID = 5


@require_safe
@organisation_page("see_progress")
def project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    context = {
        "project": found,
        "tab": "progress",
        "page": queries.told_page(found),
        "decides": may(request.membership, "take_in_progress", found) and not found.archived_at,
    }
    return render_page(request, "progress/project.html", context)


@require_safe
@organisation_page("see_progress")
def activities(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    page = Paginator(queries.asked_about(found), ROWS).get_page(request.GET.get("page"))
    context = {
        "project": found,
        "tab": "progress",
        "page": page,
        "rows": queries.shown_of(found, list(page)),
        "tells_for_others": may(request.membership, "tell_for_others", found) and not found.archived_at,
    }
    return render_page(request, "progress/activities.html", context)


@require_safe
@organisation_page("see_progress")
def told_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    return table_file(f"{found.code} progress", extension, lines_of(found))


@organisation_page("see_progress")
@require_POST
def accept(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    require(request, "take_in_progress", found)
    waiting = list(queries.waiting_of(found))
    form = AcceptForm([each.pk for each in waiting], request.POST)
    if not form.is_valid():
        messages.error(request, "Nothing was chosen, or somebody has decided meanwhile. Choose again.")
        return redirect("progress:project", request.organisation.slug, found.pk)
    chosen = [each for each in waiting if each.pk in set(form.cleaned_data["update"])]
    try:
        _say(request, actions.accept(found, chosen, by=request.user, data_date=form.moved_to))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("progress:project", request.organisation.slug, found.pk)


def _say(request: OrganisationRequest, accepted: actions.Accepted) -> None:
    if count := len(accepted.taken):
        where = "is in your draft of the plan" if accepted.draft else "is marked as read"
        messages.success(request, f"What was told of {count} {'activity' if count == 1 else 'activities'} {where}.")
    for update, why in accepted.left[:MOST_SAID]:
        messages.error(request, f"{update} was not taken over. {why}")
    if len(accepted.left) > MOST_SAID:
        messages.error(request, f"So it is with {len(accepted.left) - MOST_SAID} more, which wait on.")
    if accepted.data_date:
        messages.success(request, f"The data date of the draft is {accepted.data_date:%-d %b %Y}.")


@organisation_page("see_progress")
def refuse(request: OrganisationRequest, project_id: int, progress_update_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    require(request, "take_in_progress", found)
    update = queries.history_of(found).filter(pk=progress_update_id).first()
    if update is None:
        raise Http404
    form = RefuseForm(request.POST if request.method == "POST" else None)
    if attempt(form, lambda: actions.refuse(update, by=request.user, reason=form.cleaned_data["reason"])):
        messages.success(request, f"{update.by} is told why it was not taken over.")
        return redirect("progress:project", request.organisation.slug, found.pk)
    context = {"project": found, "tab": "progress", "update": update, "form": form}
    return render_page(request, "progress/refuse.html", context)


@organisation_page("see_progress")
@require_POST
def remind(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = projects.project(request.organisation, project_id)
    require(request, "take_in_progress", found)
    if request.POST.get("remind") == "yes":
        try:
            people = actions.remind_project(found, by=request.user)
            messages.success(request, f"{len(people)} {'person is' if len(people) == 1 else 'people are'} reminded.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    return redirect("progress:project", request.organisation.slug, found.pk)
