"""What every template may know about the organisation on the page and the person who looks at it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plumbline.office.foundation.access import may
from plumbline.office.people import queries
from plumbline.office.people.models import Membership, Person


class Allowed:
    """``{% if allowed.manage_people %}``: permissions that do not depend on a thing."""

    def __init__(self, membership: Membership | None) -> None:
        self._membership = membership

    def __getitem__(self, permission: str) -> bool:
        try:
            return self._membership is not None and may(self._membership, permission)
        except LookupError as unknown:
            raise KeyError(permission) from unknown


def organisation(request: HttpRequest) -> dict[str, Any]:
    """``organisation``, ``membership``, ``allowed``, and ``places`` to switch between (a query if used)."""
    membership = getattr(request, "membership", None)
    person = getattr(request, "user", None)
    return {
        "organisation": getattr(request, "organisation", None),
        "membership": membership,
        "allowed": Allowed(membership),
        "places": SimpleLazyObject(lambda: queries.places_of(person) if isinstance(person, Person) else []),
    }
