"""What was told of a project and waits, beside what its plan says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from plumbline.office.people.queries import today
from plumbline.office.progress.models import OwnedActivity, ProgressUpdate, ProjectProgress
from plumbline.office.progress.queries.mine import ShownActivity, Told, decisions_of, last_told
from plumbline.office.progress.queries.overdue import OfProject, of_project
from plumbline.office.progress.queries.words import standing_decisions, waiting_of
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries.plan_lines import PlanLine, plan_table

MOST_SHOWN = 200
MOST_DECIDED = 30


@dataclass(frozen=True)
class Group:
    """One activity with what waits about it. ``line`` is what the plan says; none where it is not in it any more."""

    uid: str
    title: str
    line: PlanLine | None
    updates: list[ProgressUpdate]


@dataclass(frozen=True)
class ToldPage:
    groups: list[Group]
    shown: int
    standing: OfProject
    progress: ProjectProgress | None
    decided: list[Told]
    data_date: date | None
    proposed: date | None
    """The day to which the data date could be moved: that of which the newest waiting word speaks."""

    @property
    def waiting(self) -> int:
        return self.standing.waiting


def told_page(project: Project) -> ToldPage:
    """A fixed number of queries, and two documents if nobody looked at the plan lately."""
    updates = list(waiting_of(project)[:MOST_SHOWN])
    latest = max((each.told_on for each in updates), default=None)
    data_date = project.current_plan.data_date if project.current_plan else None
    return ToldPage(
        groups=_groups(project, updates),
        shown=len(updates),
        standing=of_project(project),
        progress=ProjectProgress.objects.filter(project=project).first(),
        decided=decided_lately(project),
        data_date=data_date,
        proposed=latest if latest and (data_date is None or latest > data_date) else None,
    )


def decided_lately(project: Project) -> list[Told]:
    decided = Exists(standing_decisions().filter(update=OuterRef("pk")))
    rows = list(history_of(project).filter(decided)[:MOST_DECIDED])
    last = decisions_of(rows)
    return [Told(each, last[each.pk]) for each in rows]


def history_of(project: Project) -> QuerySet[ProgressUpdate]:
    """All that was told, the newest first."""
    return ProgressUpdate.objects.filter(project=project).select_related("by", "version")


def asked_about(project: Project) -> QuerySet[OwnedActivity]:
    """Activities with owners, the longest due first; those that are finished last."""
    rows = OwnedActivity.objects.filter(project=project).prefetch_related("owners")
    return rows.order_by("finished", "due_on", "start", "pk")


def shown_of(project: Project, activities: list[OwnedActivity]) -> list[ShownActivity]:
    last, day = last_told(activities), today(project.organisation)
    return [ShownActivity(each, day, last.get((each.project_id, each.uid))) for each in activities]


def history_of_activity(activity: OwnedActivity) -> list[Told]:
    rows = list(history_of(activity.project).filter(uid=activity.uid)[:MOST_DECIDED])
    decided = decisions_of(rows)
    return [Told(each, decided.get(each.pk)) for each in rows]


def _groups(project: Project, updates: list[ProgressUpdate]) -> list[Group]:
    lines = {}
    if updates and project.current_plan:
        lines = {str(uid): line for uid, line in plan_table(project, project.current_plan).by_uid.items()}
    groups: dict[str, Group] = {}
    for each in updates:
        group = groups.setdefault(each.uid, Group(each.uid, str(each), lines.get(each.uid), []))
        group.updates.append(each)
    return list(groups.values())
