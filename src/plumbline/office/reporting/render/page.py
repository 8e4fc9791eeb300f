"""A document as parts of a page: words for the template, which adds the look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from plumbline.office.reporting.document import (
    Block,
    Cell,
    ChangeList,
    Chart,
    Column,
    Document,
    Figures,
    Heading,
    Paragraph,
    Table,
)
from plumbline.office.reporting.words import heading_of, shown

ALIGN = {"number": "number", "money": "number", "date": "number", "status": "mark"}
FOR_CARDS = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: ``status`` is a colour, silent or none, where it is one; ``head`` names its column."""

    text: str
    status: str = ""
    align: str = ""
    head: str = ""


@dataclass(slots=True)
class Part:
    """What stands under one heading. Each block is its kind and what the template needs."""

    title: str
    anchor: str
    blocks: list[tuple[str, Any]] = field(default_factory=list)


def parts_of(document: Document) -> list[Part]:
    parts: list[Part] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            parts.append(Part(block.text, f"part-{len(parts) + 1}"))
        else:
            if not parts:
                parts.append(Part(document.title, "part-1"))
            parts[-1].blocks.append(_block(block, document.currency))
    return parts


def _block(block: Block, currency: str) -> tuple[str, Any]:
    match block:
        case Heading():
            return "heading", block
        case Paragraph():
            return "paragraph", block
        case Figures():
            return "figures", [
                (heading_of(each.label, each.kind, currency), _cell(each.value, each.kind), each.note)
                for each in block.items
            ]
        case Table():
            return "table", _table(block, currency)
        case ChangeList():
            columns = (Column("What"), Column("Before", block.kind), Column("Now", block.kind))
            rows = tuple((each.what, each.before, each.after) for each in block.changes)
            return "table", _table(Table(block.title, columns, rows, empty=block.empty), currency)
        case Chart():
            heads = (Column(""), *(Column(each.name, "number") for each in block.series))
            numbers: tuple[tuple[Cell, ...], ...] = tuple(
                (category, *(round(each.values[at]) for each in block.series))
                for at, category in enumerate(block.categories)
            )
            title = heading_of(block.title, block.kind, currency)
            return "chart", {"chart": block, "table": _table(Table(title, heads, numbers), currency)}


def _table(table: Table, currency: str) -> dict[str, Any]:
    heads = [heading_of(each.title, each.kind, currency) for each in table.columns]
    kinds = [each.kind for each in table.columns]
    return {
        "title": table.title,
        "note": table.note,
        "empty": table.empty,
        "kind": "cards" if len(heads) <= FOR_CARDS else "freeze",
        "columns": [(head, ALIGN.get(kind, "")) for head, kind in zip(heads, kinds, strict=True)],
        "rows": [
            [_cell(value, kind, head) for value, kind, head in zip(row, kinds, heads, strict=True)]
            for row in table.rows
        ],
    }


def _cell(value: Cell, kind: str, head: str = "") -> Shown:
    status = str(value) if kind == "status" and value else ""
    return Shown(shown(value, kind), status, ALIGN.get(kind, ""), head)
