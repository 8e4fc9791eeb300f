"""One's own activities, and telling how one of them stands."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.way_back import led_back
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.progress import actions, queries
from plumbline.office.progress.forms import TellForm
from plumbline.office.progress.models import OwnedActivity, ProgressUpdate
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project


@require_safe
@organisation_page("tell_progress")
def mine(request: OrganisationRequest) -> HttpResponse:
    found = queries.my_activities(request.membership)
    return render_page(request, "progress/mine.html", {"mine": found, "my_day": queries.my_day(request.membership)})


@organisation_page("tell_progress")
def activity(request: OrganisationRequest, project_id: int, owned_activity_id: int) -> HttpResponse:
    """For its owners to tell, for those who may tell for others, and for the rest of the project to read."""
    project = projects.project(request.organisation, project_id)
    one = _activity(project, owned_activity_id)
    is_own = queries.owns(request.user, one, queries.who_is_who(request.organisation))
    if request.method == "POST" and not is_own:
        require(request, "tell_for_others", project)
    [shown] = queries.shown_of(project, [one])
    form = TellForm(shown, request.POST if "says" in request.POST else None, chosen=request.GET.get("says", ""))
    if attempt(form, lambda: _tell(request, one, form, is_own)):
        messages.success(request, f"Thank you. What you told of {one} waits for {project.manager or 'its manager'}.")
        usual = "progress:mine" if is_own else "progress:activities"
        there = reverse(usual, args=[request.organisation.slug, *([] if is_own else [project.pk])])
        return led_back(request, there)
    may_tell = (is_own or may(request.membership, "tell_for_others", project)) and not project.archived_at
    context = {
        "project": project, "tab": "progress", "shown": shown, "form": form, "is_own": is_own, "may_tell": may_tell,
        "told": queries.history_of_activity(one),
    }  # fmt: skip
    return render_page(request, "progress/activity.html", context)


def _tell(request: OrganisationRequest, one: OwnedActivity, form: TellForm, is_own: bool) -> ProgressUpdate:
    tell = actions.tell if is_own else actions.tell_for
    return tell(one, form.said, by=request.user)


def _activity(project: Project, number: int) -> OwnedActivity:
    found = OwnedActivity.objects.select_related("project__organisation").prefetch_related("owners")
    one = found.filter(project=project, pk=number).first()
    if one is None:
        raise Http404
    return one


@organisation_page("tell_progress")
@require_POST
def take_back(request: OrganisationRequest) -> HttpResponse:
    """The link that was sent opens nothing any more."""
    asked = queries.my_activities(request.membership).request
    if request.POST.get("take_back") == "yes" and asked:
        actions.take_back(asked, by=request.user)
        messages.success(request, "The link in your mail opens nothing any more. The next mail brings another.")
    return led_back(request, reverse("progress:mine", args=[request.organisation.slug]))
