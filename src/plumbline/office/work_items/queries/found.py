"""Finding connectors, files and items of a project, and filtering its items by what stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from plumbline.office.projects.models import Project
from plumbline.office.work_items.models import Category, Connector, ItemFile, WorkItem

NONE = "none"


@dataclass(frozen=True)
class ItemFilters:
    """``deliverable``: its number within the project, or ``none`` for items that belong to none."""

    q: str = ""
    category: str = ""
    deliverable: str = ""

    @classmethod
    def from_address(cls, given: Mapping[str, str]) -> ItemFilters:
        category, deliverable = given.get("category", ""), given.get("deliverable", "")
        known = deliverable == NONE or (deliverable.isascii() and deliverable.isdecimal() and len(deliverable) < 10)
        return cls(
            given.get("q", "")[:80],
            category if category in Category.values else "",
            deliverable if known else "",
        )

    def of(self, items: QuerySet[WorkItem]) -> QuerySet[WorkItem]:
        for word in self.q.split():
            items = items.filter(Q(key__icontains=word) | Q(title__icontains=word))
        if self.category:
            items = items.filter(category=self.category)
        if self.deliverable == NONE:
            return items.filter(deliverable=None)
        return items.filter(deliverable__number=int(self.deliverable)) if self.deliverable else items


def connectors(project: Project) -> QuerySet[Connector]:
    return project.connectors.annotate(count=Count("items"))


def connector(project: Project, connector_id: int) -> Connector:
    found = Connector.objects.select_related("project__organisation").filter(project=project)
    return get_object_or_404(found, pk=connector_id)


def file(project: Project, file_id: int) -> ItemFile:
    found = ItemFile.objects.select_related("connector__project__organisation", "by")
    return get_object_or_404(found.filter(connector__project=project), pk=file_id)


def item(project: Project, item_id: int) -> WorkItem:
    found = WorkItem.objects.select_related("connector", "deliverable", "project__organisation")
    return get_object_or_404(found.filter(project=project), pk=item_id)
