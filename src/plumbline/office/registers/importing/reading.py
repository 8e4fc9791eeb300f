"""What each row of a file would add, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from plumbline.office.foundation.tabular import (
    Cell,
    CellProblem,
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
)
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.registers.kinds import RegisterKind, kind_of
from plumbline.office.registers.models import LETTERS, Entry, EntryTable, Kind

LIMITS = Limits(size=2_000_000, rows=2_000, columns=60, cells=60_000, text=20_000)
_STEPS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}
_STEP_WORDS = {"very low": 1, "low": 2, "medium": 3, "high": 4, "very high": 5}
_LONGEST = {"title": 200, "description": 4000, "response": 4000, "category": 80, "outside_party": 160}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """``values`` for ``add_entry``; ``known_as`` is the entry that is there already, which is left as it is."""

    place: str
    values: dict[str, Any]
    problems: list[CellProblem]
    known_as: str = ""

    @property
    def is_known(self) -> bool:
        return bool(self.known_as)


@dataclass(slots=True)
class Surroundings:
    """What names in the file may stand for, and what is in the register already; four queries."""

    people: dict[str, Person]
    projects: dict[str, Project]
    references: set[str]
    titles: dict[str, str] = field(default_factory=dict)


def table_of(kept: EntryTable) -> Table:
    """Raises ``UnreadableTable``."""
    return read_table(bytes(kept.content), limits=LIMITS)


def preview(kept: EntryTable) -> Preview[ReadRow]:
    """Raises ``UnreadableTable``. A row that says nothing is passed over."""
    table, kind = table_of(kept), kind_of(kept.kind)
    meanings = {name: heading for name, heading in kept.meanings.items() if heading in table.columns}
    around = _surroundings(kept.organisation, kept.project, kind)
    readers = _readers(kind, around, table, meanings)
    told = [row for row in table.rows if any(as_text(row[heading]) for heading in meanings.values())]
    return Preview([_read(row, kind, meanings, readers, around) for row in told], table.remarks)


def _read(
    row: Row, kind: RegisterKind, meanings: dict[str, str], readers: dict[str, Any], around: Surroundings
) -> ReadRow:
    problems: list[CellProblem] = []
    values = {name: read_cell(row, heading, readers[name], problems) for name, heading in meanings.items()}
    title = values.get("title") or ""
    if not title and not any(each.column == meanings.get("title") for each in problems):
        heading = meanings.get("title", kind.columns[0].label)
        problems.append(CellProblem(row.place, heading, "", "It needs a title; write one, or say which column it is."))
    reference = (values.pop("reference", None) or "").upper()
    known = reference if reference in around.references else around.titles.get(title.casefold(), "")
    if title and not known and not problems:
        around.titles[title.casefold()] = row.place
    return ReadRow(row.place, {name: each for name, each in values.items() if each not in (None, "")}, problems, known)


def _readers(kind: RegisterKind, around: Surroundings, table: Table, meanings: dict[str, str]) -> dict[str, Any]:
    order = date_order_of(row[meanings["due_on"]] for row in table.rows) if "due_on" in meanings else None
    states = {words: state for state, words in kind.states.items()}
    texts = {name: partial(_text, longest=longest) for name, longest in _LONGEST.items()}
    return {
        **texts,
        "reference": partial(_text, longest=40),
        "owner": partial(_person, people=around.people),
        "decider": partial(_person, people=around.people),
        "other_project": partial(_project, projects=around.projects),
        "due_on": partial(as_date, order=order) if order else as_date,
        "probability": _step,
        "impact": _step,
        "amount": partial(_amount, negative=kind.kind == Kind.CHANGE),
        "state": partial(as_choice, choices=states),
    }


def _text(cell: Cell, longest: int) -> str:
    """An export marks a text that a spreadsheet would take for a formula; here the mark is taken off again."""
    text = as_text(cell, longest)
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@") else text


def _step(cell: Cell) -> int | None:
    try:
        return as_choice(cell, {**_STEPS, **_STEP_WORDS})
    except UnclearCell:
        raise UnclearCell("Write a number from 1 to 5, or very low, low, medium, high, very high.") from None


def _amount(cell: Cell, *, negative: bool) -> Any:
    amount = as_money(cell)
    if amount is not None and amount < 0 and not negative:
        raise UnclearCell("It cannot be negative; write the amount without its sign.")
    return amount


def _person(cell: Cell, people: dict[str, Person]) -> Person | None:
    text = as_text(cell)
    if not text or text in ("-", "–"):
        return None
    if text.casefold() not in people:
        raise UnclearCell("Nobody of the organisation is called so. Write the whole name or the mail address.")
    return people[text.casefold()]


def _project(cell: Cell, projects: dict[str, Project]) -> Project | None:
    text = as_text(cell)
    if text and text.casefold() not in projects:
        raise UnclearCell("No other project has this code. Write its code, as in the list of projects.")
    return projects.get(text.casefold())


def _surroundings(organisation: Organisation, project: Project, kind: RegisterKind) -> Surroundings:
    people: dict[str, Person] = {}
    twice: set[str] = set()
    for each in people_with(organisation, "see_registers"):
        twice |= {each.name.casefold()} & people.keys()
        people |= {each.name.casefold(): each, each.email.casefold(): each}
    others = projects.projects(organisation).exclude(pk=project.pk)
    there = Entry.objects.filter(project=project, kind=kind.kind).values_list("number", "title")
    letters = LETTERS[kind.kind]
    return Surroundings(
        people={name: person for name, person in people.items() if name not in twice},
        projects={each.code.casefold(): each for each in others},
        references={f"{letters}-{number}" for number, _ in there},
        titles={title.casefold(): f"{letters}-{number}" for number, title in there},
    )
