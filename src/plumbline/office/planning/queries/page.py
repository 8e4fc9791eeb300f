"""The page that needs no script: a hundred rows of the draft, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from plumbline.office.planning.grid.answers import rows_in
from plumbline.office.planning.grid.beside import beside_of
from plumbline.office.planning.grid.head import head_of, people_of, steps_at
from plumbline.office.planning.grid.rows import Row, successors_of
from plumbline.office.planning.kept import KeptPlan, plan_of
from plumbline.office.planning.models import PlanDraft

ROWS_PER_PAGE = 100
SHOWN: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "critical": ("Critical", lambda row: row["critical"]),
    "milestones": ("Milestones", lambda row: row["kind"] == "milestone"),
    "summaries": ("Summaries", lambda row: row["kind"] == "summary"),
    "open": ("Not finished", lambda row: row["kind"] != "summary" and not row["actual_finish"]),
    "unlinked": ("Without predecessor", lambda row: row["kind"] != "summary" and not row["predecessors"]),
    "unowned": ("Without owner", lambda row: row["kind"] != "summary" and not row["owner"]),
}


@dataclass(frozen=True)
class EditorPage:
    """``chosen`` is the row whose form is open; ``above`` and ``below`` its neighbours among siblings."""

    draft: PlanDraft
    plan: KeptPlan
    head: dict[str, Any]
    rows: Mapping[str, Row]
    page: Page[Row]
    chosen: Row | None
    text: str
    show: str

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.show)

    @property
    def above(self) -> Row | None:
        return self._beside(-1)

    @property
    def below(self) -> Row | None:
        return self._beside(1)

    @property
    def under(self) -> list[Row]:
        """What goes along when the chosen row is removed."""
        if self.chosen is None:
            return []
        inside, found = {self.chosen["uid"]}, []
        for row in self.rows.values():
            if row["parent"] in inside:
                inside.add(row["uid"])
                found.append(row)
        return found

    @property
    def ties(self) -> list[tuple[Row, str]]:
        """The rows the chosen one waits for, and the link in words."""
        links = self.chosen["links"] if self.chosen else []
        return [(self.rows[uid], f"{kind}{lag}") for uid, kind, lag in links if uid in self.rows]

    @property
    def successors(self) -> str:
        if self.chosen is None:
            return ""
        uid = next(each.uid for each in self.plan.schedule.activities if str(each.uid) == self.chosen["uid"])
        return successors_of(self.plan.schedule, uid)

    def _beside(self, step: int) -> Row | None:
        if self.chosen is None:
            return None
        siblings = [row for row in self.rows.values() if row["parent"] == self.chosen["parent"]]
        at = siblings.index(self.chosen) + step
        return siblings[at] if 0 <= at < len(siblings) else None


def editor_page(draft: PlanDraft, query: Mapping[str, str]) -> EditorPage:
    plan = plan_of(draft)
    rows = rows_in(plan, beside_of(draft))
    text = query.get("text", "").replace("\x00", "").strip()[:100]
    show = query.get("show", "") if query.get("show", "") in SHOWN else ""
    found = [row for row in rows.values() if _fits(row, text, show)]
    chosen = rows.get(query.get("row", ""))
    wanted: Any = query.get("page")
    if not wanted and chosen in found:
        wanted = found.index(chosen) // ROWS_PER_PAGE + 1
    page = Paginator(found, ROWS_PER_PAGE).get_page(wanted)
    head = head_of(draft, plan, people_of(draft), steps_at(draft, draft.revision))
    return EditorPage(draft, plan, head, rows, page, chosen, text, show)


def _fits(row: Row, text: str, show: str) -> bool:
    if show and not SHOWN[show][1](row):
        return False
    said = f"{row['id']} {row['name']}".casefold()
    return all(each in said for each in text.casefold().split())
