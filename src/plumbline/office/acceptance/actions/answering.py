"""Answering a point of ready or done that only a person can see."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.engine.standard.acceptance import Point
from plumbline.office.acceptance.actions.places import locked_deliverable
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.acceptance.readiness_models import REMARK, Definition, ReadinessAnswer
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.projects.held import mark
from plumbline.office.projects.models import Project

_ANSWERS = {"yes": True, "no": False}


def answer_point(
    deliverable: Deliverable, *, by: Person, definition: str, point: str, answer: str, remark: str = ""
) -> ReadinessAnswer | None:
    """The same answer of the same person again changes nothing.

    Raises ``ValidationError`` for a point that the standard does not ask, and for one that the program sees itself.
    """
    with action("answer_readiness", by=by, scope=deliverable.project.organisation) as line:
        held = locked_deliverable(deliverable)
        asked = _point(held.project, definition, point)
        if answer not in _ANSWERS:
            raise ValidationError({"answer": "Say yes or no."})
        if len(remark) > REMARK:
            raise ValidationError({"remark": f"At most {REMARK} characters."})
        last = ReadinessAnswer.objects.filter(deliverable=held, definition=definition, point=point).last()
        if last and (last.yes, last.by_id, last.remark) == (_ANSWERS[answer], by.pk, remark.strip()):
            line.nothing_happened()
            return None
        given = add(
            ReadinessAnswer(
                deliverable=held,
                definition=definition,
                point=point,
                question=asked.question,
                yes=_ANSWERS[answer],
                remark=remark.strip(),
                by=by,
            )
        )
        mark(held.project)
        line.about(held, definition=definition, point=point, answer=answer)
        return given


def _point(project: Project, definition: str, point: str) -> Point:
    standard = standard_for(project)
    points = {}
    if standard is not None and definition in Definition.values:
        points = standard.ready if definition == Definition.READY else standard.done
    if point not in points:
        raise ValidationError({"point": "The standard of this project does not ask this."})
    if points[point].check is not None:
        raise ValidationError({"point": "The program sees this for itself; nobody has to answer it."})
    return points[point]
