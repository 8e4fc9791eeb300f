"""The secret of the link in a reminder: the random number of the request, signed with the installation's key."""

from __future__ import annotations

from uuid import UUID

from django.core.cache import cache
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from plumbline.office.foundation.clock import now

CALLS_AN_HOUR = 120
HOUR = 3600


def path_of(request: UUID) -> str:
    """Where somebody tells without signing in."""
    return reverse("progress_link:list", args=[secret_of(request)])


def secret_of(request: UUID) -> str:
    return _signer().sign(request.hex)


def request_in(secret: str) -> UUID | None:
    """``None`` for what was not made here."""
    try:
        return UUID(_signer().unsign(secret))
    except (BadSignature, ValueError):
        return None


def called_too_often(request: UUID) -> bool:
    """Counts this time as well."""
    key = f"progress-link-{request.hex}-{now():%Y%m%d%H}"
    if cache.add(key, 1, HOUR):
        return False
    try:
        return int(cache.incr(key)) > CALLS_AN_HOUR
    except ValueError:  # it ran out between the two lines, and the next call counts from one
        return False


def _signer() -> Signer:
    return Signer(sep=".", salt="plumbline.progress_link")
