"""What the program does by itself: anonymous words arrive, and silence is escalated, each step once."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.queries import people_with
from plumbline.office.signals.actions.raising import held
from plumbline.office.signals.actions.talking import tell_of_anonymous
from plumbline.office.signals.actions.telling import OWNED, tell, tell_owner
from plumbline.office.signals.models import Signal, SignalComment
from plumbline.office.signals.owners import RUN, heads_of
from plumbline.office.signals.promises import due_after


def keep_up() -> None:
    """May run at any time and any number of times."""
    due = Signal.objects.filter(next_at__lte=now(), state=Signal.State.NEW)
    each_by_itself(due.order_by("pk").values_list("pk", flat=True), _step)
    arrived = SignalComment.objects.filter(is_told=False, at__lte=now())
    each_by_itself(arrived.order_by("pk").values_list("pk", flat=True), _arrive)


def _step(signal_id: int) -> None:
    """Arrives, or goes one step further up; the next one comes after as much working time again."""
    with action("escalate_signal", by=None, scope=None) as line:
        signal = held(Signal(pk=signal_id))
        line.scope = signal.organisation
        if signal.next_at is None or signal.next_at > now() or not signal.is_waiting:
            line.nothing_happened()
        elif signal.due_at is None or signal.next_at < signal.due_at:
            tell_owner(signal)
            change(signal, next_at=signal.due_at)
            line.nothing_happened()
        else:
            step = Signal.Step(signal.step + 1)
            again = due_after(signal.organisation, signal.kind, signal.next_at)
            change(signal, step=step, next_at=again if step < Signal.Step.SILENT else None)
            _tell_above(signal, step)
            line.about(signal, step=step)


def _tell_above(signal: Signal, step: Signal.Step) -> None:
    """The owner hears of it as well: what was promised is over."""
    organisation, key = signal.organisation, f"step:{step:d}"
    above = people_with(organisation, RUN) if step == Signal.Step.SILENT else heads_of(organisation)
    over = Wording("The time to answer a signal is over: {title}", title=signal.title)
    tell(signal, [signal.owner_id], key, over, OWNED)
    silent = Wording("A signal is not answered in time: {title}", title=signal.title)
    reason = Wording("{owner} is to answer it. You run signals.", owner=signal.owner)
    tell(signal, {each.pk for each in above} - {signal.owner_id}, key, silent, reason)


def _arrive(comment_id: int) -> None:
    with action("arrive_signal_comment", by=None, scope=None) as line:
        line.nothing_happened()
        said = (
            SignalComment.objects.select_for_update(of=("self",))
            .select_related("signal__organisation")
            .get(pk=comment_id)
        )
        if not said.is_told:
            tell_of_anonymous(said)
            change(said, is_told=True)
