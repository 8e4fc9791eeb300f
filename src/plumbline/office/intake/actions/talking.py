"""Comments, and questions back to whoever asked."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.intake.actions.moving import by_somebody_else, locked, needed, record
from plumbline.office.intake.models import OPEN, WITH_THE_OFFICE, ProjectRequest, Step
from plumbline.office.people.models import Person

CLOSED = "It is decided already."


def ask_author(asked: ProjectRequest, *, by: Person, note: str) -> None:
    """The request waits for the author's answer."""
    with action("ask_author", by=by, scope=asked.organisation) as line:
        found = locked(asked, WITH_THE_OFFICE, CLOSED)
        by_somebody_else(found, by)
        record(found, Step.Kind.ASKED, by, needed(note, "note", "Write the question."))
        change(found, waits_for_answer=True)
        line.about(found)


def say(asked: ProjectRequest, *, by: Person, note: str) -> None:
    """A comment; an answer, if it is the author's and the office waits for one."""
    with action("comment_on_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, OPEN, CLOSED)
        answers = found.waits_for_answer and found.author_id == by.pk
        kind = Step.Kind.ANSWERED if answers else Step.Kind.COMMENTED
        record(found, kind, by, needed(note, "note", "Write something."))
        if answers:
            change(found, waits_for_answer=False)
        line.about(found, kind=kind)
