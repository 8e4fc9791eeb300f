"""A scenario becomes the plan of record: a copy of what was decided, beside the earlier ones."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.choosing.models import Approval, Scenario
from plumbline.office.choosing.queries.pages import Ranked, ScenarioPage, scenario_page
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with

CALCULATED, RANKED = "calculated", "ranked"


def approve_scenario(scenario: Scenario, *, by: Person, how: str, note: str = "") -> Approval:
    """``how``: as calculated, or by rank down to the cut line. Who made it up does not decide, unless nobody else may.

    Raises ``ValidationError``.
    """
    organisation = scenario.organisation
    with action("approve_scenario", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        current = Scenario.objects.select_for_update().get(pk=scenario.pk)
        if current.archived_at is not None:
            raise ValidationError("The scenario is archived.")
        others = people_with(organisation, "approve_plan_of_record").exclude(pk=by.pk)
        if current.created_by_id == by.pk and others.exists():
            raise ValidationError("Who made a scenario up does not approve it. Ask somebody else who may decide.")
        page = scenario_page(current)
        content = _content(page, how)
        number = Approval.objects.filter(organisation=organisation).count() + 1
        approval = Approval(
            organisation=organisation, scenario=current, number=number, name=current.name, note=note.strip(), by=by
        )
        approval.content = content
        line.about(add(approval), chosen=content["count"], value=content["value"], cost=content["cost"])
    return approval


def _content(page: ScenarioPage, how: str) -> dict[str, Any]:
    if how == CALCULATED:
        if page.outcome is None or not page.is_fresh or page.outcome.get("value") is None:
            raise ValidationError("There is no choice calculated from the scenario as it is now. Calculate it first.")
    elif how != RANKED:
        raise ValidationError({"how": "Choose what is approved."})
    elif not page.rows:
        raise ValidationError("There is nothing to approve: the scenario has no candidates.")
    chosen = [each for each in page.rows if (each.is_chosen if how == CALCULATED else each.is_above)]
    names = {each.candidate.pk for each in chosen}
    return {
        "how": how,
        "proof": page.outcome.get("proof") if how == CALCULATED and page.outcome else None,
        "currency": page.scenario.organisation.currency,
        "basis": page.scenario.basis,
        "periods": page.scenario.periods,
        "budget": page.scenario.budget,
        "capacity": page.scenario.capacity,
        "buckets": page.scenario.buckets,
        "rows": [_row(each, each.candidate.pk in names, how) for each in page.rows],
        "count": len(chosen),
        "value": str(sum((_worth(each, how) for each in chosen), page.nothing)),
        "cost": str(sum((each.candidate.all_cost for each in chosen), page.nothing)),
    }


def _worth(each: Ranked, how: str) -> Decimal:
    """From the start that was calculated on: waiting takes something of it."""
    waits = each.start - each.candidate.earliest if how == CALCULATED and each.start else 0
    return each.worth - each.candidate.loss_per_period * waits


def _row(each: Ranked, is_in: bool, how: str) -> dict[str, Any]:
    start = (each.start or each.candidate.earliest) if how == CALCULATED else each.candidate.earliest
    return {
        "name": each.candidate.name,
        "project": each.candidate.project_id,
        "rank": each.candidate.rank,
        "in": is_in,
        "must": each.candidate.must,
        "bucket": each.candidate.bucket,
        "start": start if is_in else None,
        "value": str(_worth(each, how) if is_in else each.worth),
        "cost": [str(amount) for amount in each.candidate.cost],
        "roles": each.candidate.roles,
        "why": each.why if how == CALCULATED else "",
    }
