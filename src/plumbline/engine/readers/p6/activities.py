"""Activities of a P6 project: what the values of a record mean together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.readers.p6.records import TaskRecord
from plumbline.engine.readers.p6.words import CONSTRAINTS, FOLLOWS_RESOURCES, KINDS
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Activity, ActivityKind, Baseline, Constraint, ConstraintKind, StoredDates, Uid


class ActivityReader:
    """Turns records into activities; keeps what all of a project's records share."""

    def __init__(
        self,
        calendars: Mapping[Uid, WorkCalendar],
        default_calendar: Uid,
        data_date: datetime | None,
        uses_expected_finish: bool,
        wbs: Mapping[Uid, object],
        budgets: Mapping[Uid, float],
        baseline: Mapping[str, Baseline],
        responsible: Callable[[TaskRecord], str],
        problems: Problems,
    ) -> None:
        self._working_time = {uid: WorkingTime(calendar) for uid, calendar in calendars.items()}
        self._usable = {None, *calendars}
        self._default_calendar = default_calendar
        self._data_date = data_date
        self._uses_expected_finish = uses_expected_finish
        self._wbs = wbs
        self._budgets = budgets
        self._baseline = baseline
        self._responsible = responsible
        self._problems = problems

    def read(self, task: TaskRecord) -> Activity:
        uid = task.uid
        code = task.code or str(uid)
        kind = KINDS.get(task.type) or self._unknown_kind(task)
        calendar = task.calendar if task.calendar in self._usable else None
        if calendar is None and task.calendar is not None:
            self._note_unknown_calendar(task)
        started, finished = task.actual_start, task.actual_finish
        if finished and not started:
            started = self._finish_alone(task, finished)
        duration, remaining = self._durations(task, kind, calendar, started, finished)
        return Activity(
            uid=uid,
            id=code,
            name=task.name or "",
            kind=kind,
            parent=task.wbs if task.wbs in self._wbs else None,
            calendar=calendar,
            duration=duration,
            remaining=remaining,
            percent_complete=_percent_complete(task, remaining, finished),
            actual_start=started,
            actual_finish=finished,
            planned_start=task.planned_start or started or task.early_start,
            planned_finish=task.planned_finish or finished or task.early_finish,
            suspended=task.suspended,
            resumed=task.resumed,
            expected_finish=task.expected_finish if self._uses_expected_finish else None,
            external_early_start=task.external_early_start,
            external_late_finish=task.external_late_finish,
            constraints=self._constraints(task) if task.constraint or task.constraint_2 else (),
            baseline=self._baseline.get(code),
            stored=_stored(task),
            budget=self._budgets.get(uid),
            responsible=self._responsible(task),
            follows_resources=task.type in FOLLOWS_RESOURCES,
        )

    def _unknown_kind(self, task: TaskRecord) -> ActivityKind:
        word = (task.type or "")[:20]
        self._note(task, "unknown activity types", f"The activity type '{word}' is not known; read as a task.")
        return ActivityKind.TASK

    def _note_unknown_calendar(self, task: TaskRecord) -> None:
        self._note(
            task,
            "unknown calendars",
            f"Calendar {task.calendar} is not in the file; the project's own was taken.",
        )

    def _finish_alone(self, task: TaskRecord, finished: datetime) -> datetime:
        self._note(
            task, "finishes without a start", "It has an actual finish but no actual start; the finish was taken."
        )
        return finished

    def _durations(
        self,
        task: TaskRecord,
        kind: ActivityKind,
        calendar: Uid | None,
        started: datetime | None,
        finished: datetime | None,
    ) -> tuple[int, int]:
        if kind.is_milestone:
            return 0, 0
        planned, left = task.planned_duration or 0, task.remaining_duration
        if planned < 0 or (left is not None and left < 0):
            self._note(task, "negative durations", "A duration is negative; 0 was taken.")
            planned, left = max(0, planned), left if left is None else max(0, left)
        remaining = 0 if finished else planned if left is None else left
        if started is None:
            return remaining, remaining
        return self._worked(task, calendar, started, finished) + remaining, remaining

    def _worked(self, task: TaskRecord, calendar: Uid | None, started: datetime, finished: datetime | None) -> int:
        working_time = self._working_time[calendar if calendar is not None else self._default_calendar]
        until = finished or self._data_date
        if until is None or until <= started:
            return 0
        worked = working_time.between(started, until)
        if task.suspended and task.suspended >= started:
            worked -= max(0, working_time.between(task.suspended, min(task.resumed or until, until)))
        return max(0, worked)

    def _constraints(self, task: TaskRecord) -> tuple[Constraint, ...]:
        both = (
            self._constraint(task, task.constraint, task.constraint_date),
            self._constraint(task, task.constraint_2, task.constraint_2_date),
        )
        return tuple(each for each in both if each is not None)

    def _constraint(self, task: TaskRecord, word: str | None, date: datetime | None) -> Constraint | None:
        if not word:
            return None
        kind = CONSTRAINTS.get(word)
        if kind is None or (date is None and kind is not ConstraintKind.AS_LATE_AS_POSSIBLE):
            what = "is not known" if kind is None else "has no date"
            self._note(task, "unusable constraints", f"The constraint '{word[:20]}' {what} and was left out.")
            return None
        return Constraint(kind, date)

    def _note(self, task: TaskRecord, subject: str, message: str) -> None:
        self._problems.add(subject, message, task.source.place_of_activity(task.code or task.uid))


def _stored(task: TaskRecord) -> StoredDates:
    return StoredDates(
        task.early_start, task.early_finish, task.late_start, task.late_finish, task.total_float, task.free_float
    )


def _percent_complete(task: TaskRecord, remaining: int, finished: datetime | None) -> float:
    """P6's activity percent complete, by the type of percent chosen for the activity."""
    if finished:
        return 100.0
    measure = _MEASURES.get(task.percent_type, _duration_percent)
    return min(100.0, max(0.0, measure(task, remaining)))


def _duration_percent(task: TaskRecord, remaining: int) -> float:
    planned = task.planned_duration or 0
    return 100.0 * (planned - remaining) / planned if planned > 0 else 0.0


def _physical_percent(task: TaskRecord, remaining: int) -> float:
    return task.physical_percent or 0.0


def _units_percent(task: TaskRecord, remaining: int) -> float:
    """An activity without units can still have been given a percentage of them, where the format keeps it."""
    done = (task.labour_done or 0.0) + (task.equipment_done or 0.0)
    left = (task.labour_left or 0.0) + (task.equipment_left or 0.0)
    return 100.0 * done / (done + left) if done + left > 0 else task.units_percent or 0.0


_MEASURES: dict[str | None, Callable[[TaskRecord, int], float]] = {
    "CP_Drtn": _duration_percent,
    "CP_Phys": _physical_percent,
    "CP_Units": _units_percent,
    "Duration": _duration_percent,
    "Physical": _physical_percent,
    "Scope": _physical_percent,
    "Units": _units_percent,
}
