"""Resources and their assignments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeGuard

from plumbline.engine.readers.mspdi.project import NOBODY, RESOURCE_KINDS
from plumbline.engine.schedule import Assignment, Resource, Schedule, Uid
from plumbline.engine.writers.mspdi.elements import Elements, duration, hundredths, plain_number
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.written import Losses

_CODE_OF_KIND = {kind: code for code, kind in RESOURCE_KINDS.items()}
_WORK = "work"


def with_unlisted(schedule: Schedule, losses: Losses) -> tuple[Resource, ...]:
    """The resources, and one for each uid that only assignments speak of: a file must not refer to nothing.

    Numbers below 0 are no resources: they are how some tools say that nobody is assigned.
    """
    listed = {each.uid for each in schedule.resources}
    taken = dict.fromkeys(each.resource for each in schedule.assignments if each.resource is not None)
    unlisted = tuple(Resource(uid, f"Resource {uid}") for uid in taken if uid not in listed and not _is_nobody(uid))
    for each in unlisted:
        losses.add("Resource without a name", "named after its unique id", str(each.uid))
    return (*schedule.resources, *unlisted)


def write_resources(
    out: Elements,
    resources: Iterable[Resource],
    numbers: Mapping[Uid, int],
    calendars: Mapping[Uid, int],
    losses: Losses,
) -> None:
    with out.within("Resources"):
        for row, each in enumerate(resources, start=1):
            if each.kind not in _CODE_OF_KIND:
                losses.add("Kind of a resource", "written as work", each.name)
            has_calendar = each.calendar is not None and each.calendar in calendars
            with out.within("Resource"):
                out.add_all(
                    UID=numbers[each.uid],
                    ID=row,
                    Name=one_line(each.name) or f"Resource {each.uid}",
                    Type=_CODE_OF_KIND.get(each.kind, _CODE_OF_KIND[_WORK]),
                    IsNull=0,
                    MaxUnits=_units(each.max_units),
                    CalendarUID=calendars[each.calendar] if has_calendar and each.calendar is not None else None,
                )


def write_assignments(
    out: Elements, assignments: Iterable[Assignment], tasks: Mapping[Uid, int], resources: Mapping[Uid, int]
) -> None:
    with out.within("Assignments"):
        for number, each in enumerate(_of_tasks(assignments, tasks), start=1):
            with out.within("Assignment"):
                out.add_all(
                    UID=number,
                    TaskUID=tasks[each.activity],
                    ResourceUID=_resource(each.resource, resources),
                    Cost=hundredths(each.cost),
                    Units=_units(each.units),
                    Work=duration(each.work),
                )


def _resource(uid: Uid | None, resources: Mapping[Uid, int]) -> int:
    if uid is None:
        return NOBODY
    return uid if uid not in resources and _is_nobody(uid) else resources[uid]


def _is_nobody(uid: Uid) -> TypeGuard[int]:
    return isinstance(uid, int) and uid < 0


def _of_tasks(assignments: Iterable[Assignment], tasks: Mapping[Uid, int]) -> Iterator[Assignment]:
    return (each for each in assignments if each.activity in tasks)


def _units(units: float | None) -> str | None:
    return None if units is None else plain_number(Decimal(repr(units)))
