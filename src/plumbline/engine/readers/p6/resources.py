"""Resources of a P6 file, their parts in activities, and what activities cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from datetime import datetime

from plumbline.engine.readers.limits import MAX_MINUTES
from plumbline.engine.readers.p6.records import AssignmentRecord, ExpenseRecord, FileParts, RateRecord, ResourceRecord
from plumbline.engine.readers.p6.words import RESOURCE_KINDS
from plumbline.engine.schedule import Assignment, Resource, Uid


def resources_of(
    file: FileParts, assignments: Iterable[Assignment], calendars: Container[Uid], data_date: datetime | None
) -> Iterator[Resource]:
    """Every resource of the file, then those that are only named by an assignment."""
    listed: set[Uid] = set()
    for each in file.resources:
        listed.add(each.uid)
        yield _resource(each, calendars, file.rates.get(each.uid, []), data_date)
    for unlisted in dict.fromkeys(each.resource for each in assignments):
        if unlisted is not None and unlisted not in listed:
            yield Resource(unlisted, f"Resource {unlisted}")


def _resource(
    record: ResourceRecord, calendars: Container[Uid], rates: list[RateRecord], data_date: datetime | None
) -> Resource:
    kind = RESOURCE_KINDS.get(record.type, "work")
    return Resource(
        uid=record.uid,
        name=record.name,
        kind=kind,
        calendar=record.calendar if record.calendar in calendars else None,
        max_units=None if kind == "material" else _max_units(rates, data_date),
    )


def _max_units(rates: list[RateRecord], data_date: datetime | None) -> float | None:
    """Of the rates in the order of their starts: the last that has begun at the data date, else the first.

    Programs that do not know how much there is of a resource write 0.
    """
    if not rates:
        return None
    ordered = sorted(rates, key=lambda rate: rate.start or datetime.min)
    begun = [each for each in ordered if data_date is None or each.start is None or each.start <= data_date]
    return (begun or ordered[:1])[-1].max_units or None


def assignments_of(records: Iterable[AssignmentRecord], known: Container[Uid]) -> Iterator[Assignment]:
    """Units of material are no work, and no share of anybody."""
    for each in records:
        if each.activity not in known:
            continue
        if RESOURCE_KINDS.get(each.resource_type) == "material":
            yield Assignment(each.activity, each.resource, 0, each.cost or 0.0)
        else:
            yield Assignment(each.activity, each.resource, _work(each), each.cost or 0.0, each.units)


def _work(record: AssignmentRecord) -> int:
    """Budgeted hours in minutes."""
    hours = record.hours or 0.0
    if abs(hours) * 60 > MAX_MINUTES * 1_000:
        raise record.source.refusal(f"{hours:,.0f} hours of work cannot be right. Correct it in P6 and export again.")
    return round(hours * 60)


def budgets_of(assignments: Iterable[AssignmentRecord], expenses: Iterable[ExpenseRecord]) -> dict[Uid, float]:
    budgets: dict[Uid, float] = defaultdict(float)
    for each in assignments:
        if each.cost is not None:
            budgets[each.activity] += each.cost
    for expense in expenses:
        if expense.activity is not None and expense.cost is not None:
            budgets[expense.activity] += expense.cost
    return dict(budgets)
