"""Answering the questions of an audit, and adding some."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import Max

from plumbline.office.conformance.actions.auditing import check_auditor, locked
from plumbline.office.conformance.models import Audit, ChecklistAnswer, ChecklistQuestion
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

MOST_QUESTIONS = 5000


def answer(question: ChecklistQuestion, *, by: Person, value: str, note: str = "") -> ChecklistAnswer:
    """Adds an answer, which counts from now on. Raises ``ValidationError`` by field."""
    with action("answer_question", by=by, scope=question.audit.organisation) as line:
        found = locked(question.audit, Audit.State.UNDER_WAY)
        check_auditor(found, by)
        if value == ChecklistAnswer.Value.NOT_RELEVANT and not note.strip():
            raise ValidationError({"note": "Say why it is not relevant here."})
        given = add(ChecklistAnswer(question=question, value=value, note=note.strip(), answered_by=by))
        line.about(question, value=value)
        return given


def add_question(audit: Audit, project: Project, *, by: Person, text: str) -> ChecklistQuestion:
    """One of the auditor's own, at the end of the project's checklist."""
    with action("add_question", by=by, scope=audit.organisation) as line:
        found = locked(audit, Audit.State.UNDER_WAY)
        check_auditor(found, by)
        if not found.sample.filter(project=project).exists():
            raise ValidationError({"project": f"{project} is not in the sample."})
        number = (found.questions.aggregate(last=Max("number"))["last"] or 0) + 1
        if number > MOST_QUESTIONS:
            raise ValidationError({"text": f"An audit has {MOST_QUESTIONS} questions at most."})
        kind = ChecklistQuestion.Kind.OWN
        added = add(
            ChecklistQuestion(audit=found, project=project, number=number, kind=kind, text=text.strip(), added_by=by)
        )
        line.about(added, audit=str(found), project=str(project))
        return added
