"""Tasks with their links, in outline order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from plumbline.engine.readers.mspdi.tasks import CONSTRAINTS, LINKS
from plumbline.engine.schedule import Activity, Baseline, Constraint, ConstraintKind, Link, StoredDates
from plumbline.engine.schedule.calculation import ActivityDates
from plumbline.engine.writers.mspdi.elements import Elements, duration, hundredths, instant, tenths
from plumbline.engine.writers.mspdi.identity import Identity
from plumbline.engine.writers.mspdi.kept_ids import write_kept_ids
from plumbline.engine.writers.mspdi.texts import LONGEST_CONTACT, cut
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.outline import Line

_FIXED_DURATION = 1
_DAYS, _ELAPSED_DAYS = 7, 8
_AS_SOON_AS_POSSIBLE = 0
_CODE_OF_CONSTRAINT = {kind: code for code, kind in CONSTRAINTS.items()} | {
    ConstraintKind.START_ON: next(code for code, kind in CONSTRAINTS.items() if kind is ConstraintKind.MUST_START_ON),
    ConstraintKind.FINISH_ON: next(code for code, kind in CONSTRAINTS.items() if kind is ConstraintKind.MUST_FINISH_ON),
}
_CODE_OF_LINK = {kind: code for code, kind in LINKS.items()}


def write_task(
    out: Elements,
    line: Line,
    row: int,
    identity: Identity,
    links: Sequence[Link],
    dates: ActivityDates | None,
) -> None:
    """``links`` lead to the activity; ``dates`` are written where the source tool stored none."""
    activity = line.activity
    with out.within("Task"):
        _identity(out, line, row, identity)
        _planned(out, activity, dates)
        out.add_all(
            Estimated=0,
            Milestone=int(not activity.duration and not _is_summary(line)),
            Summary=int(_is_summary(line)),
            ExternalTask=int(activity.external),
        )
        _calculated(out, activity, dates)
        out.add_all(
            PercentComplete=percent(activity),
            Cost=hundredths(activity.budget),
            ActualStart=instant(activity.actual_start),
            ActualFinish=instant(activity.actual_finish),
            ActualDuration=duration(max(0, activity.duration - activity.remaining)),
            RemainingDuration=duration(activity.remaining),
        )
        _constraint(out, activity, identity)
        for each in links:
            _link(out, each, identity)
        write_kept_ids(out, activity.uid, identity.keep)
        if activity.baseline and (activity.baseline.start or activity.baseline.finish):
            _baseline(out, activity.baseline, activity.elapsed)


def percent(activity: Activity) -> int:
    """Whole percents, and 100 only for what is finished."""
    if activity.is_complete or activity.percent_complete >= 100:
        return 100
    return min(99, round(activity.percent_complete))


def written_constraint(activity: Activity) -> Constraint | None:
    return activity.constraints[0] if activity.constraints else None


def _is_summary(line: Line) -> bool:
    return line.activity.is_summary or line.has_children


def shown_start(activity: Activity, dates: ActivityDates | None) -> datetime | None:
    return activity.planned_start or activity.actual_start or (dates.early_start if dates else None)


def shown_finish(activity: Activity, dates: ActivityDates | None) -> datetime | None:
    return activity.planned_finish or activity.actual_finish or (dates.early_finish if dates else None)


def _identity(out: Elements, line: Line, row: int, identity: Identity) -> None:
    activity = line.activity
    out.add_all(
        UID=identity.tasks[activity.uid],
        ID=row,
        Name=cut(activity.name),
        Active=int(activity.active),
        Manual=int(activity.manual),
        Type=_FIXED_DURATION,
        IsNull=0,
        Contact=cut(activity.responsible, LONGEST_CONTACT) or None,
        WBS=one_line(activity.id),
        OutlineNumber=line.number,
        OutlineLevel=line.depth - 1 + identity.top,
        Priority=500,
    )


def _planned(out: Elements, activity: Activity, dates: ActivityDates | None) -> None:
    start, finish = instant(shown_start(activity, dates)), instant(shown_finish(activity, dates))
    length = duration(activity.duration)
    out.add_all(Start=start, Finish=finish, Duration=length)
    if activity.manual:
        out.add_all(ManualStart=start, ManualFinish=finish, ManualDuration=length)
    out.add("DurationFormat", _ELAPSED_DAYS if activity.elapsed else _DAYS)


def _calculated(out: Elements, activity: Activity, dates: ActivityDates | None) -> None:
    has_stored = activity.stored is not None and activity.stored != StoredDates()
    shown = activity.stored if has_stored else dates
    if shown is not None:
        out.add_all(
            EarlyStart=instant(shown.early_start),
            EarlyFinish=instant(shown.early_finish),
            LateStart=instant(shown.late_start),
            LateFinish=instant(shown.late_finish),
            FreeSlack=tenths(shown.free_float),
            TotalSlack=tenths(shown.total_float),
        )


def _constraint(out: Elements, activity: Activity, identity: Identity) -> None:
    constraint = written_constraint(activity)
    out.add_all(
        ConstraintType=_CODE_OF_CONSTRAINT[constraint.kind] if constraint else _AS_SOON_AS_POSSIBLE,
        CalendarUID=-1 if activity.calendar is None else identity.calendars[activity.calendar],
        ConstraintDate=instant(constraint.date) if constraint else None,
        Deadline=instant(activity.deadline),
        IgnoreResourceCalendar=int(not activity.follows_resources),
    )


def _link(out: Elements, link: Link, identity: Identity) -> None:
    with out.within("PredecessorLink"):
        out.add_all(
            PredecessorUID=identity.tasks[link.predecessor],
            Type=_CODE_OF_LINK[link.kind],
            CrossProject=0,
            LinkLag=tenths(link.lag),
            LagFormat=_ELAPSED_DAYS if link.elapsed else _DAYS,
        )


def _baseline(out: Elements, baseline: Baseline, elapsed: bool) -> None:
    with out.within("Baseline"):
        out.add_all(
            Number=0,
            Interim=0,
            Start=instant(baseline.start),
            Finish=instant(baseline.finish),
            Duration=duration(baseline.duration),
            DurationFormat=_ELAPSED_DAYS if elapsed else _DAYS,
            Cost=hundredths(baseline.cost),
        )
