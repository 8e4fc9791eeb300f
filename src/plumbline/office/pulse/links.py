"""The secret of the link in a mail: the random number of an invitation, signed with the installation's key.

It follows from both, so it is stored nowhere; without the key nobody makes one, though they read the database.
"""

from __future__ import annotations

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.urls import reverse


def path_of(invitation: UUID) -> str:
    """Where somebody answers without signing in."""
    return reverse("pulse_link:answer", args=[_signer().sign(invitation.hex)])


def invitation_in(secret: str) -> UUID | None:
    """``None`` for what was not made here."""
    try:
        return UUID(_signer().unsign(secret))
    except (BadSignature, ValueError):
        return None


def _signer() -> Signer:
    return Signer(sep=".", salt="plumbline.pulse_link")
