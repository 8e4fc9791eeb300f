"""The catalogue, requests and their value as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plumbline.office.services.models import ServiceRequest
from plumbline.office.services.queries import Group, Sums

OTHER = "Other services"


def catalogue_lines(groups: Iterable[Group]) -> Iterator[list[Any]]:
    """A service a line, in the order of the page; times in words as there, and in minutes of working time."""
    yield ["Group", "Service", "Level", "What one gets", "For whom", "When one asks for it", "What the office needs",
           "What comes out", "Owner", "First answer", "First answer (minutes)", "Result", "Result (minutes)",
           "Usual effort (minutes)", "How one sees that it is good", "Open requests", "Can be asked for"]  # fmt: skip
    for group in groups:
        for each in group.services:
            waiting = each.open_requests  # type: ignore[attr-defined]
            yield [
                group.name or OTHER, each.title, each.get_level_display(), each.what, each.customers, each.trigger,
                each.inputs, each.outputs, each.owner.name if each.owner else "", each.respond_words, each.respond_in,
                each.deliver_words, each.deliver_in, each.effort, each.kpi, waiting,
                "yes" if each.is_open else "no",
            ]  # fmt: skip


def request_lines(found: Iterable[ServiceRequest]) -> Iterator[list[Any]]:
    yield ["Request", "Title", "Service", "State", "Asked by", "Project", "Asked", "Assignee", "Answer by", "Answered",
           "Result by", "Closed", "Within the level", "Satisfaction"]  # fmt: skip
    for each in found:
        moments = [_plain(at) for at in (each.respond_by, each.responded_at, each.deliver_by, each.closed_at)]
        yield [
            f"S-{each.number}", each.title, each.service.title, each.get_state_display(), each.asked_by.name,
            each.project.name if each.project else "", _plain(each.asked_at),
            each.assignee.name if each.assignee else "", *moments,
            {True: "yes", False: "no", None: ""}[each.is_in_time], each.satisfaction,
        ]  # fmt: skip


def value_lines(rows: Iterable[Sums], heading: str, currency: str) -> Iterator[list[Any]]:
    yield [heading, "Asked", "Done", "Within the level", "Late", "% within the level", "Median time to answer",
           "Median time to the result", "Satisfaction", "% answered", "Hours", f"Cost ({currency})"]  # fmt: skip
    for each in rows:
        yield [
            each.name, each.asked, each.done, each.in_time, each.late, each.in_time_percent, each.median_respond,
            each.median_deliver, each.satisfaction, each.answered_percent, each.hours, round(each.cost, 2),
        ]  # fmt: skip


def _plain(at: Any) -> Any:
    """In UTC, since spreadsheet programs know no zones."""
    return at.replace(tzinfo=None, microsecond=0) if at else None
