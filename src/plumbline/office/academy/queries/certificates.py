"""Certificates: one's own, those of others for who oversees learning, and by code for whoever holds one."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from plumbline.office.academy.models import Certificate
from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership


def certificate(membership: Membership, number: int) -> Certificate:
    """404 for one of another organisation."""
    mine = Certificate.objects.filter(organisation=membership.organisation, pk=number)
    found = mine.select_related("organisation", "person").first()
    if found is None:
        raise Http404
    if found.person_id != membership.person_id and not may(membership, "oversee_learning"):
        raise PermissionDenied("A certificate is its holder's: your role does not allow you to look.")
    return found


def certificate_by_code(organisation: str, code: str) -> Certificate | None:
    """For whoever has the code. What is said of a wrong one is the same for every organisation, known or not."""
    found = Certificate.objects.filter(organisation__slug=organisation, code=code.upper())
    return found.select_related("organisation").first()
