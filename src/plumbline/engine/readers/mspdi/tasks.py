"""Tasks and links of an MSPDI file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.readers.limits import MAX_MINUTES
from plumbline.engine.readers.mspdi.elements import Record
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Baseline,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    StoredDates,
)

CONSTRAINTS = {
    1: ConstraintKind.AS_LATE_AS_POSSIBLE,
    2: ConstraintKind.MUST_START_ON,
    3: ConstraintKind.MUST_FINISH_ON,
    4: ConstraintKind.START_NO_EARLIER_THAN,
    5: ConstraintKind.START_NO_LATER_THAN,
    6: ConstraintKind.FINISH_NO_EARLIER_THAN,
    7: ConstraintKind.FINISH_NO_LATER_THAN,
}
LINKS = {0: LinkKind.FINISH_FINISH, 1: LinkKind.FINISH_START, 2: LinkKind.START_FINISH, 3: LinkKind.START_START}
_ELAPSED_FORMATS = frozenset({4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52})
_PERCENT_FORMATS = frozenset({19, 20, 51, 52})


@dataclass(frozen=True, slots=True)
class LinkData:
    """A link as written. A lag in percent is of the predecessor's duration, known when all tasks are read."""

    predecessor: int
    successor: int
    kind: LinkKind
    lag: int
    percent: float | None
    elapsed: bool
    place: str


def read_task(record: Record, parent: int | None, is_summary: bool, problems: Problems) -> Activity:
    uid = record.uid("UID")
    duration = _not_negative(record, "Duration", problems) or 0
    percent = min(100.0, max(0.0, record.number("PercentComplete") or 0.0))
    started, finished = _actual_dates(record, is_summary, problems)
    calendar = record.whole("CalendarUID")
    return Activity(
        uid=uid,
        id=record.text("ID") or str(uid),
        name=record.text("Name"),
        kind=_kind(is_summary, duration),
        parent=parent,
        calendar=calendar if calendar is not None and calendar > 0 else None,
        duration=duration,
        remaining=_remaining(record, duration, percent, finished, problems),
        elapsed=(record.whole("DurationFormat") or 0) in _ELAPSED_FORMATS,
        percent_complete=100.0 if finished else percent,
        actual_start=started,
        actual_finish=finished,
        planned_start=record.instant("Start"),
        planned_finish=record.instant("Finish"),
        deadline=record.instant("Deadline"),
        constraints=_constraints(record, problems),
        baseline=_baseline(record),
        stored=_stored(record),
        budget=_money(record, "Cost"),
        responsible=record.text("Contact"),
        follows_resources=record.flag("IgnoreResourceCalendar") is not True and not is_summary,
        manual=record.flag("Manual") is True,
        active=record.flag("Active") is not False,
        external=record.flag("ExternalTask") is True,
    )


def read_links(record: Record, problems: Problems) -> Iterator[LinkData]:
    successor = record.uid("UID")
    for link in record.records("PredecessorLink"):
        if link.flag("CrossProject"):
            problems.add("links to other projects", "A link to a task of another file was left out.", record.place)
            continue
        code = link.whole("Type")
        kind = LINKS.get(1 if code is None else code)
        if kind is None:
            raise link.refusal(f"{code} is not a kind of link", "Type")
        unit = link.whole("LagFormat") or 0
        amount = link.number("LinkLag") or 0.0
        if abs(amount) > MAX_MINUTES * 10:
            raise link.refusal("the lag is more than 200 years", "LinkLag")
        is_percent = unit in _PERCENT_FORMATS
        yield LinkData(
            predecessor=link.uid("PredecessorUID"),
            successor=successor,
            kind=kind,
            lag=0 if is_percent else round(amount / 10),
            percent=amount if is_percent else None,
            elapsed=unit in _ELAPSED_FORMATS,
            place=record.place,
        )


def link_of(data: LinkData, predecessor: Activity) -> Link:
    lag = data.lag if data.percent is None else round(predecessor.duration * data.percent / 100)
    return Link(data.predecessor, data.successor, data.kind, lag, data.elapsed or _is_elapsed(data, predecessor))


def _is_elapsed(data: LinkData, predecessor: Activity) -> bool:
    return data.percent is not None and predecessor.elapsed


def _kind(is_summary: bool, duration: int) -> ActivityKind:
    """A milestone of MS Project keeps the instant its predecessors give it, so it is a finish milestone."""
    if is_summary:
        return ActivityKind.SUMMARY
    return ActivityKind.FINISH_MILESTONE if duration == 0 else ActivityKind.TASK


def _not_negative(record: Record, name: str, problems: Problems) -> int | None:
    minutes = record.minutes(name)
    if minutes is not None and minutes < 0:
        problems.add("negative durations", f"The duration in {name} is negative; 0 was taken.", record.place)
        return 0
    return minutes


def _remaining(record: Record, duration: int, percent: float, finished: datetime | None, problems: Problems) -> int:
    if finished:
        return 0
    remaining = _not_negative(record, "RemainingDuration", problems)
    return round(duration * (100 - percent) / 100) if remaining is None else remaining


def _actual_dates(record: Record, is_summary: bool, problems: Problems) -> tuple[datetime | None, datetime | None]:
    started, finished = record.instant("ActualStart"), record.instant("ActualFinish")
    percent = record.number("PercentComplete")
    if finished and percent is not None and percent < 100:
        if not is_summary:
            problems.add(
                "finishes of unfinished tasks",
                f"It has an actual finish but is {percent:g} % complete; the finish was left out.",
                record.place,
            )
        return (started if percent > 0 and started != finished else None), None
    if finished and not started:
        problems.add(
            "finishes without a start",
            "It has an actual finish but no actual start; the finish was taken.",
            record.place,
        )
        return finished, finished
    return started, finished


def _constraints(record: Record, problems: Problems) -> tuple[Constraint, ...]:
    code = record.whole("ConstraintType") or 0
    if code == 0:
        return ()
    kind = CONSTRAINTS.get(code)
    date = record.instant("ConstraintDate")
    if kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
        return (Constraint(kind),)
    if kind is None or date is None:
        what = f"of type {code} is not known" if kind is None else f"'{kind}' has no date"
        problems.add("unusable constraints", f"The constraint {what} and was left out.", record.place)
        return ()
    return (Constraint(kind, date),)


def _baseline(record: Record) -> Baseline | None:
    for each in record.records("Baseline"):
        if (each.whole("Number") or 0) == 0:
            start, finish = each.instant("Start"), each.instant("Finish")
            if start or finish:
                return Baseline(start, finish, each.minutes("Duration"), _money(each, "Cost"))
    return None


def _stored(record: Record) -> StoredDates:
    return StoredDates(
        early_start=record.instant("EarlyStart"),
        early_finish=record.instant("EarlyFinish"),
        late_start=record.instant("LateStart"),
        late_finish=record.instant("LateFinish"),
        total_float=_tenths(record, "TotalSlack"),
        free_float=_tenths(record, "FreeSlack"),
    )


def _tenths(record: Record, name: str) -> int | None:
    tenths = record.number(name)
    return None if tenths is None else round(tenths / 10)


def _money(record: Record, name: str) -> float | None:
    """Amounts are in hundredths of the currency."""
    hundredths = record.number(name)
    return None if hundredths is None else hundredths / 100
