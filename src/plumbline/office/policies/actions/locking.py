"""Taking hold of a policy before it is changed."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.policies.models import Policy


def locked_policy(policy: Policy) -> Policy:
    """Of two who act at once, the second sees what the first has done. Raises ``ValidationError`` once withdrawn."""
    found = Policy.objects.select_for_update(of=("self",)).select_related("organisation", "owner", "current")
    locked = found.get(pk=policy.pk)
    if locked.state == Policy.State.WITHDRAWN:
        raise ValidationError("It is withdrawn and does not change any more.")
    return locked
