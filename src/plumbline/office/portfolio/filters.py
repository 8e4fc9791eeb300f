"""What of the portfolio somebody wants to see. A filter lives in the address, so that a view is a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import F, Q, QuerySet

from plumbline.office.assurance.models import Status
from plumbline.office.projects.models import Project

COLUMNS = {
    "name": "name",
    "finish": "standing__forecast_finish",
    "slip": "standing__finish_slip_days",
    "milestone": "standing__next_milestone_on",
    "data_date": "current_plan__data_date",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means everything. ``dimension`` narrows what ``status`` is about; without it, the overall status."""

    text: str = ""
    status: str = ""
    dimension: str = ""
    portfolio: int | None = None
    programme: int | None = None
    manager: int | None = None
    sort: str = ""

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> Filters:
        """Reads what it understands and ignores the rest: an old or mistyped link still opens a page."""
        status, sort = query.get("status", ""), query.get("sort", "")
        return cls(
            text=query.get("text", "").replace("\x00", "").strip()[:100],
            status=status if status in Status.values else "",
            dimension=query.get("dimension", "").replace("\x00", "")[:40],
            portfolio=_number(query.get("portfolio", "")),
            programme=_number(query.get("programme", "")),
            manager=_number(query.get("manager", "")),
            sort=sort if sort.removeprefix("-") in COLUMNS else "",
        )

    @property
    def are_set(self) -> bool:
        return replace(self, sort="", dimension="") != Filters()

    def apply(self, projects: QuerySet[Project]) -> QuerySet[Project]:
        if self.text:
            projects = projects.filter(Q(name__icontains=self.text) | Q(code__icontains=self.text))
        for field in ("portfolio", "programme", "manager"):
            if (wanted := getattr(self, field)) is not None:
                projects = projects.filter(**{f"{field}_id": wanted})
        return self._by_status(projects)

    def in_order(self, projects: QuerySet[Project]) -> QuerySet[Project]:
        """By place in the tree, or by a column, with what has no value last."""
        place = [F("portfolio__name").asc(), F("programme__name").asc(nulls_last=True), F("code").asc()]
        if not self.sort:
            return projects.order_by(*place)
        column = F(COLUMNS[self.sort.removeprefix("-")])
        first = column.desc(nulls_last=True) if self.sort.startswith("-") else column.asc(nulls_last=True)
        return projects.order_by(first, *place)

    def _by_status(self, projects: QuerySet[Project]) -> QuerySet[Project]:
        if not self.status:
            return projects
        if self.dimension:
            known = projects.filter(statuses__dimension=self.dimension, statuses__status=self.status)
            if self.status != Status.UNKNOWN:
                return known
            return known | projects.exclude(statuses__dimension=self.dimension)
        if self.status == Status.UNKNOWN:
            return projects.filter(Q(standing=None) | Q(standing__overall=Status.UNKNOWN))
        return projects.filter(standing__overall=self.status)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
