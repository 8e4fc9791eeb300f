"""Answers to a proposal. Who says no gives no reason, and neither the other nor the audit learns who it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.foundation.audit import Line, action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.mentoring.actions.rights import must_run, must_take_part
from plumbline.office.mentoring.actions.telling import tell
from plumbline.office.mentoring.models import Pair
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today

State = Pair.State


def agree_to_pair(pair: Pair, *, by: Person) -> Pair:
    """The pair begins with the second yes. The first is not told either: beside a pair that is gone it would tell."""
    _must_be_of_two(pair, by)
    must_take_part(pair.organisation, by)
    with _proposal("agree_to_mentoring_pair", pair, by) as (locked, line):
        if locked.has_agreed(by):
            line.nothing_happened()
            return locked
        change(locked, **{locked.agreed_field(by): now()})
        begins = locked.mentor_agreed_at is not None and locked.mentee_agreed_at is not None
        if begins:
            change(locked, state=State.RUNNING, began_on=today(locked.organisation))
            for person in (locked.mentor, locked.mentee):
                title = Wording("{other} and you are a pair", other=locked.other(person))
                tell(locked, [person], title, "began", Wording("Both of you agreed."))
        else:
            line.name_nobody()
        line.about(locked, begins=begins)
        return locked


def decline_pair(pair: Pair, *, by: Person) -> Pair:
    """Both are told the same: that it is no longer proposed."""
    _must_be_of_two(pair, by)
    return _let_go(pair)


def take_back(pair: Pair, *, by: Person | None) -> Pair:
    """By those who run the programme; for the two it looks like any other that did not come about."""
    must_run(pair.organisation, by)
    return _let_go(pair)


def _let_go(pair: Pair) -> Pair:
    """Nobody is named: a line in the audit would tell what is nobody's business."""
    with _proposal("let_mentoring_pair_go", pair, None) as (locked, line):
        change(locked, state=State.GONE, mentor_agreed_at=None, mentee_agreed_at=None)
        title = Wording("A pair for mentoring is no longer proposed")
        tell(locked, [locked.mentor, locked.mentee], title, "gone", Wording("It was proposed to you. Others may be."))
        line.name_nobody()
        line.about(locked)
        return locked


@contextmanager
def _proposal(verb: str, pair: Pair, by: Person | None) -> Iterator[tuple[Pair, Line]]:
    """Locked, and still proposed."""
    with action(verb, by=by, scope=pair.organisation) as line:
        found = Pair.objects.select_for_update(of=("self",)).select_related("organisation", "mentor", "mentee")
        locked = found.get(pk=pair.pk)
        if not locked.is_proposed:
            raise ValidationError(f"The pair is {locked.get_state_display().lower()}: there is nothing to answer.")
        yield locked, line


def _must_be_of_two(pair: Pair, by: Person) -> None:
    if not pair.is_of(by.pk):
        raise PermissionDenied("It was proposed to two people: your role does not allow you to answer for them.")
