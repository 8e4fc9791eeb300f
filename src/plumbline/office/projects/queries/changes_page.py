"""What the page of a comparison shows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from plumbline.engine.comparison import ChangeKind, Suspicion, SuspicionKind
from plumbline.engine.schedule import Activity
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.change_words import suspicion_words
from plumbline.office.projects.queries.plan_changes import (
    KINDS,
    ChangedLink,
    ChangedThing,
    ChangeFilters,
    PlanChanges,
    plan_changes,
)
from plumbline.office.projects.queries.plans import versions

THINGS_PER_PAGE = 200
MOST_SHOWN = 300


@dataclass(frozen=True)
class ChangesPage:
    """``added``, ``removed`` and ``links`` are shown on the first page, at most 300 of each."""

    before: PlanVersion
    after: PlanVersion
    changes: PlanChanges
    filters: ChangeFilters
    page: Page[ChangedThing]
    added: list[Activity]
    removed: list[Activity]
    links: list[ChangedLink]

    @property
    def is_empty(self) -> bool:
        return not (self.page.paginator.count or self.added or self.removed or self.links)

    @property
    def title(self) -> str:
        if self.filters.kind:
            return KINDS[self.filters.kind]
        return "Everything else that changed" if self.added or self.removed or self.links else "Every change"

    @property
    def suspicions(self) -> list[tuple[str, list[Suspicion]]]:
        """By kind: what they all are, in one sentence, and each of them."""
        grouped: dict[SuspicionKind, list[Suspicion]] = {}
        for each in self.changes.comparison.suspicions:
            grouped.setdefault(each.kind, []).append(each)
        return [(suspicion_words(kind, len(found)), found[:MOST_SHOWN]) for kind, found in grouped.items()]

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
    def groups(self) -> list[tuple[str, str, int]]:
        """The kinds that anything changed in: the word of the address, the title, how much; whatever is filtered."""
        counts = self.changes.counts
        found = [(kind.value, title, counts[kind]) for kind, title in KINDS.items() if counts[kind]]
        return [("", "All", sum(counts.values())), *found]


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
    things = [each for each in changes.things(filters.kind) if filters.says(f"{each.id} {each.name}")]
    page = Paginator(things, THINGS_PER_PAGE).get_page(query.get("page"))
    compared = changes.comparison
    with_scope = filters.shows(ChangeKind.ACTIVITIES) and page.number == 1
    with_links = filters.shows(ChangeKind.LINKS) and page.number == 1

    def named(activities: tuple[Activity, ...]) -> list[Activity]:
        return [each for each in activities if filters.says(f"{each.id} {each.name}")][:MOST_SHOWN]

    return ChangesPage(
        before,
        after,
        changes,
        filters,
        page,
        named(compared.added) if with_scope else [],
        named(compared.removed) if with_scope else [],
        [each for each in changes.links if filters.says(each.words)][:MOST_SHOWN] if with_links else [],
    )
