"""How content those are who asked."""

from __future__ import annotations

from plumbline.office.people.models import Organisation
from plumbline.office.services.models import ServiceRequest


def satisfaction_of(organisation: Organisation) -> tuple[tuple[float, ...] | None, int]:
    """The scores, and how many were asked for one; ``None`` where the office has not been asked for anything."""
    rows = ServiceRequest.objects.filter(organisation=organisation).order_by("pk")
    told = list(rows.values_list("satisfaction", "satisfaction_asked_at"))
    if not told:
        return None, 0
    scores = tuple(float(score) for score, _ in told if score is not None)
    return scores, sum(at is not None for _, at in told)
