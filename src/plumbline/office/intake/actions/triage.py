"""Screening, and every end but acceptance: declined, on hold for a time, merged. Never by the author."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.governance.queries import today
from plumbline.office.intake.actions.moving import by_somebody_else, locked, move, needed
from plumbline.office.intake.models import OPEN, WITH_THE_OFFICE, ProjectRequest, ScreeningAnswer, State, Step
from plumbline.office.intake.queries import screening
from plumbline.office.people.models import Person

LONGEST_HOLD = timedelta(days=731)
CLOSED = "It is decided already."
Answers = Mapping[str, tuple[str, str]]


def answer_screening(asked: ProjectRequest, *, by: Person, answers: Answers) -> None:
    """``answers`` holds an answer and a note by question; an answer that stands already is not recorded again."""
    with action("answer_screening", by=by, scope=asked.organisation) as line:
        found = locked(asked, [State.SUBMITTED, State.SCREENING], "It is not in screening any more.")
        by_somebody_else(found, by)
        questions = screening.questions_of(found)
        before = screening.last_answers(found)
        new = [
            ScreeningAnswer(request=found, question=name, answer=answer, note=note.strip(), by=by)
            for name, (answer, note) in answers.items()
            if name in questions and (name not in before or (before[name].answer, before[name].note) != (answer, note))
        ]
        for each in new:
            add(each)
        if found.state == State.SUBMITTED:
            move(found, State.SCREENING, Step.Kind.SCREENING, by)
        elif not new:
            line.nothing_happened()
        line.about(found, answered=[each.question for each in new])


def pass_screening(asked: ProjectRequest, *, by: Person, overrule: str = "") -> None:
    """On to scoring. A no that stops it has to be overruled with a reason."""
    with action("pass_screening", by=by, scope=asked.organisation) as line:
        found = locked(asked, [State.SUBMITTED, State.SCREENING], "It is not in screening any more.")
        by_somebody_else(found, by)
        told = screening.screening_of(found)
        if any(each.answer is None for each in told):
            raise ValidationError("Answer every question first; unclear is an answer too.")
        kind = Step.Kind.SCREENED
        if any(each.stops for each in told):
            overrule = needed(overrule, "overrule", "A no stops it. Say why it goes on all the same, or decline it.")
            kind = Step.Kind.OVERRULED
        move(found, State.SCORING, kind, by, overrule)
        line.about(found, overruled=kind == Step.Kind.OVERRULED)


def decline(asked: ProjectRequest, *, by: Person, reason: str) -> None:
    with action("decline_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, OPEN, CLOSED)
        by_somebody_else(found, by)
        reason = needed(reason, "reason", "Say why, in words that whoever asked can live with.")
        move(found, State.DECLINED, Step.Kind.DECLINED, by, reason, hold_until=None)
        line.about(found)


def hold(asked: ProjectRequest, *, by: Person, reason: str, until: date | None) -> None:
    """It comes back by itself on the day ``until``."""
    with action("hold_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, WITH_THE_OFFICE, "It is on hold or decided already.")
        by_somebody_else(found, by)
        reason = needed(reason, "reason", "Say what it waits for.")
        day = today(found.organisation)
        if until is None or not day < until <= day + LONGEST_HOLD:
            raise ValidationError({"until": "It comes back between tomorrow and two years from now."})
        move(found, State.ON_HOLD, Step.Kind.HELD, by, reason, hold_until=until, held_from=found.state)
        line.about(found, until=str(until))


def merge(asked: ProjectRequest, *, by: Person, into: ProjectRequest | None, reason: str = "") -> None:
    """What it asks for is answered by another request that is still open."""
    with action("merge_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, OPEN, CLOSED)
        by_somebody_else(found, by)
        other = into and ProjectRequest.objects.filter(organisation=found.organisation, pk=into.pk, state__in=OPEN)
        if into is None or into.pk == found.pk or not other or not other.exists():
            raise ValidationError({"into": "Choose another request that is still open."})
        move(found, State.MERGED, Step.Kind.MERGED, by, reason, merged_into=into, hold_until=None)
        line.about(found, into=str(into))


def return_due(asked: ProjectRequest) -> None:
    """Back to where it was before it was put on hold, once its day has come; else nothing happens."""
    with action("return_request", by=None, scope=asked.organisation) as line:
        found = ProjectRequest.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=asked.pk)
        if found.state != State.ON_HOLD or not found.hold_until or found.hold_until > today(found.organisation):
            line.nothing_happened()
            return
        move(found, State(found.held_from), Step.Kind.RETURNED, None, hold_until=None)
        line.about(found)
