"""Pools, roles and skills, and working patterns."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.capacity.actions.working_out import changed as mark_changed
from plumbline.office.capacity.actions.working_out import work_out
from plumbline.office.capacity.models import Ability, Pool, WorkingPattern
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with

MOST_POOLS, MOST_ABILITIES, MOST_PATTERNS = 500, 1000, 100


def add_pool(organisation: Organisation, *, by: Person | None, **facts: Any) -> Pool:
    """``facts``: name, unit, owner, deputy. Raises ``ValidationError`` by field."""
    with action("add_pool", by=by, scope=organisation) as line:
        _refuse_more(organisation.pools.count(), MOST_POOLS)
        pool = add(Pool(organisation=organisation, **_of_here(organisation, facts)))
        line.about(pool)
    return pool


def change_pool(pool: Pool, *, by: Person | None, **facts: Any) -> Pool:
    """Raises ``ValidationError`` by field."""
    with action("change_pool", by=by, scope=pool.organisation) as line:
        held = Pool.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=pool.pk)
        if not (changed := change(held, **_of_here(held.organisation, facts))):
            line.nothing_happened()
            return held
        line.about(held, changed=changed)
    return held


def add_ability(
    organisation: Organisation, *, by: Person | None, name: str, kind: str = Ability.Kind.ROLE, key: str = ""
) -> Ability:
    """A role or a skill; one that was ended comes back. Raises ``ValidationError`` by field."""
    with action("add_ability", by=by, scope=organisation) as line:
        _refuse_more(organisation.abilities.count(), MOST_ABILITIES)
        ended = Ability.objects.filter(organisation=organisation, kind=kind, name__iexact=name.strip())
        found = ended.exclude(ended_at=None).first()
        if found is not None:
            change(found, ended_at=None)
        else:
            found = add(Ability(organisation=organisation, kind=kind, name=name.strip(), key=key))
        line.about(found, kind=str(kind), key=key)
    return found


def end_ability(ability: Ability, *, by: Person | None) -> None:
    """It is offered no longer; who has it keeps it, and what was asked for it stays."""
    with action("end_ability", by=by, scope=ability.organisation) as line:
        held = Ability.objects.select_for_update().get(pk=ability.pk)
        if held.ended_at is not None:
            line.nothing_happened()
            return
        change(held, ended_at=now())
        line.about(held)


def keep_pattern(
    organisation: Organisation,
    *,
    by: Person | None,
    name: str,
    windows: list[Any],
    pattern: WorkingPattern | None = None,
) -> WorkingPattern:
    """Adds one, or changes ``pattern``; whoever works by it has another capacity from then on."""
    with action("keep_working_pattern", by=by, scope=organisation) as line:
        if not any(windows):
            raise ValidationError({"name": "Enter hours on at least one day: 9:00-13:00, 14:00-18:00"})
        week = [[list(each) for each in day] for day in windows]
        if pattern is None:
            _refuse_more(organisation.working_patterns.count(), MOST_PATTERNS)
            kept = add(WorkingPattern(organisation=organisation, name=name.strip(), windows=week))
        else:
            kept = WorkingPattern.objects.select_for_update().get(pk=pattern.pk)
            if not change(kept, name=name.strip(), windows=week):
                line.nothing_happened()
                return kept
            work_out(organisation, list(kept.people.all()))
        mark_changed(organisation)
        line.about(kept)
    return kept


def _refuse_more(count: int, most: int) -> None:
    if count >= most:
        raise ValidationError(f"There are {most:,} already, which is the most.")


def _of_here(organisation: Organisation, facts: dict[str, Any]) -> dict[str, Any]:
    if (unit := facts.get("unit")) is not None and unit.organisation_id != organisation.pk:
        raise ValidationError({"unit": "Choose a unit of this organisation."})
    for name in ("owner", "deputy"):
        person = facts.get(name)
        if person is not None and not people_with(organisation, "see_capacity").filter(pk=person.pk).exists():
            raise ValidationError({name: f"{person} does not see capacity here. Choose somebody of the organisation."})
    if "name" in facts:
        facts = {**facts, "name": str(facts["name"]).strip()}
    return facts
