"""One row of a table as an activity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from plumbline.engine.calendars.working_time import WorkingTime
from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.table.cells import DAY_FINISH, DAY_START, TableRow
from plumbline.engine.readers.table.heads import NAMES_WHO_ANSWERS, plain
from plumbline.engine.readers.table.owners import names_in
from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD, calendar_uid
from plumbline.engine.readers.table.words import AS_SOON_AS_POSSIBLE, CONSTRAINTS, KINDS, plain_words
from plumbline.engine.schedule import Activity, ActivityKind, Baseline, Constraint, ConstraintKind, Uid

_WORKING_TIME = {each.uid: WorkingTime(each) for each in CALENDARS}


@dataclass(frozen=True, slots=True)
class RowReader:
    """``percent_factor`` is 100 where the table writes one half as 0.5."""

    percent_factor: float
    problems: Problems

    def read(self, row: TableRow, uid: Uid, parent: Uid | None, is_summary: bool) -> Activity:
        started, finished = row.instant("start"), row.instant("finish", DAY_FINISH)
        calendar = self._calendar(row)
        duration, elapsed = self._duration(row, calendar, started, finished, is_summary)
        percent = min(100.0, max(0.0, (row.number("percent") or 0.0) * self.percent_factor))
        actual_start, actual_finish = self._actual_dates(row, percent, started, finished)
        percent = 100.0 if actual_finish else percent
        cost = row.number("cost")
        return Activity(
            uid=uid,
            id=row.text("id") or str(uid),
            name=row.text("name"),
            kind=ActivityKind.SUMMARY if is_summary else self._kind(row, duration),
            parent=parent,
            calendar=calendar,
            duration=duration,
            remaining=self._remaining(row, duration, percent, actual_finish),
            elapsed=elapsed,
            percent_complete=percent,
            actual_start=actual_start,
            actual_finish=actual_finish,
            planned_start=started,
            planned_finish=finished,
            deadline=row.instant("deadline", DAY_FINISH),
            constraints=_constraints(row),
            baseline=_baseline(row),
            budget=cost,
            responsible=self._responsible(row),
        )

    def _responsible(self, row: TableRow) -> str:
        """Source: docs/decisions/0038-the-first-owner-answers.md."""
        names = names_in(row.text("owner")) if plain(row.heads.get("owner", "")) in NAMES_WHO_ANSWERS else []
        return names[0] if names else ""

    def _kind(self, row: TableRow, duration: int) -> ActivityKind:
        name = plain_words(row.text("type"))
        kind = KINDS.get(name)
        if name not in KINDS:
            self.problems.add(
                "unknown activity types",
                f"The type '{name[:40]}' is not known; read as a task.",
                f"row {row.line}",
            )
        if kind in (ActivityKind.SUMMARY, ActivityKind.LEVEL_OF_EFFORT):
            return kind
        if duration == 0:
            return kind if kind is not None and kind.is_milestone else ActivityKind.FINISH_MILESTONE
        return ActivityKind.TASK

    def _calendar(self, row: TableRow) -> Uid | None:
        name = row.text("calendar")
        uid = calendar_uid(name)
        if uid is None:
            known = ", ".join(str(each.uid) for each in CALENDARS)
            row.fault("calendar", f"the calendar '{name[:40]}' is not known; a table can name {known}")
        return None if uid == STANDARD.uid else uid

    def _duration(
        self,
        row: TableRow,
        calendar: Uid | None,
        started: datetime | None,
        finished: datetime | None,
        is_summary: bool,
    ) -> tuple[int, bool]:
        given = row.minutes("duration")
        if given is not None:
            return given
        if started is not None and finished is not None:
            if finished < started:
                row.fault("finish", f"it is before the start, {started:%Y-%m-%d}")
                return 0, False
            return _WORKING_TIME[calendar or STANDARD.uid].between(started, finished), False
        if not is_summary and not _is_milestone(row) and not any(map(row.text, ("duration", "start", "finish"))):
            row.fault("duration", "it is empty, and so are the start and the finish; write one or the other")
        return 0, False

    def _remaining(self, row: TableRow, duration: int, percent: float, finished: datetime | None) -> int:
        if finished:
            return 0
        given = row.minutes("remaining")
        return given[0] if given is not None else round(duration * (100 - percent) / 100)

    def _actual_dates(
        self, row: TableRow, percent: float, started: datetime | None, finished: datetime | None
    ) -> tuple[datetime | None, datetime | None]:
        actual_start, actual_finish = row.instant("actual_start"), row.instant("actual_finish", DAY_FINISH)
        if actual_finish is None and percent >= 100 and finished is not None:
            actual_finish = finished
            self._note_taken(row, "finish", f"{percent:g} %")
        if actual_start is None and (actual_finish is not None or percent > 0):
            actual_start = min(started, actual_finish) if started and actual_finish else started or actual_finish
            self._note_taken(row, "start", f"{percent:g} %")
        if actual_start and actual_finish and actual_finish < actual_start:
            row.fault("actual_finish", f"it is before the actual start, {actual_start:%Y-%m-%d}")
            return None, None
        return actual_start, actual_finish

    def _note_taken(self, row: TableRow, which: str, percent: str) -> None:
        self.problems.add(
            f"progress without an actual {which}",
            f"It is {percent} complete but has no actual {which}; its {which} was taken.",
            f"row {row.line}",
        )


def is_as_soon_as_possible(constraint: str) -> bool:
    """Whether the cell says that nothing holds the activity, which an empty one does not."""
    return plain_words(constraint) in AS_SOON_AS_POSSIBLE


def _constraints(row: TableRow) -> tuple[Constraint, ...]:
    name = plain_words(row.text("constraint"))
    if name not in CONSTRAINTS:
        row.fault("constraint", f"'{name[:40]}' is not a constraint; write for example SNET or must finish on")
        return ()
    kind = CONSTRAINTS[name]
    if kind is None:
        return ()
    if kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
        return (Constraint(kind),)
    date = row.instant("constraint_date", _time_of(kind))
    if date is None and not row.text("constraint_date"):
        row.fault("constraint_date", f"the constraint '{kind}' needs a date")
    return (Constraint(kind, date),) if date else ()


def _is_milestone(row: TableRow) -> bool:
    return row.flag("milestone") or "milestone" in row.text("type").lower()


def _time_of(kind: ConstraintKind) -> time:
    return DAY_FINISH if "finish" in kind.value else DAY_START


def _baseline(row: TableRow) -> Baseline | None:
    start, finish = row.instant("baseline_start"), row.instant("baseline_finish", DAY_FINISH)
    given = row.minutes("baseline_duration")
    cost = row.number("baseline_cost")
    if start is None and finish is None:
        return None
    duration = given[0] if given is not None else None
    if duration is None and start and finish and finish >= start:
        duration = _WORKING_TIME[STANDARD.uid].between(start, finish)
    return Baseline(start, finish, duration, cost)
