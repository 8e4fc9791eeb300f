"""Resources and their assignments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from plumbline.engine.readers.mspdi.project import NOBODY, RESOURCE_KINDS
from plumbline.engine.schedule import Activity, Assignment, Schedule, Uid
from plumbline.engine.schedule.calculation import ActivityDates
from plumbline.engine.writers.mspdi.elements import Elements, duration, hundredths, instant, plain_number
from plumbline.engine.writers.mspdi.identity import Identity, is_nobody
from plumbline.engine.writers.mspdi.tasks import percent, shown_finish, shown_start
from plumbline.engine.writers.mspdi.texts import resource_name

CODE_OF_KIND = {kind: code for code, kind in RESOURCE_KINDS.items()}
_WORK, _COST = "work", "cost"


def write_resources(out: Elements, identity: Identity, calendars: Mapping[Uid, int]) -> None:
    """``calendars`` are the numbers of their calendars, by uid of the resource. Project marks cost on a material."""
    with out.within("Resources"):
        for row, each in enumerate(identity.resources, start=1):
            with out.within("Resource"):
                out.add_all(
                    UID=identity.resource_numbers[each.uid],
                    ID=row,
                    Name=resource_name(each.name) or f"Resource {each.uid}",
                    Type=CODE_OF_KIND.get("material" if each.kind == _COST else each.kind, CODE_OF_KIND[_WORK]),
                    IsNull=0,
                    MaxUnits=_units(each.max_units),
                    CalendarUID=calendars.get(each.uid),
                    IsCostResource=1 if each.kind == _COST else None,
                )


def write_assignments(
    out: Elements, schedule: Schedule, identity: Identity, dates: Mapping[Uid, ActivityDates]
) -> None:
    """As far as an activity has come, its work has: a plan knows no progress of single assignments."""
    kinds = {each.uid: each.kind for each in identity.resources}
    with out.within("Assignments"):
        for number, each in enumerate(_of_tasks(schedule.assignments, identity.tasks), start=1):
            activity = schedule.activity_by_uid[each.activity]
            is_work = each.resource is None or kinds.get(each.resource, _WORK) not in ("material", "cost")
            done = percent(activity) if is_work else None
            actual = None if done is None else round(each.work * done / 100)
            start, finish = _dates(activity, dates.get(activity.uid))
            with out.within("Assignment"):
                out.add_all(
                    UID=number,
                    TaskUID=identity.tasks[each.activity],
                    ResourceUID=_resource(each.resource, identity.resource_numbers),
                    PercentWorkComplete=done,
                    ActualFinish=instant(activity.actual_finish),
                    ActualStart=instant(activity.actual_start),
                    ActualWork=duration(actual),
                    Cost=hundredths(each.cost),
                    Finish=finish,
                    RemainingWork=None if actual is None else duration(each.work - actual),
                    Start=start,
                    Units=_units(each.units),
                    Work=duration(each.work),
                )


def _dates(activity: Activity, dates: ActivityDates | None) -> tuple[str | None, str | None]:
    return instant(shown_start(activity, dates)), instant(shown_finish(activity, dates))


def _resource(uid: Uid | None, resources: Mapping[Uid, int]) -> int:
    if uid is None:
        return NOBODY
    return uid if uid not in resources and is_nobody(uid) else resources[uid]


def _of_tasks(assignments: Iterable[Assignment], tasks: Mapping[Uid, int]) -> Iterator[Assignment]:
    return (each for each in assignments if each.activity in tasks)


def _units(units: float | None) -> str | None:
    return None if units is None else plain_number(Decimal(repr(units)))
