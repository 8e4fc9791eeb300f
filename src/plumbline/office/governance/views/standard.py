"""A project under its standard: the version it follows, how that is tailored, and what was decided about it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.governance import actions, queries
from plumbline.office.governance.forms import DecisionForm, SizeClassForm, TailoringForm
from plumbline.office.governance.models import Tailoring
from plumbline.office.governance.queries.standard_page import standard_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.projects import queries as projects
from plumbline.office.standards import queries as standards


@require_safe
@organisation_page("see_projects")
def standard(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    context = {
        "project": project,
        "page": standard_page(project),
        "may_edit": may(request.membership, "edit_project", project),
    }
    return render_page(request, "governance/standard.html", context)


@require_POST
@organisation_page("see_projects")
def move(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """To the version in force: that, a project's own manager may decide too."""
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    if actions.migrate(project, by=request.user):
        messages.success(request, f"{project.name} moves to the version in force and is assessed anew.")
    return redirect("governance:standard", request.organisation.slug, project.pk)


@organisation_page("see_projects")
def tailor(request: OrganisationRequest, project_id: int, freedom: str) -> HttpResponse:
    """Asks for a change of something that the standard lets be changed."""
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    version = queries.version_followed(project)
    plain = standards.standard_of(version) if version else None
    if plain is None or freedom not in plain.may_change:
        raise Http404
    about = plain.may_change[freedom]
    form = TailoringForm(plain, about, request.POST or None, initial=request.GET.dict())
    asked = attempt(form, lambda: actions.request_tailoring(project, by=request.user, **form.cleaned_data))
    if asked:
        return _asked(request, asked)
    context = {"project": project, "form": form, "title": about.title, "why": about.why, "tab": "standard"}
    return render_page(request, "governance/tailor.html", context | {"role": plain.roles[about.approves].title})


@organisation_page("see_projects")
def size_class(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """Asks to count the project to a size class."""
    project = projects.project(request.organisation, project_id)
    require(request, "edit_project", project)
    version = queries.version_followed(project)
    plain = standards.standard_of(version) if version else None
    if plain is None or not plain.classes:
        raise Http404
    form = SizeClassForm(plain, request.POST or None)
    asked = attempt(form, lambda: actions.request_size_class(project, by=request.user, **form.cleaned_data))
    if asked:
        return _asked(request, asked)
    context = {"project": project, "form": form, "classes": plain.classes.values(), "tab": "standard"}
    return render_page(request, "governance/size_class.html", context)


@organisation_page("see_projects")
def tailoring(request: OrganisationRequest, tailoring_id: int) -> HttpResponse:
    """One change: what, why, who decides; and the decision, for whoever may."""
    found = queries.tailoring(request.organisation, tailoring_id)
    may_decide = actions.may_decide(found, request.user)
    if request.method == "POST" and not may_decide:
        raise PermissionDenied(f"Only somebody who {actions.who_decides(found)} decides on this.")
    form = DecisionForm(request.POST or None)
    if form.is_bound and attempt(form, lambda: _decide(request, found, form)):
        return redirect("governance:standard", request.organisation.slug, found.project_id)
    context = {
        "project": found.project,
        "tailoring": found,
        "form": form,
        "who": actions.who_decides(found),
        "may_decide": may_decide and found.requested_by_id != request.user.pk,
        "holds": found.holds_on(queries.today(request.organisation)),
        "may_end": may(request.membership, "edit_project", found.project),
        "tab": "standard",
    }
    return render_page(request, "governance/tailoring.html", context)


@require_POST
@organisation_page("see_projects")
def end_tailoring(request: OrganisationRequest, tailoring_id: int) -> HttpResponse:
    found = queries.tailoring(request.organisation, tailoring_id)
    require(request, "edit_project", found.project)
    try:
        actions.end_tailoring(found, by=request.user)
        messages.success(request, f"“{found.title}” is ended. The standard holds as it is.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("governance:standard", request.organisation.slug, found.project_id)


def _asked(request: OrganisationRequest, asked: Tailoring) -> HttpResponse:
    messages.success(request, f"“{asked.title}” is asked for. Somebody else decides.")
    return redirect("governance:standard", request.organisation.slug, asked.project_id)


def _decide(request: OrganisationRequest, found: Tailoring, form: DecisionForm) -> bool:
    approve = form.cleaned_data["decision"] == "approve"
    actions.decide_tailoring(found, by=request.user, approve=approve, note=form.cleaned_data["note"])
    messages.success(request, f"“{found.title}” is {'approved' if approve else 'refused'}.")
    return True
