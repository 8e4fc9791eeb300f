"""Since when there is work on a deliverable, and since when there is none left. For whoever judges a project."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Max, Min, Q

from plumbline.office.projects.models import Project
from plumbline.office.work_items.models import Category, WorkItem

_ZONE = "project__organisation__time_zone"


def started_on_of(project: Project) -> dict[int, date]:
    """Deliverable to the day on which the first work on it started, by the organisation's calendar; one query.

    A deliverable on which nothing has started is not there.
    """
    found = _tied(project).filter(started_at__isnull=False)
    rows = found.values("deliverable_id", zone=F(_ZONE)).annotate(at=Min("started_at"))
    return {each["deliverable_id"]: _day(each) for each in rows.order_by()}


def ended_on_of(project: Project) -> dict[int, date]:
    """Deliverable to the day on which the last work on it ended, if all of it has; one query.

    A deliverable without work items, or with one that has not ended, is not there.
    """
    rows = (
        _tied(project)
        .values("deliverable_id", zone=F(_ZONE))
        .annotate(at=Max("ended_at"), left=Count("pk", filter=~Q(category=Category.DONE)))
    )
    return {each["deliverable_id"]: _day(each) for each in rows.order_by() if not each["left"] and each["at"]}


def _tied(project: Project) -> Any:
    return WorkItem.objects.filter(project=project, deliverable__isnull=False)


def _day(row: dict[str, Any]) -> date:
    at: datetime = row["at"]
    return at.astimezone(ZoneInfo(row["zone"])).date()
