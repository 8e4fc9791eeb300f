"""What the owner of a signal does: answer, hand over, open for all, and close with what was done."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission
from plumbline.office.services.levels import clock_of
from plumbline.office.signals.actions.raising import held
from plumbline.office.signals.actions.telling import RAISED, tell, tell_owner
from plumbline.office.signals.models import OPEN_BY_ITSELF, Signal
from plumbline.office.signals.owners import RAISE
from plumbline.office.signals.rights import must_answer


def answer(signal: Signal, *, by: Person, text: str) -> None:
    """The first answer, which stops the clock; its sender is told. Raises ``ValidationError`` by field."""
    with action("answer_signal", by=by, scope=signal.organisation) as line:
        locked = held_to_answer(signal, by)
        if not locked.is_waiting:
            raise ValidationError("It is answered already: say more in a comment.")
        if not text.strip():
            raise ValidationError({"text": "Write an answer."})
        moment = now()
        took = clock_of(locked.organisation).between(locked.raised_at, moment)
        change(
            locked, state=Signal.State.ANSWERED, answer=text.strip(), answered_by=by, answered_at=moment,
            answer_took=max(took, 0), next_at=None,
        )  # fmt: skip
        line.about(locked)
        title = Wording("Your signal is answered: {title}", title=locked.title)
        tell(locked, [locked.by_id], "answer", title, RAISED, by)


def close(signal: Signal, *, by: Person, we_did: bool, text: str) -> None:
    """“You said, we did”, or why not; its sender is told. Raises ``ValidationError`` by field."""
    with action("close_signal", by=by, scope=signal.organisation) as line:
        locked = held_to_answer(signal, by)
        if locked.state != Signal.State.ANSWERED:
            raise ValidationError("Answer it first." if locked.is_waiting else "It is closed already.")
        if not text.strip():
            raise ValidationError({"text": "Say what you did, or why you did not."})
        change(locked, state=Signal.State.CLOSED, we_did=we_did, outcome=text.strip(), closed_by=by, closed_at=now())
        line.about(locked, we_did=we_did)
        title = Wording("You said, we did: {title}", title=locked.title)
        if not we_did:
            title = Wording("You said, we did not, and say why: {title}", title=locked.title)
        tell(locked, [locked.by_id], "closed", title, RAISED, by)


def hand_over(signal: Signal, *, by: Person, to: Person, knowingly: bool = False) -> None:
    """``knowingly``: it is about the project of who gets it, and that was thought about. The promise stays."""
    with action("hand_over_signal", by=by, scope=signal.organisation) as line:
        locked = held_to_answer(signal, by)
        if not locked.is_going:
            raise ValidationError("It is closed.")
        if not has_permission(locked.organisation, to, RAISE):
            raise ValidationError({"to": "Choose somebody of the organisation."})
        if locked.by_id == to.pk:
            raise ValidationError({"to": f"{to} raised it."})
        if concerns(locked, to) and not knowingly:
            raise ValidationError({"knowingly": f"It may be about {to}. Tick this if you have thought about it."})
        line.about(locked, changed=(told := change(locked, owner=to)))
        if told:
            tell_owner(locked, by)
        else:
            line.nothing_happened()


def held_to_answer(signal: Signal, by: Person) -> Signal:
    """Locked; who owned it when the page was opened may not do so any more."""
    locked = held(signal)
    must_answer(locked, by)
    return locked


def concerns(signal: Signal, person: Person) -> bool:
    """Whether it may be a complaint about this person: not praise or an idea, and about the project they manage."""
    managed = signal.project is not None and signal.project.manager_id == person.pk
    return managed and signal.kind not in OPEN_BY_ITSELF


def open_for_all(signal: Signal, *, by: Person) -> None:
    """With all that was said about it."""
    with action("open_signal", by=by, scope=signal.organisation) as line:
        locked = held_to_answer(signal, by)
        line.about(locked)
        if not change(locked, is_open=True):
            line.nothing_happened()
