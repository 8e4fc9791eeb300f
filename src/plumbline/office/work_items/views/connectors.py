"""The connectors of a project: which trackers, what their states mean, keys by hand, the webhook."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from plumbline.engine.trackers import tracker_named
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.work_items import actions, queries
from plumbline.office.work_items.actions.connecting import WITH_WEBHOOK
from plumbline.office.work_items.forms import ConnectForm, ExportForm, KeysForm, StatesForm
from plumbline.office.work_items.models import Connector

FILES = 20


@organisation_page("see_work_items")
def connectors(request: OrganisationRequest, project_id: int) -> HttpResponse:
    found = own(request, project_id)
    form = ConnectForm(request.POST if request.method == "POST" else None)
    made = attempt(form, lambda: actions.connect(found, by=request.user, **form.cleaned_data))
    if made:
        messages.success(request, f"{made} is connected. Its first export is next.")
        return redirect("work_items:connector", request.organisation.slug, found.pk, made.pk)
    listed = [(each, tracker_named(each.tracker).TRACKER) for each in queries.connectors(found)]
    context = {"project": found, "tab": "work items", "listed": listed, "form": form}
    return render_page(request, "work_items/connectors.html", context)


@organisation_page("see_work_items")
def connector(request: OrganisationRequest, project_id: int, connector_id: int) -> HttpResponse:
    found = own(request, project_id)
    one = queries.connector(found, connector_id)
    form = StatesForm(one, request.POST if request.method == "POST" and request.POST.get("deed") == "map" else None)
    if attempt(form, lambda: _keep(request, one, form)):
        messages.success(request, "Kept. It holds from the next export or call on.")
        return redirect("work_items:connector", request.organisation.slug, found.pk, one.pk)
    return _page(request, found, one, form=form)


@organisation_page("see_work_items")
@require_POST
def keys(request: OrganisationRequest, project_id: int, connector_id: int) -> HttpResponse:
    found = own(request, project_id)
    one = queries.connector(found, connector_id)
    form = KeysForm(found, request.POST)
    tied = attempt(form, lambda: (actions.tie_by_keys(one, by=request.user, keys=form.cleaned_data["keys"]),))
    if tied is None:
        return _page(request, found, one, keys=form)
    messages.success(request, f"{tied[0]} item{'' if tied[0] == 1 else 's'} tied by hand.")
    return redirect("work_items:connector", request.organisation.slug, found.pk, one.pk)


@organisation_page("see_work_items")
@require_POST
def webhook(request: OrganisationRequest, project_id: int, connector_id: int) -> HttpResponse:
    """A new secret is shown once, here."""
    found = own(request, project_id)
    one = queries.connector(found, connector_id)
    if request.POST.get("deed") == "make" and one.tracker in WITH_WEBHOOK:
        return _page(request, found, one, secret=actions.make_hook(one, by=request.user))
    if request.POST.get("deed") == "drop":
        actions.drop_hook(one, by=request.user)
        messages.success(request, "The webhook is withdrawn. Its address opens nothing any more.")
    return redirect("work_items:connector", request.organisation.slug, found.pk, one.pk)


def own(request: OrganisationRequest, project_id: int) -> Project:
    found = projects.project(request.organisation, project_id)
    require(request, "edit_project", found)
    return found


def _keep(request: OrganisationRequest, one: Connector, form: StatesForm) -> bool:
    given = form.cleaned_data
    actions.set_map(one, by=request.user, states=form.said(), date_order=given["date_order"])
    actions.set_ties_by_parent(one, by=request.user, ties_by_parent=given["ties_by_parent"])
    return True


def _page(
    request: OrganisationRequest,
    project: Project,
    one: Connector,
    *,
    form: StatesForm | None = None,
    keys: KeysForm | None = None,
    secret: str = "",
) -> HttpResponse:
    address = settings.SITE_URL + reverse("work_items_hook", args=[one.hook]) if one.hook else ""
    context = {
        "project": project,
        "tab": "work items",
        "connector": one,
        "tracker": tracker_named(one.tracker).TRACKER,
        "form": form or StatesForm(one),
        "keys": keys or KeysForm(project),
        "export": ExportForm(),
        "files": one.files.select_related("by").defer("packed")[:FILES],
        "has_webhook": one.tracker in WITH_WEBHOOK,
        "hook_address": address,
        "secret": secret,
        "call_address": settings.SITE_URL + reverse("work_items_call"),
        "edits": may(request.membership, "edit_project", project),
    }
    return render_page(request, "work_items/connector.html", context)
