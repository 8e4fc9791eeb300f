"""Long work is done once and whole, tells how far it is, stops when asked to, and outlives its worker."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps

from plumbline.engine.stopping import GoingOn, go_on_or_stop
from plumbline.office.foundation import runs
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.runs import MOST_ATTEMPTS, CannotBeDone, Run, cancel, carry_out, take_up

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2031, 3, 3, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def errands() -> Iterator[Any]:
    """A kind of run for these tests alone, that no other test knows of."""
    with isolate_apps("plumbline.office.foundation"):

        class Errand(Run):
            outcome = models.CharField(max_length=40, blank=True)

            class Meta:
                app_label = "foundation"

        yield Errand


@pytest.fixture
def errand(errands: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(runs, "SECONDS_BETWEEN_WORDS", 0.0)
    with connection.schema_editor() as editor:
        editor.create_model(errands)
    with clock_at(NOON):
        yield errands.objects.create(due_at=now())
    with connection.schema_editor() as editor:
        editor.delete_model(errands)


def five_steps(run: Any, going_on: GoingOn) -> str:
    for step in range(5):
        go_on_or_stop(going_on, step, 5)
    return "five steps"


def keep(run: Any, outcome: str) -> None:
    type(run).objects.filter(pk=run.pk).update(outcome=outcome)


def fresh(run: Any) -> Any:
    return type(run).objects.get(pk=run.pk)


def test_work_that_is_due_is_done_and_kept(errand: Any) -> None:
    carry_out(type(errand), errand.pk, five_steps, keep)
    done = fresh(errand)
    assert (done.state, done.outcome, done.due_at, done.ended_at) == (Run.State.DONE, "five steps", None, NOON)


def test_work_that_was_done_is_not_done_again(errand: Any) -> None:
    carry_out(type(errand), errand.pk, five_steps, keep)
    carry_out(type(errand), errand.pk, lambda run, going_on: "again", keep)
    assert fresh(errand).outcome == "five steps"


def test_people_see_how_far_it_is(errand: Any) -> None:
    seen = []

    def look_meanwhile(run: Any, going_on: GoingOn) -> str:
        going_on(2, 5)
        seen.append(fresh(run).percent)
        return ""

    carry_out(type(errand), errand.pk, look_meanwhile, keep)
    assert seen == [40]


def test_before_the_first_word_nobody_says_how_far_it_is(errand: Any) -> None:
    assert errand.percent is None


def test_what_waits_is_cancelled_at_once(errand: Any) -> None:
    assert cancel(errand)
    carry_out(type(errand), errand.pk, five_steps, keep)
    assert (fresh(errand).state, fresh(errand).outcome) == (Run.State.CANCELLED, "")


def test_what_runs_stops_at_its_next_word_and_keeps_nothing(errand: Any) -> None:
    steps = []

    def cancelled_on_the_way(run: Any, going_on: GoingOn) -> str:
        for step in range(5):
            go_on_or_stop(going_on, step, 5)
            steps.append(step)
            if step == 1:
                cancel(run)
        return "too late"

    carry_out(type(errand), errand.pk, cancelled_on_the_way, keep)
    assert steps == [0, 1]
    assert (fresh(errand).state, fresh(errand).outcome) == (Run.State.CANCELLED, "")


def test_what_is_cancelled_after_its_last_word_keeps_nothing_either(errand: Any) -> None:
    def cancelled_at_the_end(run: Any, going_on: GoingOn) -> str:
        cancel(run)
        return "too late"

    carry_out(type(errand), errand.pk, cancelled_at_the_end, keep)
    assert (fresh(errand).state, fresh(errand).outcome) == (Run.State.CANCELLED, "")


def test_what_has_ended_cannot_be_cancelled(errand: Any) -> None:
    carry_out(type(errand), errand.pk, five_steps, keep)
    assert not cancel(fresh(errand))
    assert fresh(errand).state == Run.State.DONE


def test_what_cannot_be_done_says_why(errand: Any) -> None:
    def refuse(run: Any, going_on: GoingOn) -> str:
        raise CannotBeDone("The plan has no activities. Upload one that has.")

    carry_out(type(errand), errand.pk, refuse, keep)
    assert (fresh(errand).state, fresh(errand).problem) == (
        Run.State.FAILED,
        "The plan has no activities. Upload one that has.",
    )


def killed(run: Any, going_on: GoingOn) -> str:
    raise KeyboardInterrupt


def test_what_a_killed_worker_left_is_taken_up_when_it_has_been_silent_for_a_minute(errand: Any) -> None:
    with pytest.raises(KeyboardInterrupt):
        carry_out(type(errand), errand.pk, killed, keep)
    work = lambda key: carry_out(type(errand), key, five_steps, keep)  # noqa: E731
    take_up(type(errand), work)
    assert fresh(errand).state == Run.State.RUNNING
    with clock_at(NOON + timedelta(seconds=61)):
        take_up(type(errand), work)
    assert (fresh(errand).state, fresh(errand).outcome) == (Run.State.DONE, "five steps")


def test_a_worker_that_was_believed_dead_keeps_nothing(errand: Any) -> None:
    def overtaken(run: Any, going_on: GoingOn) -> str:
        with clock_at(NOON + timedelta(minutes=5)):
            carry_out(type(run), run.pk, lambda run, going_on: "by the second", keep)
        return "by the first"

    carry_out(type(errand), errand.pk, overtaken, keep)
    assert fresh(errand).outcome == "by the second"


def test_what_was_cancelled_while_its_worker_died_ends_cancelled(errand: Any) -> None:
    with pytest.raises(KeyboardInterrupt):
        carry_out(type(errand), errand.pk, killed, keep)
    cancel(fresh(errand))
    with clock_at(NOON + timedelta(seconds=61)):
        take_up(type(errand), lambda key: carry_out(type(errand), key, five_steps, keep))
    assert (fresh(errand).state, fresh(errand).outcome) == (Run.State.CANCELLED, "")


def test_work_that_kills_its_workers_is_given_up(errand: Any) -> None:
    for minute in range(0, 2 * MOST_ATTEMPTS, 2):
        with clock_at(NOON + timedelta(minutes=minute)), pytest.raises(KeyboardInterrupt):
            carry_out(type(errand), errand.pk, killed, keep)
    with clock_at(NOON + timedelta(hours=1)):
        carry_out(type(errand), errand.pk, five_steps, keep)
    assert fresh(errand).state == Run.State.FAILED
    assert "several times" in fresh(errand).problem


def test_what_cannot_be_kept_leaves_no_half_of_it(errand: Any) -> None:
    def keep_half(run: Any, outcome: str) -> None:
        keep(run, outcome)
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        carry_out(type(errand), errand.pk, five_steps, keep_half)
    assert (fresh(errand).state, fresh(errand).outcome) == (Run.State.RUNNING, "")
