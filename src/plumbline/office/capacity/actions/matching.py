"""Saying once, for all plans, what a name in them means."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from plumbline.office.capacity.actions.working_out import changed
from plumbline.office.capacity.models import Ability, PlanMatch, Pool, ResourcePerson
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.alike import key_of
from plumbline.office.people.models import Organisation, Person

Meant = ResourcePerson | Ability | Pool | None
COLUMN = {ResourcePerson: "person", Ability: "ability", Pool: "pool"}


def match_name(organisation: Organisation, *, by: Person | None, name: str, means: Meant) -> PlanMatch:
    """``None``: nobody whose capacity counts here, such as a crane. Raises ``ValidationError``."""
    return match_names(organisation, by=by, matches=[(name, means)])[0]


def match_names(
    organisation: Organisation, *, by: Person | None, matches: Iterable[tuple[str, Meant]]
) -> list[PlanMatch]:
    with action("match_plan_names", by=by, scope=organisation) as line:
        kept = [_match(organisation, by, name, means) for name, means in matches]
        if not kept:
            line.nothing_happened()
            return []
        changed(organisation)
        line.about(kept[0], names=[each.name for each in kept][:100], count=len(kept))
    return kept


def forget_match(match: PlanMatch, *, by: Person | None) -> None:
    """What the name means is asked again."""
    with action("forget_plan_match", by=by, scope=match.organisation) as line:
        line.about(match, name=match.name)
        match.delete()
        changed(match.organisation)


def _match(organisation: Organisation, by: Person | None, name: str, means: Meant) -> PlanMatch:
    spelled = " ".join(name.split())
    if not spelled:
        raise ValidationError({"name": "Say which name of the plans is meant."})
    if means is not None and means.organisation_id != organisation.pk:
        raise ValidationError({"means": "Choose one of this organisation."})
    meant = dict.fromkeys(COLUMN.values())
    if means is not None:
        meant[COLUMN[type(means)]] = means
    match, is_new = PlanMatch.objects.get_or_create(
        organisation=organisation, key=key_of(spelled), defaults={"name": spelled, "set_by": by, **meant}
    )
    if not is_new:
        change(match, set_by=by, set_at=now(), **meant)
    return match
