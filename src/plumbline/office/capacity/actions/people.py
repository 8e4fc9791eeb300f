"""People who do the work: who they are, how much of the time, and with what they can do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.capacity.actions.working_out import work_out
from plumbline.office.capacity.models import Ability, HeldAbility, LineWork, ResourcePerson, WorkingShare
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in

MOST_PEOPLE, MOST_SPELLS, MOST_ABILITIES = 20_000, 400, 60
FACTS = ("name", "person", "unit", "pool", "role", "pattern", "first_day", "last_day")


def add_resource_person(
    organisation: Organisation, *, by: Person | None, percent: int = 100, **facts: Any
) -> ResourcePerson:
    """``facts`` are columns of ``ResourcePerson``; without a name, it is that of the ``person``.

    Raises ``ValidationError`` by field.
    """
    with action("add_resource_person", by=by, scope=organisation) as line:
        if organisation.resource_people.count() >= MOST_PEOPLE:
            raise ValidationError(f"There are {MOST_PEOPLE:,} people already, which is the most.")
        given = _checked(organisation, facts)
        person = add(ResourcePerson(organisation=organisation, **given))
        if percent != 100:
            _share(person, percent, person.first_day or date(2000, 1, 1), by)
        work_out(organisation, [person])
        line.about(person, percent=percent)
    return person


def change_resource_person(person: ResourcePerson, *, by: Person | None, **facts: Any) -> ResourcePerson:
    """Raises ``ValidationError`` by field."""
    with action("change_resource_person", by=by, scope=person.organisation) as line:
        held = _held(person)
        given = _checked(held.organisation, {name: getattr(held, name) for name in FACTS} | facts)
        if not (changed := change(held, **given)):
            line.nothing_happened()
            return held
        work_out(held.organisation, [held])
        line.about(held, changed=changed)
    return held


def set_share(person: ResourcePerson, *, by: Person | None, percent: int, from_on: date) -> WorkingShare:
    """How much of full time somebody works from a day on."""
    with action("set_working_share", by=by, scope=person.organisation) as line:
        held = _held(person)
        if held.shares.count() >= MOST_SPELLS:
            raise ValidationError(f"There are {MOST_SPELLS} shares already, which is the most.")
        share = _share(held, percent, from_on, by)
        work_out(held.organisation, [held])
        line.about(held, percent=percent, from_on=str(from_on))
    return share


def set_abilities(person: ResourcePerson, *, by: Person | None, abilities: Iterable[Ability]) -> None:
    """Roles and skills besides the person's own role: exactly these from now on."""
    with action("set_abilities", by=by, scope=person.organisation) as line:
        held = _held(person)
        wanted = {each.pk: each for each in abilities}
        if len(wanted) > MOST_ABILITIES or any(
            each.organisation_id != held.organisation_id for each in wanted.values()
        ):
            raise ValidationError({"abilities": f"Choose at most {MOST_ABILITIES} of this organisation."})
        known = dict(held.held_abilities.values_list("ability", "pk"))
        if known.keys() == wanted.keys():
            line.nothing_happened()
            return
        HeldAbility.objects.filter(pk__in=[pk for ability, pk in known.items() if ability not in wanted]).delete()
        for pk, each in wanted.items():
            if pk not in known:
                add(HeldAbility(person=held, ability=each))
        work_out(held.organisation, [held])
        line.about(held, abilities=sorted(str(each) for each in wanted.values()))


def add_line_work(
    person: ResourcePerson, *, by: Person | None, title: str, percent: int, first: date, last: date | None = None
) -> LineWork:
    """Raises ``ValidationError`` by field."""
    with action("add_line_work", by=by, scope=person.organisation) as line:
        held = _held(person)
        _refuse_crooked(first, last)
        if held.line_work.count() >= MOST_SPELLS:
            raise ValidationError(f"There are {MOST_SPELLS} pieces of line work already, which is the most.")
        work = add(LineWork(person=held, title=title.strip(), percent=percent, first=first, last=last, by=by))
        work_out(held.organisation, [held])
        line.about(held, line_work=str(work), first=str(first), last=str(last or ""))
    return work


def end_line_work(work: LineWork, *, by: Person | None, last: date) -> None:
    """``last`` is its last day; before its first one it never was."""
    with action("end_line_work", by=by, scope=work.person.organisation) as line:
        held = _held(work.person)
        changed = change(LineWork.objects.get(pk=work.pk), last=last)
        if not changed:
            line.nothing_happened()
            return
        work_out(held.organisation, [held])
        line.about(held, line_work=str(work), last=str(last))


def _held(person: ResourcePerson) -> ResourcePerson:
    locked = ResourcePerson.objects.select_for_update(of=("self",)).select_related("organisation")
    return locked.get(pk=person.pk)


def _share(person: ResourcePerson, percent: int, from_on: date, by: Person | None) -> WorkingShare:
    return add(WorkingShare(person=person, percent=percent, from_on=from_on, by=by))


def _refuse_crooked(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise ValidationError({"last": "The last day lies before the first one."})


def _checked(organisation: Organisation, facts: dict[str, Any]) -> dict[str, Any]:
    account = facts.get("person")
    if account is not None and not people_in(organisation).filter(pk=account.pk).exists():
        raise ValidationError({"person": f"{account} does not belong here. Choose somebody of the organisation."})
    for name in ("unit", "pool", "role", "pattern"):
        thing = facts.get(name)
        if thing is not None and thing.organisation_id != organisation.pk:
            raise ValidationError({name: "Choose one of this organisation."})
    name = str(facts.get("name") or (account.name if account else "")).strip()
    if not name:
        raise ValidationError({"name": "Choose a person, or write the name of somebody without an account."})
    return {**facts, "name": name}
