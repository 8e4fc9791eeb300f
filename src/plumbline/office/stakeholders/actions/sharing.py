"""Stakeholders as several projects share them: entered once, corrected in one place, merged when entered twice."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.projects.held import mark
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Stake, Stakeholder


def found_or_added(organisation: Organisation, *, name: str, role: str, belongs_to: str, email: str) -> Stakeholder:
    """By name and whom they speak for; by name alone where one of the two did not say. Gaps are filled."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # one name at a time
    given = {"role": role.strip(), "belongs_to": belongs_to.strip(), "email": email.strip()}
    namesakes = list(Stakeholder.objects.filter(organisation=organisation, merged_into=None, name__iexact=name.strip()))
    house = given["belongs_to"].lower()
    same = [each for each in namesakes if each.belongs_to.lower() == house]
    perhaps = same or [each for each in namesakes if not each.belongs_to or not house]
    if len(perhaps) > 1:
        raise ValidationError({"name": "Several have this name. Say whom they speak for."})
    if not perhaps:
        return add(Stakeholder(organisation=organisation, name=name.strip(), **given))
    found = perhaps[0]
    change(found, **{each: value for each, value in given.items() if value and not getattr(found, each)})
    return found


def change_stakeholder(stakeholder: Stakeholder, *, by: Person | None, **columns: Any) -> Stakeholder:
    """Raises ``ValidationError`` by field."""
    with action("change_stakeholder", by=by, scope=stakeholder.organisation) as line:
        held = Stakeholder.objects.select_for_update().get(pk=stakeholder.pk)
        person = columns.get("person")
        if person is not None and not people_in(held.organisation).filter(pk=person.pk).exists():
            raise ValidationError({"person": "They do not belong to this organisation."})
        if changed := change(held, **columns):
            line.about(held, fields=sorted(changed))
        else:
            line.nothing_happened()
        return held


def merge_stakeholders(double: Stakeholder, *, into: Stakeholder, by: Person | None) -> None:
    """They are the same: their stakes are one's now. Where both are in a register, the entry of the double ends.

    Raises ``ValidationError`` for themselves, for somebody of another organisation, and for one merged before.
    """
    with action("merge_stakeholders", by=by, scope=double.organisation) as line:
        both = Stakeholder.objects.select_for_update().filter(pk__in=[double.pk, into.pk], merged_into=None)
        if len({each.pk for each in both}) != 2 or double.organisation_id != into.organisation_id:
            raise ValidationError({"into": "Choose somebody else from the list."})
        stakes = double.stakes.select_for_update()
        twice = Stake.objects.filter(stakeholder=into, ended_at=None).values_list("project_id", flat=True)
        stakes.filter(ended_at=None, project_id__in=list(twice)).update(
            ended_at=now(), ended_by=by, ended_because=f"Entered twice: see {into.name}."[:500]
        )
        for project in Project.objects.filter(stakes__stakeholder=double).distinct():
            mark(project)
        double.stakes.update(stakeholder=into)
        gaps = {each: getattr(double, each) for each in ("role", "belongs_to", "email", "person")}
        change(double, merged_into=into)
        change(into, **{each: value for each, value in gaps.items() if value and not getattr(into, each)})
        line.about(into, merged=double.pk)
