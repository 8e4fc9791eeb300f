"""What publishing a draft would do: put together with what was published since, compared, judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plumbline.engine.comparison import compare
from plumbline.engine.editing import editable
from plumbline.engine.editing.merging import Conflict, Merged, merge
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.schedule.document import load
from plumbline.office.planning.grid.rows import Beside, Row, rows_of
from plumbline.office.planning.kept import KeptPlan, plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.queries.findings import failed, results_for
from plumbline.office.projects import queries as projects
from plumbline.office.projects.documents import unpacked
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.plan_changes import ChangedThing, PlanChanges
from plumbline.office.projects.queries.plan_words import field_words, plain_words

MOST_SHOWN = 200
COMPARED = {
    "name": "Name",
    "id": "Id",
    "parent": "Under",
    "kind": "Type",
    "duration": "Duration",
    "remaining": "Remaining",
    "percent": "Percent",
    "predecessors": "Predecessors",
    "owner": "Owner",
    "calendar": "Calendar",
    "constraint": "Constraint",
    "constraint_date": "Constraint date",
    "deadline": "Deadline",
    "actual_start": "Actual start",
    "actual_finish": "Actual finish",
}


@dataclass(frozen=True)
class Choice:
    """A conflict as it is asked about. ``fields``: title, mine, theirs. ``chosen`` is empty while nobody has."""

    key: str
    title: str
    fields: list[tuple[str, str, str]]
    chosen: str


@dataclass(frozen=True)
class Publication:
    """``version`` is the current one, that the result would follow; ``merged`` where another was published since."""

    draft: PlanDraft
    version: PlanVersion | None
    plan: KeptPlan
    before: KeptPlan | None
    merged: Merged | None
    chosen: Mapping[str, str]
    replaces: bool

    @property
    def changes_nothing(self) -> bool:
        return self.before is not None and self.plan.schedule == self.before.schedule

    @property
    def undecided(self) -> list[Conflict]:
        return [each for each in self.merged.conflicts if each.key not in self.chosen] if self.merged else []

    @cached_property
    def changes(self) -> PlanChanges | None:
        if self.before is None:
            return None
        return PlanChanges(
            compare(self.before.schedule, self.plan.schedule, self.before.calculation, self.plan.calculation)
        )

    @property
    def finish_words(self) -> str:
        finish = self.plan.calculation.finish if self.plan.calculation and self.plan.schedule.activities else None
        return f"{finish.day} {finish:%b %Y}" if finish else "not known"

    @property
    def things(self) -> list[ChangedThing]:
        return self.changes.things(None)[:MOST_SHOWN] if self.changes else []

    @cached_property
    def rules(self) -> tuple[list[RuleResult], list[RuleResult], list[RuleResult]]:
        """Rules that fail now and did not, that failed and do not now, and that fail still."""
        project = self.draft.project
        now = {each.rule: each for each in failed(results_for(project, self.plan))}
        was = {each.rule: each for each in failed(results_for(project, self.before))} if self.before else {}
        return (
            [each for rule, each in now.items() if rule not in was],
            [each for rule, each in was.items() if rule not in now],
            [each for rule, each in now.items() if rule in was],
        )

    @cached_property
    def choices(self) -> list[Choice]:
        if self.merged is None or not self.merged.conflicts:
            return []
        mine = rows_of(plan_of(self.draft), Beside())
        theirs = rows_of(self.before, Beside()) if self.before else {}
        return [_choice(each, mine, theirs, self.chosen) for each in self.merged.conflicts]


def publication(draft: PlanDraft, project: Project, chosen: Mapping[str, str]) -> Publication:
    """``chosen``: mine or theirs by the key of a conflict."""
    plan, version = plan_of(draft), project.current_plan
    before = KeptPlan(editable(projects.schedule_of(version))) if version else None
    base = load(unpacked(draft.beginning_id))
    is_newer = version is not None and version.pk != draft.base_id
    replaces = before is not None and not base.activities and bool(before.schedule.activities)
    if not is_newer or before is None or replaces:
        return Publication(draft, version, plan, before, None, chosen, replaces)
    merged = merge(base, plan.schedule, before.schedule, chosen)
    return Publication(draft, version, KeptPlan(merged.schedule), before, merged, chosen, False)


def _choice(each: Conflict, mine: Mapping[str, Row], theirs: Mapping[str, Row], chosen: Mapping[str, str]) -> Choice:
    if each.row is None:
        name = each.key.partition(":")[2]
        title = "The order of rows" if each.key == "order" else field_words(name or each.key)
        fields = [] if each.key == "order" else [(title, _words(each.mine), _words(each.theirs))]
        return Choice(each.key, title, fields, chosen.get(each.key, ""))
    own, other = mine.get(str(each.row)), theirs.get(str(each.row))
    row = own or other or {"id": str(each.row), "name": ""}
    return Choice(each.key, f"{row['id']} {row['name']}", _differing(own, other), chosen.get(each.key, ""))


def _differing(own: Row | None, other: Row | None) -> list[tuple[str, str, str]]:
    if own is None or other is None:
        return [("The row", "removed" if own is None else "kept", "removed" if other is None else "kept")]
    return [
        (title, _shown(own[name]), _shown(other[name])) for name, title in COMPARED.items() if own[name] != other[name]
    ]


def _shown(value: Any) -> str:
    return "none" if value in (None, "") else str(value).replace("T", " ")


def _words(value: Any) -> str:
    named = getattr(value, "name", None)
    return str(named) if isinstance(named, str) and not isinstance(value, str) else plain_words(value or "")
