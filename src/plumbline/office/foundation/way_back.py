"""Where a form asks to be led afterwards: a page of this site, or none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def led_back(request: HttpRequest, usual: str) -> HttpResponseRedirect:
    """To what was posted as ``next`` if it is the path of a page here, else to ``usual``."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if own and wanted.startswith("/") else usual)
