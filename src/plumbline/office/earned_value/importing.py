"""Tables of costs: which columns there are, which headings are known for them, and what each row would add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar

from plumbline.office.earned_value.currencies import NoRate, Rates
from plumbline.office.earned_value.models import (
    LONGEST_WBS,
    ActualCost,
    BaselineLine,
    CostBaseline,
    CostTable,
    EarnedEntry,
    TableKind,
)
from plumbline.office.foundation.tabular import (
    Cell,
    CellProblem,
    DateOrder,
    Limits,
    Preview,
    Row,
    Table,
    UnclearCell,
    as_choice,
    as_date,
    as_money,
    as_text,
    date_order_of,
    read_cell,
    read_table,
    squeezed,
)
from plumbline.office.people.queries import today

LIMITS = Limits(size=5_000_000, rows=20_000, columns=60, cells=600_000, text=2_000)
CENT = Decimal("0.01")
Value = TypeVar("Value")
NOBODYS_DAY = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Field:
    """``words`` are headings by which it is known."""

    name: str
    title: str
    help: str
    words: tuple[str, ...]
    required: bool = False


DAY = Field("on", "Day", "the day, or a month as 2026-03", ("day", "date", "period", "month", "posting date"), True)
AMOUNT = Field(
    "amount", "Amount", "digits and a point", ("amount", "cost", "value", "planned value", "earned value"), True
)
WBS = Field("wbs", "WBS element", "as the baseline calls it", ("wbs", "wbs element", "work package", "cost centre"))
CURRENCY = Field("currency", "Currency", "three letters; empty: that of the baseline", ("currency", "curr", "ccy"))
REFERENCE = Field("reference", "Reference", "invoice or voucher", ("reference", "invoice", "document", "voucher"))
NOTE = Field("note", "Note", "anything worth knowing", ("note", "text", "description", "comment"))
EFFORT = Field("level_of_effort", "Level of effort", "yes where it is", ("level of effort", "loe"))
FIELDS = {
    TableKind.BASELINE: (WBS, DAY, AMOUNT, EFFORT),
    TableKind.EARNED: (WBS, DAY, AMOUNT),
    TableKind.ACTUAL: (DAY, AMOUNT, CURRENCY, WBS, REFERENCE, NOTE),
}


def fields_of(kind: str) -> tuple[Field, ...]:
    return FIELDS[TableKind(kind)]


def guessed(kind: str, columns: Iterable[str]) -> dict[str, str]:
    """Heading by field, for those whose heading is a word for it or begins with one."""
    left, found = list(columns), {}
    for field in fields_of(kind):
        exact = (each for each in left if _plain(each) in field.words)
        longer = (each for each in left if _plain(each).startswith(tuple(f"{word} " for word in field.words)))
        heading = next(exact, None) or next(longer, None)
        if heading:
            found[field.name] = heading
            left.remove(heading)
    return found


@dataclass(frozen=True, slots=True)
class CostRow:
    place: str
    on: date | None
    wbs: str
    amount: Decimal | None
    currency: str
    rate: Decimal | None
    converted: Decimal | None
    reference: str
    note: str
    is_level_of_effort: bool
    problems: list[CellProblem]
    is_known: bool = False


def table_from(content: bytes) -> Table:
    """Raises ``UnreadableTable``."""
    return read_table(content, limits=LIMITS)


def unmapped(kept: CostTable) -> list[Field]:
    """Fields that are needed and have no column."""
    return [each for each in fields_of(kept.kind) if each.required and not kept.columns.get(each.name)]


def preview(kept: CostTable) -> Preview[CostRow]:
    """What of it is new. Of costs, a row that an earlier table had already is left out. Four queries at most."""
    table = table_from(bytes(kept.content))
    if unmapped(kept):
        return Preview([], table.remarks)
    reading = _Reading(kept, table.rows)
    rows = [reading.read(row) for row in table.rows if not row.is_blank]
    return Preview(rows, table.remarks)


class _Reading:
    """What is known before the first row is read."""

    def __init__(self, kept: CostTable, rows: Sequence[Row]) -> None:
        self.kind, self.columns = TableKind(kept.kind), kept.columns
        self.today = today(kept.project.organisation)
        self.order = date_order_of(row[self.columns["on"]] for row in rows)
        baseline = CostBaseline.objects.filter(project=kept.project).order_by("-number").first()
        self.home = baseline.currency if baseline else kept.project.organisation.currency
        self.names: dict[str, str] | None = None
        self.there: Counter[tuple[object, ...]] = Counter()
        if self.kind is not TableKind.BASELINE and baseline:
            lines = BaselineLine.objects.filter(baseline=baseline).values_list("wbs", flat=True).distinct()
            self.names = {squeezed(each): each for each in lines.order_by("wbs")}
            self.there = self._there(kept, baseline)
        self.rates = Rates(kept.project.organisation) if self.kind is TableKind.ACTUAL else None

    def _there(self, kept: CostTable, baseline: CostBaseline) -> Counter[tuple[object, ...]]:
        if self.kind is TableKind.ACTUAL:
            found = ActualCost.objects.filter(project=kept.project)
            return Counter(found.values_list("on", "wbs", "amount", "currency", "reference"))
        return Counter(EarnedEntry.objects.filter(baseline=baseline).values_list("as_of", "wbs", "value"))

    def read(self, row: Row) -> CostRow:
        problems: list[CellProblem] = []
        on = self._cell(row, "on", partial(self._day, order=self.order), problems)
        amount = self._cell(row, "amount", self._amount, problems)
        wbs = self._cell(row, "wbs", self._wbs, problems) or ""
        currency = self._cell(row, "currency", self._currency, problems) or self.home
        reference = self._cell(row, "reference", partial(as_text, longest=80), problems) or ""
        note = self._cell(row, "note", partial(as_text, longest=500), problems) or ""
        effort = self._cell(row, "level_of_effort", self._flag, problems) or False
        rate = self._rate(row, on, currency, problems)
        known = False
        if not problems:
            key = (on, wbs, amount, currency, reference) if self.kind is TableKind.ACTUAL else (on, wbs, amount)
            known = self.there[key] > 0
            self.there[key] -= known
        converted = (amount * rate).quantize(CENT) if amount is not None and rate is not None else None
        return CostRow(row.place, on, wbs, amount, currency, rate, converted, reference, note, effort, problems, known)

    def _cell(self, row: Row, name: str, read: Callable[[Cell], Value], problems: list[CellProblem]) -> Value | None:
        heading = self.columns.get(name)
        return read_cell(row, heading, read, problems) if heading else None

    def _day(self, cell: Cell, order: DateOrder) -> date:
        day = as_date(cell, order)
        if day is None:
            raise UnclearCell("Write the day, as 2026-03-31.")
        if day < NOBODYS_DAY or day.year > self.today.year + 50:
            raise UnclearCell(f"The year {day.year} cannot be right.")
        if self.kind is TableKind.BASELINE or day <= self.today:
            return day
        if as_date(cell, order, last_day=False) in (day, None) or day.replace(day=1) > self.today:
            raise UnclearCell("The day is still to come.")
        return self.today  # a month that goes on

    def _amount(self, cell: Cell) -> Decimal:
        amount = as_money(cell)
        if amount is None:
            raise UnclearCell("Write an amount, as 1234.50.")
        if amount < 0 and self.kind is TableKind.EARNED:
            raise UnclearCell("What is earned is not below zero.")
        return amount

    def _wbs(self, cell: Cell) -> str:
        text = as_text(cell, longest=LONGEST_WBS)
        if not text or self.names is None:
            return text
        if squeezed(text) not in self.names:
            there = ", ".join(each for each in list(self.names.values())[:8] if each) or "none"
            raise UnclearCell(f"The baseline has no such WBS element. It has: {there}. Or leave it empty.")
        return self.names[squeezed(text)]

    def _currency(self, cell: Cell) -> str:
        text = as_text(cell).upper()
        if text and not (len(text) == 3 and text.isascii() and text.isalpha()):
            raise UnclearCell("Write the three letters of the currency, as EUR.")
        return text

    def _flag(self, cell: Cell) -> bool:
        return as_choice(cell, {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}) or False

    def _rate(self, row: Row, on: date | None, currency: str, problems: list[CellProblem]) -> Decimal | None:
        if self.rates is None or on is None:
            return None
        try:
            return self.rates.between(currency, self.home, on)
        except NoRate as missing:
            heading = self.columns.get("currency", "Currency")
            problems.append(CellProblem(row.place, heading, currency, str(missing)))
            return None


def _plain(heading: str) -> str:
    return squeezed(heading.replace("_", " "))
