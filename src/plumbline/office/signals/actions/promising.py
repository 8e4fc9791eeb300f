"""Within how many working days the organisation answers."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.signals.models import Kind, SignalPromise
from plumbline.office.signals.promises import MOST_DAYS, promises_of
from plumbline.office.signals.rights import must_run


def set_promises(organisation: Organisation, *, by: Person, days: Mapping[str, int]) -> None:
    """For signals raised from now on; what was promised before stays. Raises ``ValidationError`` by kind."""
    with action("promise_answers", by=by, scope=organisation) as line:
        must_run(organisation, by)
        for kind, number in days.items():
            if kind not in Kind.values or not 1 <= number <= MOST_DAYS:
                raise ValidationError({kind: f"Promise an answer within 1 to {MOST_DAYS} working days."})
        held = Organisation.objects.select_for_update().get(pk=organisation.pk)
        before = promises_of(held)
        differing = {kind: number for kind, number in days.items() if before[Kind(kind)] != number}
        for kind, number in differing.items():
            said = {"days": number, "changed_at": now()}
            SignalPromise.objects.update_or_create(organisation=held, kind=kind, defaults=said)
        line.about(held, days=differing)
        if not differing:
            line.nothing_happened()
