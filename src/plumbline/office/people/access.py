"""Pages of an organisation: who does not belong to it finds nothing there, who may not is told so."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from plumbline.office.foundation.access import may
from plumbline.office.people import queries
from plumbline.office.people.models import Membership, Organisation, Person

LAST_ORGANISATION = "organisation"


class OrganisationRequest(HttpRequest):
    """A request of somebody who belongs to the organisation and has the permission of the page."""

    user: Person
    organisation: Organisation
    membership: Membership
    htmx: HtmxDetails


def organisation_page(permission: str) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """For views under ``/o/<slug:organisation>/``. The view gets an ``OrganisationRequest`` and no slug.

    Somebody who is not signed in is asked to; somebody of another organisation gets 404; a role without the
    permission gets 403. While the view runs, times are in the person's own zone, else in the organisation's.
    """

    def protect(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        @login_required
        def page(request: HttpRequest, organisation: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            assert isinstance(request.user, Person)
            membership = queries.membership_in(organisation, request.user)
            if membership is None:
                raise Http404
            request.organisation = membership.organisation  # type: ignore[attr-defined]
            request.membership = membership  # type: ignore[attr-defined]
            require(request, permission)  # type: ignore[arg-type]
            if request.session.get(LAST_ORGANISATION) != organisation:
                request.session[LAST_ORGANISATION] = organisation
            with timezone.override(ZoneInfo(request.user.time_zone or membership.organisation.time_zone)):
                return view(request, *args, **kwargs)

        page.permission = permission  # type: ignore[attr-defined]
        return page

    return protect


def leaves_no_trace(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view, innermost: that somebody was on its page is kept nowhere, not among the pages they visited either."""
    view.leaves_no_trace = True  # type: ignore[attr-defined]
    return view


def require(request: OrganisationRequest, permission: str, thing: Any = None) -> None:
    """For what depends on the thing at hand; raises ``PermissionDenied`` with a sentence for the 403 page."""
    if not may(request.membership, permission, thing):
        deed = permission.replace("_", " ")
        role = request.membership.get_role_display()
        raise PermissionDenied(f"Your role in {request.organisation} ({role}) does not allow this: {deed}.")
