"""A round as it is now, held until the action is through."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.maturity.models import Round


def locked(found: Round) -> Round:
    """Raises ``ValidationError`` for one that is no longer open."""
    current = Round.objects.select_for_update(of=("self",)).select_related("organisation", "lead").get(pk=found.pk)
    if not current.is_open:
        raise ValidationError(f"“{current}” is {current.get_state_display().lower()}. It does not change any more.")
    return current
