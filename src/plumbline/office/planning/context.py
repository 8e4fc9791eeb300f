"""Who is writing at the plan on the page, for every template."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plumbline.office.planning.models import PlanDraft


def drafts(request: HttpRequest) -> dict[str, Any]:
    """``plan_drafts``: open drafts of the project that the address names. One query, where it is used."""
    match, organisation = request.resolver_match, getattr(request, "organisation", None)
    project = match.kwargs.get("project_id") if match and organisation else None
    if project is None or organisation is None:
        return {"plan_drafts": []}
    return {"plan_drafts": SimpleLazyObject(lambda: _open(organisation.pk, project))}


def _open(organisation: int, project: int) -> list[PlanDraft]:
    found = PlanDraft.objects.filter(project=project, project__organisation=organisation, state=PlanDraft.State.OPEN)
    return list(found.select_related("author").order_by("begun_at", "id")[:20])
