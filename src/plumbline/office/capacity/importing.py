"""Leave from a file: what each row would add, or why it cannot. Columns: Name, From, To, Share, Reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.core.exceptions import ValidationError

from plumbline.office.capacity.models import Leave, LeaveTable, ResourcePerson
from plumbline.office.foundation.access import may
from plumbline.office.foundation.tabular import (
    Cell,
    CellProblem,
    DateOrder,
    Limits,
    Preview,
    Row,
    Table,
    UnclearCell,
    as_date,
    as_text,
    date_order_of,
    read_cell,
    read_columns,
)
from plumbline.office.people.alike import key_of
from plumbline.office.people.models import Membership

LIMITS = Limits(size=2_000_000, rows=10_000, columns=20, cells=120_000, text=2_000)
NAME, FROM, TO, SHARE, REASON = COLUMNS = ("Name", "From", "To", "Share", "Reason")
NEEDED = COLUMNS[:2]
LONGEST_DAYS = 1100


@dataclass(frozen=True, slots=True)
class ReadLeave:
    place: str
    person: ResourcePerson | None
    first: date | None
    last: date | None
    percent: int | None
    reason: str
    problems: list[CellProblem]
    is_known: bool = False


def table_from(content: bytes) -> Table:
    """Raises ``UnreadableTable``, for missing columns too."""
    return read_columns(content, COLUMNS, NEEDED, LIMITS)


def refuse_days(first: date, last: date) -> None:
    """Raises ``ValidationError`` by field."""
    if last < first:
        raise ValidationError({"last": "The last day lies before the first one."})
    if (last - first).days > LONGEST_DAYS:
        raise ValidationError({"last": f"Enter at most {LONGEST_DAYS:,} days at once."})


def preview(kept: LeaveTable, membership: Membership) -> Preview[ReadLeave]:
    """What the person may add of it; the same leave that is there already is left out. Two queries."""
    table = table_from(bytes(kept.content))
    people = ResourcePerson.objects.filter(organisation=kept.organisation).select_related("pool", "person")
    by_name: dict[str, list[ResourcePerson]] = defaultdict(list)
    for each in people:
        for name in {key_of(each.name), key_of(each.person.email) if each.person else ""} - {""}:
            by_name[name].append(each)
    known = set(
        Leave.objects.filter(person__organisation=kept.organisation, withdrawn_at=None).values_list(
            "person_id", "first", "last", "percent"
        )
    )
    order = date_order_of(row[each] for row in table.rows for each in (FROM, TO) if each in table.columns)
    rows = []
    for row in table.rows:
        if any(as_text(row[each]) for each in NEEDED):
            read = _read(row, by_name, order, membership, known)
            if read.person and read.first and read.last and read.percent:
                known.add((read.person.pk, read.first, read.last, read.percent))
            rows.append(read)
    return Preview(rows, table.remarks)


def _read(
    row: Row,
    by_name: dict[str, list[ResourcePerson]],
    order: DateOrder,
    membership: Membership,
    known: set[tuple[int, date, date, int]],
) -> ReadLeave:
    problems: list[CellProblem] = []
    person = read_cell(row, NAME, partial(_person, by_name=by_name, membership=membership), problems)
    first = read_cell(row, FROM, partial(_day, order=order), problems)
    last = read_cell(row, TO, partial(as_date, order=order), problems) or first
    percent = read_cell(row, SHARE, _share, problems)
    reason = read_cell(row, REASON, partial(as_text, longest=200), problems) or ""
    if first and last:
        try:
            refuse_days(first, last)
        except ValidationError as refused:
            problems.append(CellProblem(row.place, TO, str(last), " ".join(refused.messages)))
    is_known = bool(person and first and last and percent and (person.pk, first, last, percent) in known)
    return ReadLeave(row.place, person, first, last, percent, reason, problems, is_known)


def _person(cell: Cell, by_name: dict[str, list[ResourcePerson]], membership: Membership) -> ResourcePerson:
    found = by_name.get(key_of(as_text(cell)), [])
    if not found:
        raise UnclearCell("There is nobody of this name. Write it as on the page People, or the mail address.")
    if len(found) > 1:
        raise UnclearCell("Several people have this name. Write the mail address.")
    if not may(membership, "enter_leave", found[0]):
        raise UnclearCell("You may not enter leave of this person. They, their resource owner and the PMO may.")
    return found[0]


def _day(cell: Cell, order: DateOrder) -> date:
    day = as_date(cell, order)
    if day is None:
        raise UnclearCell("Write the first day, as 2026-07-20.")
    return day


def _share(cell: Cell) -> int:
    text = as_text(cell).removesuffix("%").strip() or "100"
    if not text.removesuffix(".0").isdigit() or not 1 <= int(float(text)) <= 100:
        raise UnclearCell("Write how much of each day as 1 to 100 per cent, or leave it empty for whole days.")
    return int(float(text))
