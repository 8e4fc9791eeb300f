"""Work items as a table for a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.office.people.models import Organisation
from plumbline.office.work_items.models import WorkItem
from plumbline.office.work_items.queries import Page


def item_lines(organisation: Organisation, items: Iterable[WorkItem]) -> Iterator[list[Any]]:
    zone = ZoneInfo(organisation.time_zone)

    def local(at: datetime | None) -> datetime | None:
        return at.astimezone(zone).replace(tzinfo=None) if at else None

    yield ["Deliverable", "Tied", "Connector", "Key", "Title", "Kind of work", "State", "Category", "Started",
           "Start is approximate", "Ended", "End is approximate", "Changed", "Labels", "Parent", "Address"]  # fmt: skip
    for each in items:
        yield [
            each.deliverable.reference if each.deliverable else "", each.get_tied_by_display(), each.connector.name,
            each.key, each.title, each.type, each.state, each.get_category_display(),
            local(each.started_at), "yes" if each.start_is_approximate else "no",
            local(each.ended_at), "yes" if each.end_is_approximate else "no",
            local(each.changed_at), ", ".join(each.labels), each.parent, each.url,
        ]  # fmt: skip


def work_lines(page: Page) -> Iterator[list[Any]]:
    yield ["Deliverable", "Name", "Criteria", "Agreed", "Agreed after work began", "To do", "In progress", "Done",
           "Work started on", "Work ended on", "Median days from start to end", "Status"]  # fmt: skip
    for each in page.works:
        of = each.deliverable
        yield [
            of.reference if of else "", of.name if of else "Belongs to none", each.criteria, each.agreed,
            each.agreed_late, each.todo, each.in_progress, each.done, each.started_on, each.ended_on, each.cycle,
            each.status,
        ]  # fmt: skip
