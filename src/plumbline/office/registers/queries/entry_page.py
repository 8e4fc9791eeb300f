"""One entry on its page: its columns in words, its history, what it is linked with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plumbline.office.people.queries import today
from plumbline.office.registers.exposure import band, exposure
from plumbline.office.registers.kinds import RegisterKind, kind_of
from plumbline.office.registers.models import Entry, EntryEvent, Kind, LessonUse
from plumbline.office.registers.queries.rows import Cell, is_overdue

_LONG = ("description", "response")
_LINES = {
    "state": "State",
    "reviewed": "Looked at",
    "baseline": "Baseline",
    "agreed_here_by": "Agreed here",
    "agreed_there_by": "Agreed there",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One event with its changes in words: label, before, after."""

    event: EntryEvent
    changes: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class EntryPage:
    entry: Entry
    kind: RegisterKind
    texts: list[Cell]
    cells: list[Cell]
    history: list[Told]
    led_to: list[Entry]
    uses: list[LessonUse]
    day: date

    @property
    def is_overdue(self) -> bool:
        return is_overdue(self.entry, self.kind, self.day)

    @property
    def state(self) -> str:
        return self.kind.words_for(self.entry.state)

    @property
    def band(self) -> str:
        return band(self.entry.score)

    @property
    def exposure(self) -> Decimal | None:
        return exposure(self.entry.probability, self.entry.amount) if self.entry.kind == Kind.RISK else None


def entry_page(entry: Entry) -> EntryPage:
    kind = kind_of(entry.kind)
    cells = [Cell(each, getattr(entry, each.name)) for each in kind.columns]
    return EntryPage(
        entry=entry,
        kind=kind,
        texts=[each for each in cells if each.column.name in _LONG and each.value],
        cells=[each for each in cells if each.column.name not in ("title", *_LONG)],
        history=[Told(each, _changes(each, kind)) for each in events_of(entry)],
        led_to=list(entry.led_to.select_related("project")),
        uses=list(entry.uses.select_related("project", "by")[:50]) if entry.kind == Kind.LESSON else [],
        day=today(entry.organisation),
    )


def events_of(entry: Entry) -> list[EntryEvent]:
    """The latest first."""
    return list(entry.events.select_related("by").order_by("-at", "-pk")[:200])


def _changes(event: EntryEvent, kind: RegisterKind) -> list[tuple[str, str, str]]:
    found = []
    for name, (before, after) in event.changed.items():
        column = kind.column(name)
        label = column.label if column else _LINES.get(name, name.replace("_", " ").capitalize())
        if name == "state":
            before, after = kind.words_for(before), kind.words_for(after)
        found.append((label, "" if before is None else str(before), "" if after is None else str(after)))
    return found
