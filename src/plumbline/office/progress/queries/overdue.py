"""Words that were due a week ago, or longer, and were not said: how many, of whom, in which projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet

from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import today
from plumbline.office.progress.models import ActivityOwner, OwnedActivity
from plumbline.office.progress.queries.mine import due_count
from plumbline.office.progress.queries.names import who_is_who
from plumbline.office.progress.queries.words import waiting
from plumbline.office.projects.models import Project

MOST_NAMED = 6


@dataclass(frozen=True)
class Overdue:
    """Of one project: how many activities, since when, and the names that plans give their owners, most first."""

    count: int = 0
    since: date | None = None
    names: list[str] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class OfProject:
    project: Project
    waiting: int
    overdue: Overdue


def overdue_rows(organisation: Organisation, day: date) -> QuerySet[OwnedActivity]:
    """Of projects that ask their owners."""
    return OwnedActivity.objects.filter(
        project__organisation=organisation, project__archived_at=None, project__progress__asks=True, overdue_on__lte=day
    )


def overdue_in(organisation: Organisation, day: date, projects: Iterable[int]) -> dict[int, Overdue]:
    """By project, where there is any. Four queries."""
    rows = overdue_rows(organisation, day).filter(project__in=list(projects))
    counted = rows.order_by().values("project").annotate(count=Count("pk"), since=Min("due_on"))
    by_project = {each["project"]: each for each in counted}
    names: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    owners = ActivityOwner.objects.filter(activity__in=rows.order_by().values("pk"))
    found = who_is_who(organisation)
    for project, name, key in owners.values_list("activity__project", "name", "key"):
        if key not in found.nobody:
            person = found.by_key.get(key)
            names[project][person.name if person else name] += 1
    return {pk: _overdue(each, names[pk]) for pk, each in by_project.items()}


def of_project(project: Project) -> OfProject:
    day = today(project.organisation)
    counts = waiting().filter(project=project).count()
    return OfProject(project, counts, overdue_in(project.organisation, day, [project.pk]).get(project.pk, Overdue()))


@dataclass(frozen=True)
class MyDay:
    """For the page on which somebody starts the day: activities of one's own, and projects that one manages."""

    due: int
    projects: list[OfProject]

    @property
    def is_empty(self) -> bool:
        return not self.due and not self.projects


def my_day(membership: Membership) -> MyDay:
    """Projects where something waits or is overdue. A fixed number of queries."""
    organisation = membership.organisation
    managed = Project.objects.filter(organisation=organisation, manager=membership.person, archived_at=None)
    projects = {each.pk: each for each in managed}
    due = due_count(membership)
    if not projects:
        return MyDay(due, [])
    counts = waiting().filter(project__in=list(projects)).order_by().values("project").annotate(count=Count("pk"))
    waits = {each["project"]: each["count"] for each in counts}
    late = overdue_in(organisation, today(organisation), projects)
    shown = [pk for pk in projects if pk in waits or pk in late]
    return MyDay(due, [OfProject(projects[pk], waits.get(pk, 0), late.get(pk, Overdue())) for pk in shown])


def _overdue(counted: Any, names: dict[str, int]) -> Overdue:
    ordered = sorted(names, key=lambda name: (-names[name], name))
    return Overdue(
        count=counted["count"],
        since=counted["since"],
        names=ordered[:MOST_NAMED],
        more=max(len(ordered) - MOST_NAMED, 0),
    )
