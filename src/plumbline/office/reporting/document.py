"""What a report consists of: a small vocabulary of frozen parts, kept as JSON and shown in every format.

A cell is typed by the ``kind`` of its column: text, number, money, date or status. Dates and money are kept as text
in JSON and are dates and decimals again when they are read.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

SCHEMA = 1
Cell: TypeAlias = "str | int | float | Decimal | date | None"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 2 begins a part: a slide, a sheet. Level 3 stands within one; ``new_page`` begins a page in print."""

    text: str
    level: int = 2
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: Cell
    kind: str = "number"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """``on_slides`` is false for what a slide has no room for."""

    title: str
    kind: str = "text"
    on_slides: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """``empty`` is said where there are no rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    empty: str = "None."


@dataclass(frozen=True, slots=True)
class Series:
    """One number for each category. ``colour`` is a status, or accent, or soft."""

    name: str
    values: tuple[float, ...]
    colour: str = "accent"


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, ``stacked`` or beside each other. ``kind`` says what is counted: number or money."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = True
    kind: str = "number"

    @property
    def in_words(self) -> str:
        """Every number, for those who do not see the bars."""
        said = (
            f"{category}: " + ", ".join(f"{each.name} {each.values[at]:,.0f}" for each in self.series)
            for at, category in enumerate(self.categories)
        )
        return f"{self.title}. {'; '.join(said)}."


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` or ``after`` is empty for what came or went."""

    what: str
    before: Cell = None
    after: Cell = None


@dataclass(frozen=True, slots=True)
class ChangeList:
    """Changes of values of one ``kind``."""

    title: str
    changes: tuple[Change, ...]
    kind: str = "text"
    empty: str = "None."


Block: TypeAlias = Heading | Paragraph | Figures | Table | Chart | ChangeList
BLOCKS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "figures": Figures,
    "table": Table,
    "chart": Chart,
    "changes": ChangeList,
}
KIND_OF = {shape: name for name, shape in BLOCKS.items()}


@dataclass(frozen=True, slots=True)
class Document:
    """``accent`` is the organisation's colour at that time, as ``#rrggbb``."""

    title: str
    subtitle: str
    organisation: str
    as_of: date
    made_at: datetime
    currency: str
    accent: str
    blocks: tuple[Block, ...]

    def as_data(self) -> dict[str, Any]:
        """As it is kept: only what JSON knows, without characters that no format can show."""
        head = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "blocks"}
        blocks = [{"is": KIND_OF[type(each)], **asdict(each)} for each in self.blocks]
        kept: dict[str, Any] = _kept({"schema": SCHEMA, **head, "blocks": blocks})
        return kept

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> Document:
        head = {each.name: data[each.name] for each in fields(cls) if each.name != "blocks"}
        head["as_of"] = date.fromisoformat(head["as_of"])
        head["made_at"] = datetime.fromisoformat(head["made_at"])
        return cls(**head, blocks=tuple(_block(each) for each in data["blocks"]))


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _kept(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_kept(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return _UNPRINTABLE.sub("", value) if isinstance(value, str) else value


def _block(data: dict[str, Any]) -> Block:
    given = {name: value for name, value in data.items() if name != "is"}
    match data["is"]:
        case "figures":
            return Figures(
                tuple(Figure(**{**each, "value": _cell(each["value"], each["kind"])}) for each in given["items"])
            )
        case "table":
            columns = tuple(Column(**each) for each in given["columns"])
            kinds = [each.kind for each in columns]
            rows = tuple(tuple(map(_cell, row, kinds)) for row in given["rows"])
            return Table(**{**given, "columns": columns, "rows": rows})
        case "chart":
            series = tuple(Series(**{**each, "values": tuple(each["values"])}) for each in given["series"])
            return Chart(**{**given, "categories": tuple(given["categories"]), "series": series})
        case "changes":
            kind = given["kind"]
            changes = tuple(
                Change(each["what"], _cell(each["before"], kind), _cell(each["after"], kind))
                for each in given["changes"]
            )
            return ChangeList(**{**given, "changes": changes})
        case name:
            return BLOCKS[name](**given)


def _cell(value: Any, kind: str) -> Cell:
    if kind == "date" and value:
        return date.fromisoformat(value)
    if kind == "money" and value is not None:
        return Decimal(value)
    return value
