"""Projects where those who do the work owe a word about it, or where nobody took over what they told."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Min

from plumbline.office.operations.due_query import address
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.progress.queries.overdue import Overdue, overdue_in, overdue_rows
from plumbline.office.projects.models import Project

TITLE = "Progress nobody has told"
EMPTY = "Everybody has told how their activities stand."
ORDER = 145
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    rows = overdue_rows(organisation, day)
    if person:
        rows = rows.filter(project__manager=person)
    late = (
        rows.order_by().values("project").annotate(count=Count("pk"), since=Min("due_on")).order_by("since", "project")
    )
    chosen = [each["project"] for each in late[:most]]
    named = overdue_in(organisation, day, chosen)
    projects = {each.pk: each for each in Project.objects.filter(pk__in=chosen).select_related("manager")}
    shown = [row(organisation, projects[pk], named[pk]) for pk in chosen if pk in named]
    return Found(shown, late.count())


def row(organisation: Organisation, project: Project, overdue: Overdue) -> DueRow:
    there = address("progress:project", organisation, project.pk)
    more = f" and {overdue.more} more" if overdue.more else ""
    return DueRow(
        what=str(project),
        url=f"{there}#overdue",
        deed="Remind them",
        deed_url=address("progress:remind", organisation, project.pk),
        on=overdue.since,
        who=", ".join(overdue.names) + more,
        detail=f"{overdue.count} {'activity' if overdue.count == 1 else 'activities'}",
        posts="remind",
    )
