"""Which level each perspective is to reach."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.maturity.model_files import model_of
from plumbline.office.maturity.models import Target
from plumbline.office.people.models import Organisation, Person


def set_targets(
    organisation: Organisation, *, by: Person | None, targets: Mapping[str, tuple[int | None, date | None]]
) -> int:
    """Level and day by perspective; without a level there is no target any more. Returns how many changed."""
    with action("set_maturity_targets", by=by, scope=organisation) as line:
        if unknown := targets.keys() - {each.key for each in model_of().perspectives}:
            raise ValidationError(f"There is no perspective {', '.join(sorted(unknown))}.")
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        kept = {each.perspective: each for each in Target.objects.filter(organisation=organisation)}
        told = {}
        for perspective, (level, day) in targets.items():
            if _set(organisation, perspective, level, day, kept.get(perspective)):
                told[perspective] = level
        if told:
            line.about(organisation, targets=told)
        else:
            line.nothing_happened()
    return len(told)


def _set(
    organisation: Organisation, perspective: str, level: int | None, day: date | None, kept: Target | None
) -> bool:
    if level is None:
        if kept is not None:
            kept.delete()
        return kept is not None
    if kept is None:
        add(Target(organisation=organisation, perspective=perspective, level=level, by_day=day))
        return True
    return bool(change(kept, level=level, by_day=day))
