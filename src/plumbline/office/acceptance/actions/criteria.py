"""Criteria and their texts: a new text is added, and the agreement on the one before does not hold for it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.gherkin import UnreadableGherkin, items_of, read_criterion
from plumbline.office.acceptance.actions.places import (
    MOST_CRITERIA,
    locked_criterion,
    locked_deliverable,
    reason_given,
    refuse_other,
)
from plumbline.office.acceptance.actions.telling import ask_to_agree, tell_of_change
from plumbline.office.acceptance.models import Criterion, CriterionText, Deliverable, Kind, Method, Requirement
from plumbline.office.acceptance.queries.standing import present_text
from plumbline.office.acceptance.text import normalised
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.projects.held import mark, next_number
from plumbline.office.projects.models import Project

AGREED_ON = ("title", "kind", "method", "measure", "target", "accepted_by")
"""What is agreed on beside the text itself."""


def add_criterion(
    deliverable: Deliverable,
    *,
    by: Person | None,
    title: str,
    text: str,
    kind: str = Kind.PLAIN,
    requirement: Requirement | None = None,
    method: str = Method.TEST,
    measure: str = "",
    target: str = "",
    accepted_by: str = "",
    tell: bool = True,
) -> Criterion:
    """``accepted_by`` is the name of a role of the standard. Those who have to agree are told, unless ``tell`` is off.

    Raises ``ValidationError`` by field; for a text that its kind cannot be, with each line.
    """
    with action("add_criterion", by=by, scope=deliverable.project.organisation) as line:
        held = locked_deliverable(deliverable)
        refuse_other(held, requirement)
        _refuse_role(held.project, accepted_by)
        criterion = Criterion(
            project=held.project,
            deliverable=held,
            requirement=requirement,
            number=next_number(held.project.criteria.all(), MOST_CRITERIA),
            title=title.strip(),
            kind=kind,
            method=method,
            measure=measure,
            target=target,
            accepted_by=accepted_by,
        )
        written = _checked(criterion, text)
        _add_text(add(criterion), 1, written, by)
        mark(held.project)
        if tell:
            ask_to_agree(criterion, by)
        line.about(criterion, kind=kind)
        return criterion


def change_text(
    criterion: Criterion, *, by: Person | None, text: str | None = None, after: int | None = None, **columns: Any
) -> Criterion:
    """``columns`` are of ``AGREED_ON``, or ``requirement``, which is not agreed on. What is left out stays.

    If anything agreed on is different, it is a new text, and nobody has agreed on it; else no agreement is lost.
    With ``after``, only if that is still the number of the present text: nobody writes over what they have not read.
    Raises ``ValidationError`` by field.
    """
    with action("change_criterion", by=by, scope=criterion.project.organisation) as line:
        held = locked_criterion(criterion)
        before = present_text(held)
        if after is not None and after != before.number:
            raise ValidationError(
                f"Somebody has changed it since you began: there is text {before.number} now. Read it."
            )
        if "requirement" in columns:
            refuse_other(held.deliverable, columns["requirement"])
        if columns.get("accepted_by", held.accepted_by) != held.accepted_by:
            _refuse_role(held.project, columns["accepted_by"])
        changed = set(change(held, **columns))
        written = _checked(held, before.text if text is None else text)
        is_new = _digest(held, written) != before.digest
        if not changed and not is_new:
            line.nothing_happened()
            return held
        if is_new:
            change(held, changed_at=now(), agreed_at=None)
            _add_text(held, before.number + 1, written, by)
            tell_of_change(held, before, by)
            mark(held.project)
        line.about(held, fields=sorted(changed | ({"text"} if written != before.text else set())))
        return held


def withdraw_criterion(criterion: Criterion, *, by: Person | None, because: str) -> None:
    """Nobody is asked for it any more; what it said and who agreed stays to be read."""
    with action("withdraw_criterion", by=by, scope=criterion.project.organisation) as line:
        held = locked_criterion(criterion)
        change(held, withdrawn_at=now(), withdrawn_because=reason_given(because))
        mark(held.project)
        line.about(held, because=held.withdrawn_because)


def _checked(criterion: Criterion, text: str) -> str:
    written = normalised(text)
    if not written.strip():
        raise ValidationError({"text": "Say when it is met."})
    try:
        if criterion.kind == Kind.GHERKIN:
            read_criterion(written, name=criterion.title)
        elif criterion.kind == Kind.CHECKLIST:
            items_of(written)
    except UnreadableGherkin as refused:
        raise ValidationError({"text": [str(each) for each in refused.problems]}) from None
    return written


def _add_text(criterion: Criterion, number: int, text: str, by: Person | None) -> CriterionText:
    columns = {name: getattr(criterion, name) for name in AGREED_ON}
    digest = _digest(criterion, text)
    return add(CriterionText(criterion=criterion, number=number, text=text, digest=digest, by=by, **columns))


def _digest(criterion: Criterion, text: str) -> str:
    agreed_on = {"text": text} | {name: getattr(criterion, name) for name in AGREED_ON}
    return hashlib.sha256(json.dumps(agreed_on, sort_keys=True).encode()).hexdigest()


def _refuse_role(project: Project, role: str) -> None:
    standard = standard_for(project) if role else None
    if role and (standard is None or role not in standard.roles):
        raise ValidationError({"accepted_by": "The project's standard has no such role."})
