"""What the lead sets as agreed on, after the assessors have talked about it."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.maturity.actions.locking import locked
from plumbline.office.maturity.models import Consensus, Round
from plumbline.office.people.models import Person


def set_consensus(found: Round, *, by: Person, attribute: str, value: str, reason: str = "") -> None:
    """An empty ``value`` takes it back: then the majority counts. Raises ``ValidationError`` by field."""
    with action("set_consensus", by=by, scope=found.organisation) as line:
        current = locked(found)
        if attribute not in {each.key for each in current.model.attributes()}:
            raise ValidationError("The model of this round has no such attribute.")
        if value and not reason.strip():
            raise ValidationError({"reason": "Say how you came to agree."})
        kept = Consensus.objects.filter(round=current, attribute=attribute).first()
        if not value:
            if kept is None:
                line.nothing_happened()
                return
            line.about(current, attribute=attribute, taken_back=kept.value)
            kept.delete()
            return
        if kept is None:
            add(Consensus(round=current, attribute=attribute, value=value, reason=reason.strip(), by=by))
        elif not change(kept, value=value, reason=reason.strip()):
            line.nothing_happened()
            return
        else:
            change(kept, by=by, at=now())
        line.about(current, attribute=attribute, value=value)
