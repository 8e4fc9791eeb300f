"""WBS elements and activities of an XER, in the order of the outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.xer.tables import Row
from plumbline.engine.schedule import Activity, ActivityKind, Constraint, ConstraintKind, StoredDates, Uid

_KINDS = {
    "TT_Task": ActivityKind.TASK,
    "TT_Rsrc": ActivityKind.TASK,
    "TT_Mile": ActivityKind.START_MILESTONE,
    "TT_FinMile": ActivityKind.FINISH_MILESTONE,
    "TT_LOE": ActivityKind.LEVEL_OF_EFFORT,
    "TT_WBS": ActivityKind.LEVEL_OF_EFFORT,
}
_CONSTRAINTS = {
    "CS_ALAP": ConstraintKind.AS_LATE_AS_POSSIBLE,
    "CS_MSOA": ConstraintKind.START_NO_EARLIER_THAN,
    "CS_MEOA": ConstraintKind.FINISH_NO_EARLIER_THAN,
    "CS_MSOB": ConstraintKind.START_NO_LATER_THAN,
    "CS_MEOB": ConstraintKind.FINISH_NO_LATER_THAN,
    "CS_MSO": ConstraintKind.START_ON,
    "CS_MEO": ConstraintKind.FINISH_ON,
    "CS_MANDSTART": ConstraintKind.MUST_START_ON,
    "CS_MANDFIN": ConstraintKind.MUST_FINISH_ON,
}


def wbs_uid(row: Row, column: str) -> Uid | None:
    uid = row.uid(column)
    return None if uid is None else f"wbs-{uid}"


class ActivityReader:
    """Turns rows of TASK into activities; keeps what all rows share."""

    def __init__(
        self,
        calendars: Mapping[Uid, WorkCalendar],
        default_calendar: Uid,
        data_date: datetime | None,
        uses_expected_finish: bool,
        budgets: Mapping[Uid, float],
        problems: Problems,
    ) -> None:
        self._working_time = {uid: WorkingTime(calendar) for uid, calendar in calendars.items()}
        self._default_calendar = default_calendar
        self._data_date = data_date
        self._uses_expected_finish = uses_expected_finish
        self._budgets = budgets
        self._problems = problems

    def read(self, row: Row, parents: Mapping[Uid, Row]) -> Activity:
        uid = row.needed_uid("task_id")
        parent = wbs_uid(row, "wbs_id")
        kind = self._kind(row)
        calendar = self._calendar(row)
        started, finished = self._actual_dates(row)
        duration, remaining = self._durations(row, kind, calendar, started, finished)
        early_start, early_finish = row.instant("early_start_date"), row.instant("early_end_date")
        return Activity(
            uid=uid,
            id=row.name("task_code") or str(uid),
            name=row.name("task_name"),
            kind=kind,
            parent=parent if parent in parents else None,
            calendar=calendar,
            duration=duration,
            remaining=remaining,
            percent_complete=_percent_complete(row, remaining, finished),
            actual_start=started,
            actual_finish=finished,
            planned_start=row.instant("target_start_date") or started or early_start,
            planned_finish=row.instant("target_end_date") or finished or early_finish,
            suspended=row.instant("suspend_date"),
            resumed=row.instant("resume_date"),
            expected_finish=row.instant("expect_end_date") if self._uses_expected_finish else None,
            constraints=self._constraints(row),
            stored=StoredDates(
                early_start=early_start,
                early_finish=early_finish,
                late_start=row.instant("late_start_date"),
                late_finish=row.instant("late_end_date"),
                total_float=row.minutes("total_float_hr_cnt"),
                free_float=row.minutes("free_float_hr_cnt"),
            ),
            budget=self._budgets.get(uid),
        )

    def _kind(self, row: Row) -> ActivityKind:
        code = row.text("task_type")
        kind = _KINDS.get(code)
        if kind is None:
            self._note(row, "unknown activity types", f"The activity type '{code[:20]}' is not known; read as a task.")
            return ActivityKind.TASK
        return kind

    def _calendar(self, row: Row) -> Uid | None:
        uid = row.uid("clndr_id")
        if uid is None or uid in self._working_time:
            return uid
        self._note(row, "unknown calendars", f"Calendar {uid} is not in the file; the project's own was taken.")
        return None

    def _actual_dates(self, row: Row) -> tuple[datetime | None, datetime | None]:
        started, finished = row.instant("act_start_date"), row.instant("act_end_date")
        if finished and not started:
            self._note(
                row, "finishes without a start", "It has an actual finish but no actual start; the finish was taken."
            )
            return finished, finished
        return started, finished

    def _durations(
        self, row: Row, kind: ActivityKind, calendar: Uid | None, started: datetime | None, finished: datetime | None
    ) -> tuple[int, int]:
        if kind.is_milestone:
            return 0, 0
        planned = self._not_negative(row, "target_drtn_hr_cnt") or 0
        left = self._not_negative(row, "remain_drtn_hr_cnt")
        remaining = 0 if finished else planned if left is None else left
        if started is None:
            return remaining, remaining
        return self._worked(row, calendar, started, finished) + remaining, remaining

    def _not_negative(self, row: Row, column: str) -> int | None:
        minutes = row.minutes(column)
        if minutes is not None and minutes < 0:
            self._note(row, "negative durations", f"The duration in {column} is negative; 0 was taken.")
            return 0
        return minutes

    def _worked(self, row: Row, calendar: Uid | None, started: datetime, finished: datetime | None) -> int:
        working_time = self._working_time[calendar if calendar is not None else self._default_calendar]
        until = finished or self._data_date
        if until is None or until <= started:
            return 0
        worked = working_time.between(started, until)
        suspended, resumed = row.instant("suspend_date"), row.instant("resume_date")
        if suspended and suspended >= started:
            worked -= max(0, working_time.between(suspended, min(resumed or until, until)))
        return max(0, worked)

    def _constraints(self, row: Row) -> tuple[Constraint, ...]:
        both = (self._constraint(row, "cstr_type", "cstr_date"), self._constraint(row, "cstr_type2", "cstr_date2"))
        return tuple(each for each in both if each is not None)

    def _constraint(self, row: Row, type_column: str, date_column: str) -> Constraint | None:
        code = row.text(type_column)
        if not code:
            return None
        kind = _CONSTRAINTS.get(code)
        date = row.instant(date_column)
        if kind is None or (date is None and kind is not ConstraintKind.AS_LATE_AS_POSSIBLE):
            what = "is not known" if kind is None else "has no date"
            self._note(row, "unusable constraints", f"The constraint '{code[:20]}' {what} and was left out.")
            return None
        return Constraint(kind, date)

    def _note(self, row: Row, subject: str, message: str) -> None:
        self._problems.add(subject, message, f"{row.place}, activity {row.name('task_code') or row.text('task_id')}")


def _percent_complete(row: Row, remaining: int, finished: datetime | None) -> float:
    """P6's activity percent complete, by the type of percent chosen for the activity."""
    if finished:
        return 100.0
    measure = _MEASURES.get(row.text("complete_pct_type"), _duration_percent)
    return min(100.0, max(0.0, measure(row, remaining)))


def _duration_percent(row: Row, remaining: int) -> float:
    planned = row.minutes("target_drtn_hr_cnt") or 0
    return 100.0 * (planned - remaining) / planned if planned > 0 else 0.0


def _physical_percent(row: Row, remaining: int) -> float:
    return row.number("phys_complete_pct") or 0.0


def _units_percent(row: Row, remaining: int) -> float:
    done = (row.number("act_work_qty") or 0.0) + (row.number("act_equip_qty") or 0.0)
    left = (row.number("remain_work_qty") or 0.0) + (row.number("remain_equip_qty") or 0.0)
    return 100.0 * done / (done + left) if done + left > 0 else 0.0


_MEASURES: dict[str, Callable[[Row, int], float]] = {
    "CP_Drtn": _duration_percent,
    "CP_Phys": _physical_percent,
    "CP_Units": _units_percent,
}
