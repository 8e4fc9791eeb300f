"""What came of what was promised: by objective, by programme, by portfolio."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plumbline.engine.benefits import Total, totals
from plumbline.office.benefits.models import Benefit, Status
from plumbline.office.benefits.queries.finding import BESIDE
from plumbline.office.benefits.queries.rows import BenefitRow, rows_of
from plumbline.office.people.models import Organisation

WAYS = {"objective": "By objective", "programme": "By programme", "portfolio": "By portfolio"}
STATUSES = ("red", "amber", "green", "unknown")


@dataclass(frozen=True, slots=True)
class Group:
    """Benefits that belong to one thing; ``key`` is its number, ``None`` for those that belong to none."""

    key: int | None
    name: str
    rows: list[BenefitRow]

    @property
    def totals(self) -> tuple[Total, ...]:
        return totals(each.contribution for each in self.rows if each.contribution)

    @property
    def counts(self) -> list[tuple[str, int]]:
        counted = Counter(each.status for each in self.rows)
        return [(each, counted[each]) for each in STATUSES if counted[each]]


def groups_of(organisation: Organisation, way: str, day: date) -> list[Group]:
    """All benefits but those only proposed; five queries however many there are."""
    found = Benefit.objects.filter(organisation=organisation, profile__isnull=False)
    rows = rows_of(found.exclude(profile__status=Status.PROPOSED).select_related(*BESIDE), day)
    named: dict[tuple[str, int | None], list[BenefitRow]] = {}
    for row in rows:
        for place in _places(row, way):
            named.setdefault(place, []).append(row)
    order = sorted(named, key=lambda place: (place[1] is None, place[0].casefold()))
    return [Group(key, name, named[name, key]) for name, key in order]


def _places(row: BenefitRow, way: str) -> Iterable[tuple[str, int | None]]:
    project = row.benefit.project
    if way == "portfolio":
        return [(project.portfolio.name, project.portfolio_id)]
    if way == "programme":
        return [(project.programme.name, project.programme_id) if project.programme else ("In no programme", None)]
    return [(each.name, each.pk) for each in row.objectives] or [("For no objective", None)]
