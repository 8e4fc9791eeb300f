"""What the page of a comparison shows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from plumbline.engine.schedule import Activity
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.plan_changes import (
    KINDS,
    ChangedActivity,
    ChangedLink,
    ChangeFilters,
    PlanChanges,
    plan_changes,
)
from plumbline.office.projects.queries.plans import versions

ACTIVITIES_PER_PAGE = 200
MOST_SHOWN = 300


@dataclass(frozen=True)
class ChangesPage:
    """``added``, ``removed`` and ``links`` are shown with the changes of the plan itself, at most 300 of each."""

    before: PlanVersion
    after: PlanVersion
    changes: PlanChanges
    filters: ChangeFilters
    page: Page[ChangedActivity]
    added: list[Activity]
    removed: list[Activity]
    links: list[ChangedLink]

    @property
    def is_empty(self) -> bool:
        return not (self.page.paginator.count or self.added or self.removed or self.links)

    @property
    def title(self) -> str:
        return {"plan": "Replanned", "progress": "Progressed", "dates": "Dates that moved"}[self.filters.kind]

    @property
    def moved(self) -> tuple[str, str]:
        """How far the finish moved, as a figure and its unit."""
        moved = self.changes.finish_moved_by
        if moved is None:
            return "not known", ""
        if not round(moved, 1):
            return "unchanged", ""
        days = f"{abs(moved):,.1f}".removesuffix(".0")
        return days, f"working {'day' if days == '1' else 'days'} {'later' if moved > 0 else 'earlier'}"

    @property
    def counts(self) -> dict[str, int]:
        """How much of each kind there is, whatever is filtered."""
        counted = {kind: len(self.changes.activities[kind]) for kind in KINDS}
        compared = self.changes.comparison
        return {
            **counted,
            "added": len(compared.added),
            "removed": len(compared.removed),
            "links": len(self.changes.links),
        }


def versions_to_compare(project: Project, query: Mapping[str, str]) -> tuple[PlanVersion, PlanVersion] | None:
    """Those asked for, else the current one and the one before it; ``None`` if there are no two."""
    known = {str(each.number): each for each in versions(project)}
    newest = list(known.values())
    if len(newest) < 2:
        return None
    after = known.get(query.get("after", ""), newest[0])
    before = known.get(query.get("before", ""))
    if before is None:
        before = next((each for each in newest if each.number < after.number), newest[0])
    return before, after


def changes_page(before: PlanVersion, after: PlanVersion, query: Mapping[str, str]) -> ChangesPage:
    filters, changes = ChangeFilters.from_address(query), plan_changes(before, after)
    activities = [each for each in changes.activities[filters.kind] if filters.names(each.activity)]
    page = Paginator(activities, ACTIVITIES_PER_PAGE).get_page(query.get("page"))
    with_scope = filters.kind == "plan" and page.number == 1
    compared = changes.comparison
    return ChangesPage(
        before,
        after,
        changes,
        filters,
        page,
        [each for each in compared.added if filters.names(each)][:MOST_SHOWN] if with_scope else [],
        [each for each in compared.removed if filters.names(each)][:MOST_SHOWN] if with_scope else [],
        [each for each in changes.links if filters.says(each.words)][:MOST_SHOWN] if with_scope else [],
    )
