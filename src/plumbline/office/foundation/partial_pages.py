"""One address, one view: the whole page for a browser, one named partial of the same template for htmx."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


def render_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    partial: str = "",
    status: int = 200,
) -> HttpResponse:
    """Renders ``template``, or only its ``{% partialdef %}`` of that name if htmx asks for a part of the page."""
    wanted = f"{template}#{partial}" if partial and asks_for_a_part(request) else template
    response = render(request, wanted, context, status=status)
    if partial:
        patch_vary_headers(response, ["HX-Request", "HX-Boosted", "HX-History-Restore-Request"])
    return response


def asks_for_a_part(request: HttpRequest) -> bool:
    htmx: HtmxDetails | None = getattr(request, "htmx", None)
    return bool(htmx and not htmx.boosted and not htmx.history_restore_request)
