"""How much is unread, for the head of every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plumbline.office.notifications import queries


def inbox(request: HttpRequest) -> dict[str, Any]:
    """``unread_notices``: 0 to 100, where 100 means more than 99 (one query, if a page uses it)."""
    membership = getattr(request, "membership", None)
    return {"unread_notices": SimpleLazyObject(lambda: queries.unread_count(membership)) if membership else 0}
