"""Which projects somebody looks for. It lives in the address, so that a list is a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import F, Q, QuerySet

from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries.tree import projects

COLUMNS = {
    "name": "name",
    "portfolio": "portfolio__name",
    "manager": "manager__name",
    "data_date": "current_plan__data_date",
    "finish": "current_plan__finish",
}


@dataclass(frozen=True, slots=True)
class ProjectFilters:
    """Empty means everything that goes on."""

    search: str = ""
    portfolio: int | None = None
    programme: int | None = None
    manager: int | None = None
    archived: bool = False
    sort: str = ""

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> ProjectFilters:
        """Reads what it understands and ignores the rest: an old or mistyped link still opens a page."""
        sort = query.get("sort", "")
        return cls(
            search=query.get("search", "").replace("\x00", "").strip()[:100],
            portfolio=_number(query.get("portfolio", "")),
            programme=_number(query.get("programme", "")),
            manager=_number(query.get("manager", "")),
            archived=query.get("archived") == "on",
            sort=sort if sort.removeprefix("-") in COLUMNS else "",
        )

    @property
    def are_set(self) -> bool:
        return replace(self, sort="") != ProjectFilters()


def found_projects(organisation: Organisation, filters: ProjectFilters) -> QuerySet[Project]:
    """By code or by a column, with what has no value there last; each word in code, name or manager."""
    found = projects(organisation, archived=filters.archived)
    for word in filters.search.split():
        found = found.filter(Q(code__icontains=word) | Q(name__icontains=word) | Q(manager__name__icontains=word))
    for field in ("portfolio", "programme", "manager"):
        if (wanted := getattr(filters, field)) is not None:
            found = found.filter(**{f"{field}_id": wanted})
    if not filters.sort:
        return found
    column = F(COLUMNS[filters.sort.removeprefix("-")])
    first = column.desc(nulls_last=True) if filters.sort.startswith("-") else column.asc(nulls_last=True)
    return found.order_by(first, "code")


def managers_of(organisation: Organisation) -> QuerySet[Person]:
    """People who manage a project of the organisation, whether it still goes on or not."""
    return Person.objects.filter(managed_projects__organisation=organisation).distinct()


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
