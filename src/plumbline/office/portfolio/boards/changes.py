"""What changed since a day, project by project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator

from plumbline.office.portfolio.boards import changed
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.projects.models import Project

PROJECTS_PER_PAGE = 40
MOST_OF_A_KIND = 1000
_GRAVITY = {"green": 0, "unknown": 1, "amber": 2, "red": 3}


@dataclass(frozen=True, slots=True)
class Change:
    """``direction``: better, worse or nothing. ``before`` and ``after`` are statuses where the change is of one."""

    project: Project
    kind: str
    words: str
    at: datetime
    direction: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """``counts`` by kind, over all projects; ``is_cut`` if there is more of a kind than is told."""

    counts: dict[str, int]
    page: Page[tuple[Project, list[Change]]]
    is_cut: bool


def changes(scope: Scope, since: datetime, page: str | int = 1) -> Changes:
    """A fixed number of queries. The project with most that got worse comes first."""
    found = all_changes(scope, since)
    counts = Counter(each.kind for each in found)
    by_project: dict[int, list[Change]] = {}
    for each in found:
        by_project.setdefault(each.project.pk, []).append(each)
    groups = sorted(((each[0].project, each) for each in by_project.values()), key=_by_gravity)
    shown = Paginator(groups, PROJECTS_PER_PAGE).get_page(page)
    return Changes(
        {kind: counts[kind] for kind in KINDS}, shown, any(each >= MOST_OF_A_KIND for each in counts.values())
    )


def all_changes(scope: Scope, since: datetime) -> list[Change]:
    return [each for tell in KINDS.values() for each in tell(scope, since)]


def _by_gravity(group: tuple[Project, list[Change]]) -> tuple[int, int, str]:
    project, told = group
    return -sum(each.direction == "worse" for each in told), -len(told), project.code


def _evidence(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.evidence_changed(scope, since)[:MOST_OF_A_KIND]:
        before: str = each.before  # type: ignore[attr-defined]
        yield Change(each.project, "Evidence", each.dimension, each.since, *_moved(before, each.status))


def _reported(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.reports_changed(scope, since)[:MOST_OF_A_KIND]:
        before: str = each.before  # type: ignore[attr-defined]
        report = each.report
        yield Change(report.project, "Reported", each.dimension, report.published_at, *_moved(before, each.reported))


def _finishes(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.finishes_moved(scope, since)[:MOST_OF_A_KIND]:
        before, after = each.before, each.after  # type: ignore[attr-defined]
        days = (after - before).days
        words = f"Finish {before:%-d %b %Y} → {after:%-d %b %Y}, {abs(days)} day{'s' if abs(days) > 1 else ''} "
        way = ("worse", "later") if days > 0 else ("better", "earlier")
        assert each.current_plan is not None
        yield Change(each, "Finish moved", words + way[1], each.current_plan.recorded_at, way[0])


def _risks(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.big_risks(scope, since)[:MOST_OF_A_KIND]:
        if each.closed_at:
            yield Change(each.project, "Big risk", f"Closed: {each}", each.closed_at, "better")
        else:
            yield Change(each.project, "Big risk", f"New: {each} ({each.score} of 25)", each.raised_at, "worse")


def _decisions(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.decisions_taken(scope, since)[:MOST_OF_A_KIND]:
        assert each.closed_at is not None
        yield Change(each.project, "Decision taken", f"{each}: {each.get_state_display().lower()}", each.closed_at)


def _gates(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.gates_decided(scope, since)[:MOST_OF_A_KIND]:
        words = f"{each.review.title}: {each.get_outcome_display()}"
        yield Change(each.review.project, "Gate", words, each.decided_at, "better" if each.passes else "worse")


def _new(scope: Scope, since: datetime) -> Iterator[Change]:
    for each in changed.new_projects(scope, since)[:MOST_OF_A_KIND]:
        yield Change(each, "New project", "Added to the portfolio", each.created_at)


def _moved(before: str, after: str) -> tuple[str, str, str]:
    """Direction, before, after. To unknown is no direction: nobody knows."""
    if "unknown" in (before, after):
        return "", before, after
    return "worse" if _GRAVITY[after] > _GRAVITY[before] else "better", before, after


KINDS: dict[str, Callable[[Scope, datetime], Iterator[Change]]] = {
    "Evidence": _evidence,
    "Reported": _reported,
    "Finish moved": _finishes,
    "Big risk": _risks,
    "Decision taken": _decisions,
    "Gate": _gates,
    "New project": _new,
}


def lines_of(found: list[Change]) -> Iterator[list[Any]]:
    yield ["Code", "Project", "What", "Words", "Before", "After", "Direction", "At"]
    for each in found:
        at = each.at.replace(tzinfo=None)
        yield [each.project.code, each.project.name, each.kind, each.words, each.before, each.after, each.direction, at]
