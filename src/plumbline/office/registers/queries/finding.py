"""Entries by what the address asks for: open or closed, whose, overdue, with which words, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from plumbline.office.foundation.whole_numbers import whole_number_in
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.registers.kinds import RegisterKind
from plumbline.office.registers.models import Entry, Kind

LONGEST_SEARCH = 100
BESIDE = ("project", "project__manager", "owner", "decider", "other_project", "other_project__manager", "came_from")
_SCORE = F("probability") * F("impact")
_SORTED_BY: dict[str, Any] = {
    "number": F("number"),
    "title": F("title"),
    "owner": F("owner__name"),
    "decider": F("decider__name"),
    "due_on": F("due_on"),
    "probability": F("probability"),
    "impact": F("impact"),
    "score": _SCORE,
    "amount": F("amount"),
    "state": F("state"),
    "category": F("category"),
    "other_project": F("other_project__code"),
    "project": F("project__code"),
    "raised_at": F("raised_at"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """``owner`` is a person's number, "me" or "nobody"; ``probability`` and ``impact`` are a cell of the matrix."""

    show: str = "open"
    owner: str = ""
    overdue: bool = False
    q: str = ""
    probability: str = ""
    impact: str = ""
    sort: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Filters:
        show = given.get("show", "open")
        return cls(
            show=show if show in ("open", "closed", "all") else "open",
            owner=given.get("owner", ""),
            overdue=bool(given.get("overdue")),
            q=given.get("q", "")[:LONGEST_SEARCH].strip(),
            probability=given.get("probability", ""),
            impact=given.get("impact", ""),
            sort=given.get("sort", ""),
        )

    @property
    def narrows(self) -> bool:
        return bool(self.owner or self.overdue or self.q or self.probability or self.impact or self.show != "open")


def overdue_by(day: date) -> Q:
    """Open, undecided, and past its day."""
    return Q(closed_at=None, decided_at=None, due_on__lt=day)


def entries_for(
    membership: Membership, kind: RegisterKind, filters: Filters, project: Project | None = None
) -> QuerySet[Entry]:
    """Of the whole organisation, or of one project with what others need from it."""
    found = Entry.objects.filter(organisation=membership.organisation, kind=kind.kind).select_related(*BESIDE)
    if project is not None:
        found = found.filter(of_project(project))
    else:
        found = found.filter(project__archived_at=None)
    return _sorted(_narrowed(found, membership, filters), filters.sort or kind.order)


def of_project(project: Project) -> Q:
    return Q(project=project) | Q(other_project=project, kind=Kind.DEPENDENCY)


def entry(organisation: Organisation, project_id: int, entry_id: int) -> Entry:
    """Found under either project of a dependency; 404 for what is not theirs."""
    by_project = Q(project_id=project_id) | Q(other_project_id=project_id, kind=Kind.DEPENDENCY)
    found = (
        Entry.objects.filter(by_project, organisation=organisation, pk=entry_id)
        .select_related(*BESIDE, "organisation", "project__portfolio", "project__programme", "baseline__project")
        .first()
    )
    if found is None:
        raise Http404
    return found


def export_lines(kind: RegisterKind, entries: Iterable[Entry], *, with_project: bool) -> Iterator[list[Any]]:
    """Headings, then a line each; what is exported can be imported again."""
    headings = ["Reference", *(each.label for each in kind.columns), "State", "Raised on", "Closed on"]
    yield [*(["Project"] if with_project else []), *headings]
    for each in entries:
        cells = [_cell(each, column.name) for column in kind.columns]
        days = [each.raised_at.date(), each.closed_at.date() if each.closed_at else None]
        project = [each.project.code] if with_project else []
        yield [*project, each.reference, *cells, kind.words_for(each.state), *days]


def _cell(entry: Entry, name: str) -> Any:
    if name == "other_project":
        return entry.other_project.code if entry.other_project else ""
    value = getattr(entry, name)
    return value.email if name in ("owner", "decider") and value else "" if value is None else value


def _narrowed(found: QuerySet[Entry], membership: Membership, filters: Filters) -> QuerySet[Entry]:
    if filters.show != "all":
        found = found.filter(closed_at__isnull=filters.show == "open")
    if filters.overdue:
        found = found.filter(overdue_by(today(membership.organisation)))
    if filters.owner == "me":
        found = found.filter(Q(owner=membership.person) | Q(decider=membership.person))
    elif filters.owner == "nobody":
        found = found.filter(owner=None)
    elif (number := whole_number_in(filters.owner)) is not None:
        found = found.filter(owner_id=number)
    for name, value in (("probability", filters.probability), ("impact", filters.impact)):
        if value in ("1", "2", "3", "4", "5"):
            found = found.filter(**{name: int(value)})
    return containing(found, filters.q)


def containing(found: QuerySet[Entry], words: str) -> QuerySet[Entry]:
    """Each word somewhere in the entry."""
    places = ("title", "description", "response", "category", "outside_party", "project__code", "project__name")
    for word in words.split():
        anywhere = Q()
        for place in places:
            anywhere |= Q(**{f"{place}__icontains": word})
        found = found.filter(anywhere)
    return found


def _sorted(found: QuerySet[Entry], sort: str) -> QuerySet[Entry]:
    by = _SORTED_BY.get(sort.removeprefix("-"), _SORTED_BY["due_on"])
    order = by.desc(nulls_last=True) if sort.startswith("-") else by.asc(nulls_last=True)
    return found.order_by(order, F("due_on").asc(nulls_last=True), "number", "pk")
