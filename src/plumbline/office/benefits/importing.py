"""Measurements from a file: what each row would add, or why it cannot. Columns: Benefit, Day, Value, Note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from django.core.exceptions import ValidationError

from plumbline.office.benefits.measurable import refuse_measuring
from plumbline.office.benefits.models import DECIMALS, DIGITS, Benefit, BenefitMeasurement, MeasurementTable
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
from plumbline.office.people.models import Membership

LIMITS = Limits(size=2_000_000, rows=5_000, columns=20, cells=60_000, text=2_000)
BENEFIT, DAY, VALUE, NOTE = COLUMNS = ("Benefit", "Day", "Value", "Note")
NEEDED = COLUMNS[:3]


@dataclass(frozen=True, slots=True)
class ReadMeasurement:
    place: str
    benefit: Benefit | None
    on: date | None
    value: Decimal | None
    note: str
    problems: list[CellProblem]
    is_known: bool = False


def table_from(content: bytes) -> Table:
    """Raises ``UnreadableTable``, for missing columns too."""
    return read_columns(content, COLUMNS, NEEDED, LIMITS)


def preview(kept: MeasurementTable, membership: Membership) -> Preview[ReadMeasurement]:
    """What the person may add of it. The same measurement that is there already is left out. Two queries."""
    table = table_from(bytes(kept.content))
    found = Benefit.objects.filter(organisation=kept.organisation).select_related("organisation", "project", "profile")
    by_name = {f"{each.project.code} {each.reference}".casefold(): each for each in found}
    known = set(
        BenefitMeasurement.objects.filter(
            benefit__organisation=kept.organisation, withdraws=None, withdrawn_by=None
        ).values_list("benefit_id", "on", "value")
    )
    order = date_order_of(row[DAY] for row in table.rows)
    told = [row for row in table.rows if any(as_text(row[each]) for each in NEEDED)]
    rows = []
    for row in told:
        read = _read(row, by_name, order, membership, known)
        if read.benefit and read.on and read.value is not None:
            known.add((read.benefit.pk, read.on, read.value))
        rows.append(read)
    return Preview(rows, table.remarks)


def _read(
    row: Row,
    by_name: dict[str, Benefit],
    order: DateOrder,
    membership: Membership,
    known: set[tuple[int, date, Decimal | None]],
) -> ReadMeasurement:
    problems: list[CellProblem] = []
    benefit = read_cell(row, BENEFIT, partial(_benefit, by_name=by_name, membership=membership), problems)
    on = read_cell(row, DAY, partial(_day, order=order), problems)
    value = read_cell(row, VALUE, _value, problems)
    note = read_cell(row, NOTE, partial(as_text, longest=500), problems) or ""
    if benefit and on:
        try:
            refuse_measuring(benefit, on)
        except ValidationError as refused:
            problems.append(CellProblem(row.place, DAY, str(on), " ".join(refused.messages)))
    is_known = benefit is not None and on is not None and (benefit.pk, on, value) in known
    return ReadMeasurement(row.place, benefit, on, value, note, problems, is_known)


def _benefit(cell: Cell, by_name: dict[str, Benefit], membership: Membership) -> Benefit:
    name = " ".join(as_text(cell).replace("/", " ").split()).casefold()
    if name not in by_name:
        raise UnclearCell("There is no such benefit. Write the code of the project and the reference: TR-01 B-1.")
    if not may(membership, "measure_benefit", by_name[name]):
        raise UnclearCell("You may not measure this benefit. Its owner, the project manager and the PMO may.")
    return by_name[name]


def _day(cell: Cell, order: DateOrder) -> date:
    day = as_date(cell, order)
    if day is None:
        raise UnclearCell("Write the day on which it was measured, as 2026-03-31.")
    return day


def _value(cell: Cell) -> Decimal:
    text = as_text(cell).replace("\xa0", "").replace("−", "-").replace(" ", "")
    try:
        value = Decimal(text.removeprefix("'"))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) >= Decimal(10) ** (DIGITS - DECIMALS):
        raise UnclearCell("Write a number with digits and a point only, as 1234.5.")
    return value.quantize(Decimal(1).scaleb(-DECIMALS))
