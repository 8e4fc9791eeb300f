"""A scenario: made up, changed, copied, archived."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.optimisation.selection.problem import MOST_PERIODS
from plumbline.office.choosing.models import Candidate, Scenario, Tie
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person

MOST_SCENARIOS = 200


def add_scenario(organisation: Organisation, *, by: Person | None, name: str, **facts: Any) -> Scenario:
    """Raises ``ValidationError`` by field. ``facts``: note, basis, periods, budget, capacity, buckets."""
    with action("add_scenario", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if Scenario.objects.filter(organisation=organisation, archived_at=None).count() >= MOST_SCENARIOS:
            raise ValidationError(f"There are {MOST_SCENARIOS} scenarios already. Archive one first.")
        scenario = Scenario(organisation=organisation, created_by=by, name=name.strip(), **facts)
        _check(scenario)
        line.about(add(scenario))
    return scenario


def change_scenario(scenario: Scenario, *, by: Person | None, **values: Any) -> None:
    """Raises ``ValidationError`` by field, also if a candidate no longer fits into the periods."""
    with action("change_scenario", by=by, scope=scenario.organisation) as line:
        current = Scenario.objects.select_for_update().get(pk=scenario.pk)
        check_open(current)
        before = {name: getattr(current, name) for name in values}
        for name, value in values.items():
            setattr(current, name, value)
        _check(current)
        for name, value in before.items():
            setattr(current, name, value)
        told = change(current, **values)
        if told:
            line.about(current, changed=told)
        else:
            line.nothing_happened()
    scenario.refresh_from_db()


def archive_scenario(scenario: Scenario, *, by: Person | None) -> None:
    """It is kept with all that was calculated and decided, and stands no longer in the list."""
    with action("archive_scenario", by=by, scope=scenario.organisation) as line:
        current = Scenario.objects.select_for_update().get(pk=scenario.pk)
        if current.archived_at is not None:
            line.nothing_happened()
            return
        line.about(current, **change(current, archived_at=now()))
    scenario.refresh_from_db()


def copy_scenario(scenario: Scenario, *, by: Person | None, name: str) -> Scenario:
    """With its candidates, their ties and ranks; what was calculated stays behind. Raises ``ValidationError``."""
    with action("copy_scenario", by=by, scope=scenario.organisation) as line:
        facts = {
            each: getattr(scenario, each) for each in ("note", "basis", "periods", "budget", "capacity", "buckets")
        }
        copy = add(Scenario(organisation=scenario.organisation, created_by=by, name=name.strip(), **facts))
        old = list(scenario.candidates.all())
        ties = list(Tie.objects.filter(candidate__scenario=scenario))
        new = Candidate.objects.bulk_create(_copied(each, copy) for each in old)
        places = {was.pk: now_it_is for was, now_it_is in zip(old, new, strict=True)}
        Tie.objects.bulk_create(
            Tie(candidate=places[each.candidate_id], other=places[each.other_id], kind=each.kind) for each in ties
        )
        line.about(copy, of=str(scenario), candidates=len(new))
    return copy


def check_open(scenario: Scenario) -> None:
    if scenario.archived_at is not None:
        raise ValidationError("The scenario is archived and changes no more. Copy it to go on.")


def _copied(candidate: Candidate, scenario: Scenario) -> Candidate:
    names = [each.attname for each in Candidate._meta.concrete_fields if each.name not in ("id", "scenario")]
    return Candidate(scenario=scenario, **{name: getattr(candidate, name) for name in names})


def _check(scenario: Scenario) -> None:
    count = len(scenario.periods)
    if not 1 <= count <= MOST_PERIODS:
        raise ValidationError({"periods": f"Name between 1 and {MOST_PERIODS} periods."})
    if scenario.budget and len(scenario.budget) != count:
        raise ValidationError({"budget": f"Give one amount for each of the {count} periods, or none at all."})
    for role, amounts in scenario.capacity.items():
        if len(amounts) != count:
            raise ValidationError({"capacity": f"“{role}” needs one amount for each of the {count} periods."})
    for name, (least, most) in scenario.buckets.items():
        if not 0 <= float(least) <= float(most) <= 100:
            raise ValidationError({"buckets": f"“{name}”: shares lie between 0 and 100, the least not above the most."})
    if scenario.pk is None:
        return
    for each in scenario.candidates.all():
        check_place(each, scenario)


def check_place(candidate: Candidate, scenario: Scenario) -> None:
    """Raises ``ValidationError`` for one that does not fit into the periods or lies in no bucket."""
    span = max(1, len(candidate.cost), *map(len, candidate.roles.values()))
    if candidate.latest < candidate.earliest:
        raise ValidationError({"latest": f"“{candidate}”: its latest start is not before its earliest."})
    if candidate.earliest + span - 1 > len(scenario.periods):
        raise ValidationError(
            f"“{candidate}” takes {span} periods from period {candidate.earliest} on; the scenario has "
            f"{len(scenario.periods)}."
        )
    if candidate.bucket and scenario.buckets and candidate.bucket not in scenario.buckets:
        names = ", ".join(scenario.buckets)
        raise ValidationError(f"“{candidate}” lies in “{candidate.bucket}”; the buckets are {names}.")
