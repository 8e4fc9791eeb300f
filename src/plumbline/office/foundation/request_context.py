"""Which request the program is serving: its id and where it came from, for the audit trail and the log."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class RequestContext:
    request_id: str = ""
    address: str | None = None


NO_REQUEST = RequestContext()

_current: ContextVar[RequestContext] = ContextVar("request", default=NO_REQUEST)


def current_request() -> RequestContext:
    """Empty outside a request."""
    return _current.get()


class RequestContextMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        context = RequestContext(str(uuid.uuid4()), client_address(request))
        token = _current.set(context)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response["X-Request-ID"] = context.request_id
        return response


def client_address(request: HttpRequest) -> str | None:
    """The address that the outermost of our own proxies saw: what lies left of it, the sender may have invented."""
    if settings.PROXIES == 0:
        return _checked(request.META.get("REMOTE_ADDR", ""))
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return _checked(hops[-settings.PROXIES]) if len(hops) >= settings.PROXIES else None


def _checked(address: str) -> str | None:
    try:
        return str(ip_address(address.strip()))
    except ValueError:
        return None
