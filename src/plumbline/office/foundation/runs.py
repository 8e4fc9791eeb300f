"""Long work that people watch: one worker has it, it tells how far it is, and it stops within a second.

An app derives a model from ``Run``, asks for one by creating a row with ``due_at=now()`` in an action, and gives
``carry_out`` two functions: one that calculates outside any transaction, one that keeps what came of it. Its
``SWEEP`` calls ``take_up``, which finds what a killed worker has left.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar
from uuid import uuid4

from django.db import models, transaction
from django.db.models import F

from plumbline.engine.stopping import GoingOn, Stopped
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself

logger = logging.getLogger(__name__)

LONGEST_SILENCE = timedelta(seconds=60)
"""After so long without a word from it, a worker is believed dead and another takes the work up."""
SECONDS_BETWEEN_WORDS = 0.4
MOST_ATTEMPTS = 3

Result = TypeVar("Result")


class CannotBeDone(Exception):
    """The work cannot be done as it was asked; the message tells the person why, and what to do."""


class Run(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for a worker"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"

    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True, help_text="when a worker may take it up")
    ended_at = models.DateTimeField(null=True, blank=True)
    cancel_asked_at = models.DateTimeField(null=True, blank=True)
    claim = models.CharField(max_length=32, blank=True, help_text="of the worker that has it")
    attempts = models.PositiveSmallIntegerField(default=0)
    done_steps = models.PositiveBigIntegerField(default=0)
    all_steps = models.PositiveBigIntegerField(default=0)
    problem = models.CharField(max_length=1000, blank=True)

    class Meta:
        abstract = True

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def percent(self) -> int | None:
        """None until the first word."""
        return min(100, 100 * self.done_steps // self.all_steps) if self.all_steps else None


AnyRun = TypeVar("AnyRun", bound=Run)


def carry_out(
    kind: type[AnyRun],
    key: int,
    calculate: Callable[[AnyRun, GoingOn], Result],
    keep: Callable[[AnyRun, Result], object],
) -> None:
    """Does the work if it is due and nobody else has it.

    ``keep`` runs in the transaction that ends the run, and only if it was neither cancelled nor taken up by another
    meanwhile: so what is kept is whole, and kept once. Raises what ``calculate`` raises, but for ``CannotBeDone`` and
    ``Stopped``; the run is then due again, until it has been tried three times.
    """
    run = _claimed(kind, key)
    if run is None:
        return
    if run.attempts > MOST_ATTEMPTS:
        _end(run, Run.State.FAILED, "It stopped the program several times. Ask for less at once.")
        return
    try:
        result = calculate(run, _Word(run))
    except Stopped:
        _end(run, Run.State.CANCELLED)
        return
    except CannotBeDone as refusal:
        _end(run, Run.State.FAILED, str(refusal)[:1000])
        return
    with transaction.atomic():
        held = _held(run).select_for_update().filter(cancel_asked_at=None)
        if held.exists():
            keep(run, result)
            _end(run, Run.State.DONE)
    _end(run, Run.State.CANCELLED)


def take_up(kind: type[AnyRun], work: Callable[[int], object]) -> None:
    """For a sweep: works on what is due, such as what a killed worker has left."""
    due = kind._default_manager.filter(due_at__lte=now()).order_by("due_at")
    each_by_itself(due.values_list("pk", flat=True), work)


def cancel(run: Run) -> bool:
    """Ends what waits at once, and asks the worker of what runs to stop. False if it has ended already.

    Belongs in an action of the app, which says by whom.
    """
    moment = now()
    rows = type(run)._default_manager.filter(pk=run.pk)
    ended = {"state": Run.State.CANCELLED, "due_at": None, "ended_at": moment, "cancel_asked_at": moment}
    if rows.filter(state=Run.State.WAITING).update(**ended):
        return True
    return bool(rows.filter(state=Run.State.RUNNING).update(cancel_asked_at=moment))


class _Word:
    """How far the work is, written down now and then; the answer is whether it is still wanted."""

    def __init__(self, run: Run) -> None:
        self._run, self._next = run, 0.0

    def __call__(self, done: int, total: int) -> bool:
        if time.monotonic() < self._next:
            return True
        self._next = time.monotonic() + SECONDS_BETWEEN_WORDS
        held = _held(self._run).filter(cancel_asked_at=None)
        return bool(held.update(done_steps=done, all_steps=total, due_at=now() + LONGEST_SILENCE))


def _claimed(kind: type[AnyRun], key: int) -> AnyRun | None:
    moment, claim = now(), uuid4().hex
    due = kind._default_manager.filter(
        pk=key, due_at__lte=moment, state__in=(Run.State.WAITING, Run.State.RUNNING), cancel_asked_at=None
    )
    claimed = due.update(
        state=Run.State.RUNNING, due_at=moment + LONGEST_SILENCE, claim=claim, attempts=F("attempts") + 1
    )
    if claimed:
        return kind._default_manager.get(pk=key)
    _cancel_what_nobody_has(kind, key, moment)
    return None


def _cancel_what_nobody_has(kind: type[Run], key: int, moment: Any) -> None:
    """The worker died before it heard that it was to stop."""
    left = kind._default_manager.filter(pk=key, due_at__lte=moment, state=Run.State.RUNNING)
    left.exclude(cancel_asked_at=None).update(state=Run.State.CANCELLED, due_at=None, ended_at=moment)


def _held(run: Run) -> models.QuerySet[Any]:
    """The row, if it still runs and this worker still has it."""
    return type(run)._default_manager.filter(pk=run.pk, state=Run.State.RUNNING, claim=run.claim)


def _end(run: Run, state: Run.State, problem: str = "") -> None:
    _held(run).update(state=state, due_at=None, ended_at=now(), problem=problem)
