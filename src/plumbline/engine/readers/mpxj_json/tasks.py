"""Tasks and links of MPXJ's JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.readers.limits import MAX_LINKS
from plumbline.engine.readers.mpxj_json.fields import Fields
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Baseline,
    Constraint,
    ConstraintKind,
    Dialect,
    Link,
    LinkKind,
    StoredDates,
)

_AS_SOON_AS_POSSIBLE = "AS_SOON_AS_POSSIBLE"
_CONSTRAINT_FIELDS = (
    ("constraint_type", "constraint_date"),
    ("secondary_constraint_type", "secondary_constraint_date"),
)
_KINDS = {
    "START_MILESTONE": ActivityKind.START_MILESTONE,
    "FINISH_MILESTONE": ActivityKind.FINISH_MILESTONE,
    "LEVEL_OF_EFFORT": ActivityKind.LEVEL_OF_EFFORT,
    "HAMMOCK": ActivityKind.LEVEL_OF_EFFORT,
    "WBS_SUMMARY": ActivityKind.LEVEL_OF_EFFORT,
}
_PERCENT_UNITS = frozenset({"%", "e%"})


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


def read_task(task: Fields, dialect: Dialect, problems: Problems) -> Activity:
    """For a plan of P6 the baseline in the JSON is none: MPXJ fills it with the planned dates."""
    uid, duration = task.uid("unique_id"), _not_negative(task, "duration", problems) or 0
    is_summary = task.flag("summary")
    percent = min(100.0, max(0.0, _percent(task)))
    started, finished = _actual_dates(task, percent, is_summary, problems)
    return Activity(
        uid=uid,
        id=_id(task, uid),
        name=task.text("name"),
        kind=_kind(task, is_summary, duration),
        parent=task.whole("parent_task_unique_id"),
        calendar=task.whole("calendar_unique_id"),
        duration=duration,
        remaining=_remaining(task, duration, percent, finished, problems),
        percent_complete=100.0 if finished else percent,
        actual_start=started,
        actual_finish=finished,
        planned_start=task.instant("start"),
        planned_finish=task.instant("finish"),
        deadline=task.instant("deadline"),
        constraints=_constraints(task, problems),
        baseline=None if dialect is Dialect.P6 else _baseline(task),
        stored=_stored(task),
        budget=task.number("cost" if dialect is Dialect.MSP else "planned_cost"),
        responsible=task.text("contact"),
        follows_resources=_follows_resources(task, dialect, is_summary),
        manual=task.text("task_mode") == "MANUALLY_SCHEDULED",
        active=task.flag("active"),
        external=task.flag("external_task"),
    )


def read_links(task: Fields) -> Iterator[LinkData]:
    for link in task.objects("predecessors", MAX_LINKS):
        kind, unit, lag = link.text("type") or "FS", link.text("lag_units"), link.number("lag") or 0.0
        if kind not in LinkKind.__members__.values():
            raise link.refusal(f"'{kind[:40]}' is not a kind of link", "type")
        is_percent = unit in _PERCENT_UNITS
        yield LinkData(
            predecessor=link.uid("predecessor_task_unique_id"),
            successor=link.uid("successor_task_unique_id"),
            kind=LinkKind(kind),
            lag=0 if is_percent else link.minutes("lag") or 0,
            percent=lag / 60 if is_percent else None,
            elapsed=unit.startswith("e"),
            place=task.place,
        )


def link_of(data: LinkData, predecessor: Activity) -> Link:
    lag = data.lag if data.percent is None else round(predecessor.duration * data.percent / 100)
    elapsed = data.elapsed or (data.percent is not None and predecessor.elapsed)
    return Link(data.predecessor, data.successor, data.kind, lag, elapsed)


def _id(task: Fields, uid: int) -> str:
    """MPXJ leaves out the number 0 of the line above all lines."""
    return task.text("activity_id") or task.text("id") or (task.text("wbs") if uid else "") or str(uid)


def _kind(task: Fields, is_summary: bool, duration: int) -> ActivityKind:
    """P6 says the kind. Elsewhere a milestone keeps the instant its predecessors give it: a finish milestone."""
    if is_summary:
        return ActivityKind.SUMMARY
    if task.text("activity_type"):
        return _KINDS.get(task.text("activity_type"), ActivityKind.TASK)
    return ActivityKind.FINISH_MILESTONE if duration == 0 else ActivityKind.TASK


def _follows_resources(task: Fields, dialect: Dialect, is_summary: bool) -> bool:
    if dialect is Dialect.P6:
        return task.text("activity_type") == "RESOURCE_DEPENDENT"
    return not is_summary and not task.flag("ignore_resource_calendar")


def _percent(task: Fields) -> float:
    """P6 measures an activity in one of several ways and shows the percentage of that one."""
    own = {"PHYSICAL": "physical_percent_complete", "UNITS": "percent_work_complete"}
    return task.number(own.get(task.text("percent_complete_type"), "percent_complete")) or 0.0


def _not_negative(task: Fields, name: str, problems: Problems) -> int | None:
    minutes = task.minutes(name)
    if minutes is not None and minutes < 0:
        problems.add("negative durations", f"The duration in {name} is negative; 0 was taken.", task.place)
        return 0
    return minutes


def _remaining(task: Fields, duration: int, percent: float, finished: datetime | None, problems: Problems) -> int:
    if finished:
        return 0
    remaining = _not_negative(task, "remaining_duration", problems)
    return round(duration * (100 - percent) / 100) if remaining is None else remaining


def _actual_dates(
    task: Fields, percent: float, is_summary: bool, problems: Problems
) -> tuple[datetime | None, datetime | None]:
    started, finished = task.instant("actual_start"), task.instant("actual_finish")
    if finished and percent < 100 and (task.number("remaining_duration") or 0) > 0:
        if not is_summary:
            problems.add(
                "finishes of unfinished tasks",
                f"It has an actual finish but is {percent:g} % complete; the finish was left out.",
                task.place,
            )
        return (started if percent > 0 and started != finished else None), None
    if finished and not started:
        problems.add(
            "finishes without a start",
            "It has an actual finish but no actual start; the finish was taken.",
            task.place,
        )
        return finished, finished
    return started, finished


def _constraints(task: Fields, problems: Problems) -> tuple[Constraint, ...]:
    found = []
    for kind_field, date_field in _CONSTRAINT_FIELDS:
        name, date = task.text(kind_field), task.instant(date_field)
        if not name or name == _AS_SOON_AS_POSSIBLE:
            continue
        kind = ConstraintKind.__members__.get(name)
        if kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
            found.append(Constraint(kind))
        elif kind is None or date is None:
            what = f"'{name[:40]}' is not known" if kind is None else f"'{kind}' has no date"
            problems.add("unusable constraints", f"The constraint {what} and was left out.", task.place)
        else:
            found.append(Constraint(kind, date))
    return tuple(found)


def _baseline(task: Fields) -> Baseline | None:
    start, finish = task.instant("baseline_start"), task.instant("baseline_finish")
    if not (start or finish):
        return None
    return Baseline(start, finish, task.minutes("baseline_duration"), task.number("baseline_cost"))


def _stored(task: Fields) -> StoredDates:
    """Where late dates are stored, a float that is left out is 0; but P6 leaves out that of a complete activity."""
    late_finish = task.instant("late_finish")
    has_float = late_finish is not None and task.text("activity_status") != "COMPLETED"
    return StoredDates(
        early_start=task.instant("early_start"),
        early_finish=task.instant("early_finish"),
        late_start=task.instant("late_start"),
        late_finish=late_finish,
        total_float=(task.minutes("total_slack") or 0) if has_float else None,
        free_float=(task.minutes("free_slack") or 0) if has_float else None,
    )
