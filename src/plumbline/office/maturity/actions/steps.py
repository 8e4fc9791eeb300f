"""From what is missing to the office's roadmap."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.mandate.actions import add_roadmap_item
from plumbline.office.maturity.models import Result, Step, Target
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

SOURCE = "maturity"
IN_TIME = timedelta(days=182)
LONGEST_TITLE = 160


def add_step(result: Result, *, by: Person, attribute: str) -> Step:
    """Puts an attribute that was not met on the roadmap. One that is there already is returned as it is.

    It is due on the day of the perspective's target where that lies ahead, else in half a year.
    """
    organisation = result.round.organisation
    with action("add_maturity_step", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        known = {each.key: each for each in result.round.model.attributes()}
        if attribute not in known or result.attributes[attribute]["value"] == "met":
            raise ValidationError("This attribute is met, or the model does not have it. There is nothing to do.")
        there = Step.objects.filter(result=result, attribute=attribute).first()
        if there is not None:
            line.nothing_happened()
            return there
        asked = known[attribute]
        perspective = result.round.model.perspective(asked.perspective)
        item = add_roadmap_item(
            organisation,
            by=by,
            title=asked.text if len(asked.text) <= LONGEST_TITLE else f"{asked.text[: LONGEST_TITLE - 1]}…",
            why=f"Not met in “{result.round}”. {perspective.title} needs it for level {asked.level}.",
            due_on=_due(organisation, asked.perspective),
            source=SOURCE,
        )
        step = add(Step(result=result, attribute=attribute, item=item))
        line.about(step, item=str(item))
    return step


def _due(organisation: Organisation, perspective: str) -> date:
    target = Target.objects.filter(organisation=organisation, perspective=perspective).first()
    this_day = today(organisation)
    return target.by_day if target and target.by_day and target.by_day > this_day else this_day + IN_TIME
