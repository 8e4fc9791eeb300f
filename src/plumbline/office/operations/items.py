"""All that has a day, of all kinds that somebody may see, in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.conf import settings

from plumbline.office.events.ics import Entry, uid_of
from plumbline.office.operations.rhythm_kinds import RhythmKind, kinds_for, name_of
from plumbline.office.operations.rhythm_row import RhythmRow
from plumbline.office.people.models import Membership

MOST_OF_A_KIND = 200


@dataclass(frozen=True, slots=True)
class Item:
    kind: RhythmKind
    row: RhythmRow

    @property
    def order(self) -> tuple[date, bool, time, int, str]:
        """Whole days come before times."""
        at = self.row.at
        return self.row.on, at is not None, at or time.min, self.kind.ORDER, self.row.what


@dataclass(frozen=True, slots=True)
class Found:
    """``cut``: kinds of which there were more than are shown."""

    items: list[Item]
    cut: list[RhythmKind]


def items_between(
    membership: Membership, first: date, last: date, *, only: str = "", most: int = MOST_OF_A_KIND
) -> Found:
    """A fixed number of queries for each kind; ``only`` one kind, by its name."""
    items: list[Item] = []
    cut: list[RhythmKind] = []
    for kind in kinds_for(membership):
        if only in ("", name_of(kind)):
            rows = list(kind.between(membership, first, last, most))
            items += [Item(kind, row) for row in rows]
            if len(rows) >= most:
                cut.append(kind)
    return Found(sorted(items, key=lambda each: each.order), cut)


def entries(items: Iterable[Item], day: date) -> list[Entry]:
    """For other programs: what comes again is one entry. What does not tell when it changed is as of ``day``."""
    found: dict[str, Entry] = {}
    for each in items:
        entry = each.row.entry or _entry(each, datetime.combine(day, time.min, UTC))
        found.setdefault(entry.uid, entry)
    return list(found.values())


def _entry(item: Item, as_of: datetime) -> Entry:
    row = item.row
    said = [row.detail, f"With: {row.who}" if row.who else ""]
    return Entry(
        uid=uid_of(name_of(item.kind), row.number),
        title=row.what,
        on=row.on,
        changed_at=row.changed_at or as_of,
        at=row.at,
        minutes=row.minutes,
        days=row.days,
        url=f"{settings.SITE_URL}{row.url}",
        notes="\n".join(each for each in said if each),
        category=item.kind.ONE,
    )
