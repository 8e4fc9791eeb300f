"""The project of an MSPDI file: its parts put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.kept_ids import ACTIVITY_ID, UNIQUE_ID, KeptField, with_kept_ids
from plumbline.engine.readers.limits import MAX_CALENDAR_DAYS_TOGETHER, MAX_LINKS, check_count
from plumbline.engine.readers.mspdi.calendars import STANDARD_WEEK, CalendarData, read_calendar, work_calendars
from plumbline.engine.readers.mspdi.elements import Record
from plumbline.engine.readers.mspdi.tasks import LinkData, link_of, read_links, read_task
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Dialect,
    LagCalendar,
    Link,
    Resource,
    Schedule,
    ScheduleOptions,
    Uid,
)

NOBODY = -65535
_MATERIAL, _WORK, _COST = range(3)
RESOURCE_KINDS = {_MATERIAL: "material", _WORK: "work", _COST: "cost"}


@dataclass
class Parts:
    """What has been read so far. Tasks come in outline order, so the summaries above are known."""

    problems: Problems = field(default_factory=Problems)
    calendars: dict[int, CalendarData] = field(default_factory=dict)
    activities: list[Activity] = field(default_factory=list)
    links: list[LinkData] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    kept_ids: dict[str, dict[Uid, str]] = field(default_factory=lambda: {UNIQUE_ID.number: {}, ACTIVITY_ID.number: {}})
    _above: list[tuple[int, int]] = field(default_factory=list)
    _calendar_days: int = 0

    def add_calendar(self, record: Record) -> None:
        data = read_calendar(record)
        self._calendar_days += len(data.exceptions)
        check_count("calendar exceptions", self._calendar_days, MAX_CALENDAR_DAYS_TOGETHER)
        if data.uid in self.calendars:
            raise record.refusal("two calendars have this id", "UID")
        self.calendars[data.uid] = data

    def add_task(self, record: Record) -> None:
        if record.flag("IsNull"):
            return
        level = record.whole("OutlineLevel")
        level = 1 if level is None else level
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        parent = self._above[-1][1] if self._above else None
        activity = read_task(record, parent, record.flag("Summary") is True, self.problems)
        self._above.append((level, record.uid("UID")))
        self.activities.append(activity)
        for each in record.records("ExtendedAttribute"):
            if each.text("FieldID") in self.kept_ids and (value := each.text("Value")):
                self.kept_ids[each.text("FieldID")][activity.uid] = value
        self.links.extend(read_links(record, self.problems))
        check_count("links", len(self.links), MAX_LINKS)

    def add_resource(self, record: Record) -> None:
        if record.flag("IsNull"):
            return
        code = record.whole("Type")
        is_cost = record.flag("IsCostResource") is True
        kind = "cost" if is_cost else RESOURCE_KINDS.get(_WORK if code is None else code, "work")
        name = record.text("Name")
        if name:
            most = record.number("MaxUnits") if kind == "work" else None
            self.resources.append(
                Resource(record.uid("UID"), name, kind, record.whole("CalendarUID"), None if most == 0 else most)
            )

    def add_assignment(self, record: Record) -> None:
        resource = record.whole("ResourceUID")
        if resource is None or resource == NOBODY:
            return
        cost = (record.number("Cost") or 0.0) / 100
        self.assignments.append(
            Assignment(record.uid("TaskUID"), resource, record.minutes("Work") or 0, cost, units=record.number("Units"))
        )


def schedule_of(project: Record, parts: Parts) -> Schedule:
    minutes_per_day = _minutes_per_day(project)
    calendars = work_calendars(parts.calendars, minutes_per_day, parts.problems)
    default_calendar = _default_calendar(project, calendars, minutes_per_day, parts.problems)
    activities = tuple(_with_known_calendars(_as_outline(parts.activities), calendars, parts.problems))
    by_uid = {each.uid: each for each in activities}
    _note_backward_scheduling(project, parts.problems)
    schedule = Schedule(
        name=project.text("Name") or project.text("Title") or "Project",
        dialect=Dialect.MSP,
        start=project.instant("StartDate") or _earliest_start(project, activities),
        data_date=_data_date(project, activities, parts.problems),
        calendars=tuple(calendars),
        default_calendar=default_calendar,
        activities=activities,
        links=tuple(_links(parts.links, by_uid, parts.problems)),
        resources=tuple(_with_usable_calendars(parts.resources, calendars)),
        assignments=tuple(_assignments(parts, by_uid)),
        options=ScheduleOptions(
            lag_calendar=LagCalendar.SUCCESSOR,
            critical_at_or_below=_critical_slack(project, minutes_per_day),
            minutes_per_day=minutes_per_day,
        ),
        currency=project.text("CurrencyCode") or project.text("CurrencySymbol"),
    )
    unique, visible = (_kept_ids(each, project, parts) for each in (UNIQUE_ID, ACTIVITY_ID))
    return with_kept_ids(schedule, unique, visible, parts.problems)


def _kept_ids(kept: KeptField, project: Record, parts: Parts) -> Mapping[Uid, str]:
    definitions = project.records("ExtendedAttributes", "ExtendedAttribute")
    is_ours = any(each.text("FieldID") == kept.number and each.text("Alias") == kept.title for each in definitions)
    return parts.kept_ids[kept.number] if is_ours else {}


def _note_backward_scheduling(project: Record, problems: Problems) -> None:
    if project.flag("ScheduleFromStart") is False:
        problems.add(
            "plans scheduled from their finish",
            "Project schedules this plan backward from its finish date; here dates are calculated from its start.",
            "element ScheduleFromStart",
        )


def _minutes_per_day(project: Record) -> int:
    minutes = project.whole("MinutesPerDay") or 480
    return minutes if 1 <= minutes <= 1440 else 480


def _critical_slack(project: Record, minutes_per_day: int) -> int:
    """The file has days; nobody means more than ten thousand of them."""
    days = project.number("CriticalSlackLimit") or 0.0
    return round(days * minutes_per_day) if abs(days) <= 10_000 else 0


def _default_calendar(
    project: Record, calendars: list[WorkCalendar], minutes_per_day: int, problems: Problems
) -> int | str:
    uid = project.whole("CalendarUID")
    if any(each.uid == uid for each in calendars):
        return uid if uid is not None else calendars[0].uid
    if not calendars:
        calendars.append(WorkCalendar(uid=0, name="Standard", week=STANDARD_WEEK, minutes_per_day=minutes_per_day))
    problems.add(
        "projects without a calendar",
        f"The project names no calendar that is in the file; '{calendars[0].name}' was taken.",
        "element CalendarUID",
    )
    return calendars[0].uid


def _data_date(project: Record, activities: Iterable[Activity], problems: Problems) -> datetime | None:
    date = project.instant("StatusDate")
    if date is None and any(each.is_started for each in activities):
        problems.add(
            "plans without a status date",
            "The plan has no status date, so progress cannot be judged. Set it in Project > Status Date, save as XML.",
            "element StatusDate",
        )
    return date


def _earliest_start(project: Record, activities: Iterable[Activity]) -> datetime:
    starts = [each.planned_start for each in activities if each.planned_start is not None]
    if not starts:
        raise project.refusal("neither the project nor any of its tasks has a start date", "StartDate")
    return min(starts)


def _as_outline(activities: list[Activity]) -> Iterator[Activity]:
    """A task with tasks below it is a summary, whether it is marked as one or not."""
    parents = {each.parent for each in activities}
    for each in activities:
        yield replace(each, kind=ActivityKind.SUMMARY) if each.uid in parents and not each.is_summary else each


def _with_known_calendars(
    activities: Iterable[Activity], calendars: Iterable[WorkCalendar], problems: Problems
) -> Iterator[Activity]:
    known = {each.uid for each in calendars}
    for each in activities:
        if each.calendar is None or each.calendar in known:
            yield each
            continue
        problems.add(
            "unknown calendars",
            f"Calendar {each.calendar} is not usable; the project's own was taken.",
            f"task {each.id} '{each.name}'",
        )
        yield replace(each, calendar=None)


def _links(links: Iterable[LinkData], by_uid: Mapping[int | str, Activity], problems: Problems) -> Iterator[Link]:
    for each in links:
        predecessor = by_uid.get(each.predecessor)
        if predecessor is None:
            problems.add(
                "links to missing tasks",
                f"A link comes from task {each.predecessor}, which is not in the file, and was left out.",
                each.place,
            )
        else:
            yield link_of(each, predecessor)


def _assignments(parts: Parts, by_uid: Mapping[int | str, Activity]) -> Iterator[Assignment]:
    """What is left of the assignments: a cost or a quantity of material is no work."""
    kinds = {each.uid: each.kind for each in parts.resources}
    for each in parts.assignments:
        if each.activity in by_uid:
            is_work = kinds.get(each.resource if each.resource is not None else NOBODY, "work") == "work"
            yield each if is_work else replace(each, work=0, units=None)


def _with_usable_calendars(resources: Iterable[Resource], calendars: Iterable[WorkCalendar]) -> Iterator[Resource]:
    """Every resource of Project has a calendar; one that only repeats the project's may be left out of a file."""
    known = {each.uid for each in calendars}
    for each in resources:
        yield each if each.calendar in known else replace(each, calendar=None)
