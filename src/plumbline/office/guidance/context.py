"""The way from a page to what the standard says there, for every template."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from plumbline.office.guidance.catalogue import about, place_of


def here(request: HttpRequest) -> dict[str, Any]:
    """``guidance_here``: an address, empty where the page has no place. No query."""
    match, organisation = request.resolver_match, getattr(request, "organisation", None)
    name = place_of(match.view_name, match.kwargs) if match and organisation else None
    if match is None or organisation is None or name is None:
        return {"guidance_here": ""}
    project = match.kwargs.get("project_id")
    given = [organisation.slug, project, name] if project else [organisation.slug, name]
    there = reverse("guidance:in_project" if project else "guidance:here", args=given)
    thing = about(match.kwargs)
    return {"guidance_here": f"{there}?about={thing}" if thing else there}
