"""Answering a step of the guide."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.founding.actions.culture import overrule, record_culture
from plumbline.office.founding.guide import ORDER
from plumbline.office.founding.models import Founding
from plumbline.office.founding.queries import presets, profile_of
from plumbline.office.people.models import Organisation, Person


def answer_step(organisation: Organisation, step: str, *, by: Person | None, said: dict[str, Any]) -> Founding:
    """Keeps what was said. Raises ``ValidationError`` where a proposal is overruled without a reason."""
    if step not in ORDER:
        raise ValidationError("There is no such step.")
    with action("answer_founding_step", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        founding = Founding.objects.filter(organisation=organisation).first()
        founding = founding or add(Founding(organisation=organisation, begun_by=by))
        if founding.finished_at is not None:
            raise ValidationError("The office is founded already. Change its charter on the page Charter.")
        if step == "who":
            record_culture(organisation, by=by, **said)
        elif step == "standard":
            _overrule(organisation, by, said)
        plain = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in said.items()}
        Founding.objects.filter(pk=founding.pk).update(answers=founding.answers | {step: plain}, changed_at=now())
        line.about(founding, step=step)
    founding.refresh_from_db()
    return founding


def _overrule(organisation: Organisation, by: Person | None, said: dict[str, Any]) -> None:
    """Only what differs from what counted before: a choice that was explained once need not be explained again."""
    for each in presets(profile_of(organisation)):
        if each.key in said and str(said[each.key]) != each.value:
            overrule(organisation, by=by, key=each.key, value=str(said[each.key]), reason=said["reason"])
