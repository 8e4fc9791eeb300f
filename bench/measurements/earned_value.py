"""The figures of a long series, and a plan laid on its calendars, beside the least that anyone would have to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

import numpy as np

from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine.earned_value import Series, analyse
from plumbline.engine.earned_value.phasing import Budget, phase
from plumbline.engine.readers import xer as reader
from plumbline.engine.schedule import Schedule

PERIODS, ACTIVITIES = 120, 10_000


def measurements() -> Iterator[Measurement]:
    pv, ev, ac = (np.linspace(1, 1000 * rate, PERIODS) for rate in (1.0, 0.9, 1.1))
    series = Series(pv=tuple(pv.tolist()), ev=tuple(ev.tolist()), ac=tuple(ac.tolist()))
    yield Measurement(
        f"every figure of {PERIODS} periods", "NumPy: earned schedule alone",
        partial(analyse, series), partial(_earned_schedule, pv, ev), 50,
    )  # fmt: skip
    (schedule,) = reader.read(xer(ACTIVITIES)).schedules
    budgets = _budgets(schedule)
    first = min(each.start for each in budgets)
    instants = [first + timedelta(days=30 * at) for at in range(1, 61)]
    yield Measurement(
        f"{ACTIVITIES:,} activities over 60 months, with calendars", "NumPy: around the clock",
        partial(phase, schedule, budgets, instants), partial(_around_the_clock, budgets, instants), 10,
    )  # fmt: skip


def _earned_schedule(pv: np.ndarray, ev: np.ndarray) -> object:
    return np.interp(ev, np.concatenate(([0.0], pv)), np.arange(len(pv) + 1))


def _budgets(schedule: Schedule) -> list[Budget]:
    first = datetime(2026, 1, 5, 8)
    return [
        Budget(
            each.uid, 100.0 + place % 7, first + timedelta(days=place % 1500), first + timedelta(days=place % 1500 + 40)
        )
        for place, each in enumerate(schedule.activities)
        if not each.is_summary
    ]


def _around_the_clock(budgets: list[Budget], instants: list[datetime]) -> object:
    amounts = np.array([each.amount for each in budgets])
    starts = np.array([each.start.timestamp() for each in budgets])[:, None]
    finishes = np.array([each.finish.timestamp() for each in budgets])[:, None]
    bounds = np.array([each.timestamp() for each in instants])[None, :]
    return amounts @ np.clip((bounds - starts) / (finishes - starts), 0, 1)
