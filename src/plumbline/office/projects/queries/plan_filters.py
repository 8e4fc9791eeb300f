"""What of a plan somebody wants to see. It lives in the address, so that a view is a link."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from plumbline.engine.schedule import Uid
from plumbline.office.projects.queries.plan_lines import PlanLine, PlanTable

MOST_LEVELS = 8

SHOWN: dict[str, tuple[str, Callable[[PlanLine], bool]]] = {
    "critical": ("Critical", lambda line: line.is_critical),
    "open": ("Not finished", lambda line: not line.activity.is_complete),
    "late": ("Later than the baseline", lambda line: line.is_late),
    "milestones": ("Milestones", lambda line: line.activity.is_milestone),
}
CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PlanFilters:
    """Empty means everything. ``depth`` is how many levels of the outline are shown, 0 for all."""

    text: str = ""
    show: str = ""
    depth: int = 0

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> PlanFilters:
        """Reads what it understands and ignores the rest: an old or mistyped link still opens a page."""
        show, depth = query.get("show", ""), query.get("depth", "")
        return cls(
            text=query.get("text", "").replace("\x00", "").strip()[:100],
            show=show if show in SHOWN or show == CHANGED else "",
            depth=int(depth) if depth in {str(each) for each in range(1, MOST_LEVELS + 1)} else 0,
        )

    @property
    def are_set(self) -> bool:
        return self != PlanFilters()


@dataclass(frozen=True, slots=True)
class Found:
    """``lines`` holds what was found and the summaries above it; ``count`` is without those."""

    lines: Sequence[PlanLine]
    count: int


def found_in(table: PlanTable, filters: PlanFilters, changed: Collection[Uid] = ()) -> Found:
    """``changed`` are the activities that differ from the version before."""
    if not filters.are_set:
        return Found(table.lines, sum(not each.is_summary for each in table.lines))
    matching = [each for each in table.lines if _matches(each, filters, changed)]
    kept = {each.activity.uid for each in matching}
    for line in matching:
        kept.update(each.activity.uid for each in table.above(line))
    return Found([each for each in table.lines if each.activity.uid in kept], len(matching))


def _matches(line: PlanLine, filters: PlanFilters, changed: Collection[Uid]) -> bool:
    activity = line.activity
    if filters.depth and line.level >= filters.depth:
        return False
    if filters.show == CHANGED and activity.uid not in changed:
        return False
    if filters.show in SHOWN and (line.is_summary or not SHOWN[filters.show][1](line)):
        return False
    named = f"{activity.id} {activity.name}".casefold()
    return all(word in named for word in filters.text.casefold().split())
