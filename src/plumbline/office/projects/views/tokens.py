"""The tokens of a project: who has one, a new one, and revoking."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today
from plumbline.office.projects import actions, exports, queries
from plumbline.office.projects.models import Project, ProjectToken
from plumbline.office.projects.token_form import TokenForm


@organisation_page("see_projects")
def tokens(request: OrganisationRequest, project_id: int) -> HttpResponse:
    """A new secret is shown once, here, and kept nowhere."""
    project = _own(request, project_id)
    day = today(request.organisation)
    form = TokenForm(day, request.POST if request.method == "POST" else None)
    made = attempt(form, lambda: actions.make_token(project, by=request.user, **form.cleaned_data))
    context = {
        "project": project,
        "page": queries.tokens_of(project, day),
        "form": TokenForm(day) if made else form,
        "made": made,
    }
    return render_page(request, "projects/tokens.html", context)


@require_safe
@organisation_page("see_projects")
def tokens_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = _own(request, project_id)
    lines = exports.token_lines(queries.tokens_of(project, today(request.organisation)))
    return table_file(f"{project.code} tokens", extension, lines)


@organisation_page("see_projects")
@require_POST
def revoke_token(request: OrganisationRequest, project_id: int, token_id: int) -> HttpResponse:
    project = _own(request, project_id)
    token = get_object_or_404(
        ProjectToken.objects.select_related("project__organisation"), pk=token_id, project=project
    )
    if request.POST.get("deed") == "revoke":
        actions.revoke_token(token, by=request.user)
        messages.success(request, f"{token.name} is revoked. It opens nothing any more.")
    return redirect("projects:tokens", request.organisation.slug, project.pk)


def _own(request: OrganisationRequest, project_id: int) -> Project:
    project = queries.project(request.organisation, project_id)
    require(request, "edit_project", project)
    return project
