"""How the two tools differ, as data: nothing else in the calculation asks whose plan it is."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.calendars.work_horizon import to_minutes
from plumbline.engine.schedule.kinds import Dialect, FloatKind, LagCalendar, ProgressRule
from plumbline.engine.schedule.model import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """The rules that one plan is calculated by. ``earliest`` is when work that has not begun may begin."""

    earliest: int
    lag_calendar: LagCalendar
    progress: ProgressRule
    starts_stay_at_actual_start: bool
    limits_beat_links: bool
    zero_lag_start_waits_for_work: bool
    every_milestone_may_end_a_window: bool
    lags_run_from_actual_dates: bool
    free_float_shifts_by_lag_calendar: bool
    open_ends_float_to_the_finish: bool
    late_as_possible_moves_successors: bool
    pinned_float_from_logic: bool
    float_kind: FloatKind


def conventions_of(schedule: Schedule) -> Conventions:
    """P6 counts remaining work from the data date; MS Project leaves a started task at its actual start."""
    options = schedule.options
    if schedule.dialect is Dialect.P6:
        return Conventions(
            earliest=to_minutes(schedule.data_date or schedule.start),
            lag_calendar=options.lag_calendar,
            progress=options.progress,
            starts_stay_at_actual_start=False,
            limits_beat_links=False,
            zero_lag_start_waits_for_work=True,
            every_milestone_may_end_a_window=False,
            lags_run_from_actual_dates=True,
            free_float_shifts_by_lag_calendar=True,
            open_ends_float_to_the_finish=True,
            late_as_possible_moves_successors=False,
            pinned_float_from_logic=False,
            float_kind=options.float_kind,
        )
    return Conventions(
        earliest=to_minutes(schedule.start),
        lag_calendar=LagCalendar.SUCCESSOR,
        progress=ProgressRule.RETAINED_LOGIC,
        starts_stay_at_actual_start=True,
        limits_beat_links=options.honour_constraints,
        zero_lag_start_waits_for_work=False,
        every_milestone_may_end_a_window=True,
        lags_run_from_actual_dates=False,
        free_float_shifts_by_lag_calendar=False,
        open_ends_float_to_the_finish=False,
        late_as_possible_moves_successors=True,
        pinned_float_from_logic=True,
        float_kind=options.float_kind,
    )
