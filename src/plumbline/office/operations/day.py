"""Today on one page: what is due, by kind, and what was done lately."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from plumbline.office.foundation.models import AuditLine
from plumbline.office.operations.due_kinds import DueKind, due_kinds, found_of, is_personal, name_of
from plumbline.office.operations.due_row import Found
from plumbline.office.people.models import Organisation, Person

SHOWN = 5
SHOWN_OF_ONE = 200
DONE = {
    "publish_report": "reports published",
    "remind_of_report": "reminders sent",
    "decide_gate": "gates decided",
    "close_condition": "conditions closed",
    "decide_waiver": "waivers decided",
    "decide_tailoring": "tailoring decided",
    "decide_entry": "decisions taken",
    "close_entry": "entries closed",
    "log_contact": "contacts logged",
    "confirm_policy": "policies reviewed",
    "accept_request": "requests accepted",
    "decline_request": "requests declined",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of due thing."""

    kind: DueKind
    name: str
    found: Found

    @property
    def has_more(self) -> bool:
        return self.found.total > len(self.found.rows)


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    parts: list[Part]
    done: list[tuple[str, int, int]]
    """In words, yesterday, in the last seven days."""

    @property
    def due(self) -> list[Part]:
        return [each for each in self.parts if each.found.total]

    @property
    def nothing(self) -> list[Part]:
        return [each for each in self.parts if not each.found.total]

    @property
    def total(self) -> int:
        return sum(each.found.total for each in self.parts)


def day_of(organisation: Organisation, on: date, *, only: str = "", person: Person | None = None) -> Day:
    """``only`` one kind, then with all its rows; ``person``: what that person has in hand."""
    kinds = [each for each in due_kinds() if only in ("", name_of(each)) and (person is None or is_personal(each))]
    most = SHOWN_OF_ONE if only else SHOWN
    parts = [Part(each, name_of(each), found_of(each, organisation, on, most, person)) for each in kinds]
    return Day(on, parts, done_lately(organisation, on, person))


def done_lately(organisation: Organisation, on: date, person: Person | None) -> list[tuple[str, int, int]]:
    """What moved yesterday and in the last seven days; one query."""
    yesterday = _begin(organisation, on - timedelta(days=1))
    lines = AuditLine.objects.filter(
        scope=organisation.pk, at__gte=_begin(organisation, on - timedelta(days=7)), verb__in=DONE
    )
    if person:
        lines = lines.filter(actor=person)
    of_yesterday = Q(at__gte=yesterday, at__lt=_begin(organisation, on))
    counted = lines.order_by().values("verb").annotate(week=Count("pk"), yesterday=Count("pk", filter=of_yesterday))
    by_verb = {each["verb"]: each for each in counted}
    return [(DONE[verb], by_verb[verb]["yesterday"], by_verb[verb]["week"]) for verb in DONE if verb in by_verb]


def lines_to_export(day: Day) -> Iterator[list[Any]]:
    yield ["Kind", "What", "Detail", "Due", "Who", "To do"]
    for part in day.due:
        for row in part.found.rows:
            yield [part.kind.TITLE, row.what, row.detail, row.on, row.who, row.deed]


def _begin(organisation: Organisation, day: date) -> datetime:
    return datetime.combine(day, time.min, ZoneInfo(organisation.time_zone))
