"""Capacity as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plumbline.office.capacity.models import CapacityRequest, ResourcePerson
from plumbline.office.capacity.queries.abilities import PointRow
from plumbline.office.capacity.queries.heat_map import WAYS, WORDS, HeatMap


def heat_lines(found: HeatMap) -> Iterator[list[Any]]:
    """One line for each row and period."""
    yield [WAYS[found.by], "People", str(found.per).capitalize(), "Capacity h", "Asked h", "Load %", "Standing"]
    for row in found.rows:
        for each in row.cells:
            yield [row.name, row.people, each.day, round(each.free / 60, 2), round(each.asked / 60, 2), each.percent,
                   WORDS[each.load]]  # fmt: skip


def people_lines(people: Iterable[ResourcePerson]) -> Iterator[list[Any]]:
    yield ["Name", "Account", "Role", "Pool", "Unit", "Share %", "First day", "Last day"]
    for each in people:
        account = each.person.email if each.person else ""
        share = 100 if each.share is None else each.share  # type: ignore[attr-defined]
        yield [each.name, account, str(each.role or ""), str(each.pool or ""), str(each.unit or ""), share,
               each.first_day, each.last_day]  # fmt: skip


def point_lines(rows: Iterable[PointRow]) -> Iterator[list[Any]]:
    yield ["Role or skill", "Kind", "Only holder", "Projects", "Critical in", "Hours"]
    for each in rows:
        yield [
            each.ability.name, each.ability.get_kind_display(), each.holder.name if each.holder else "nobody",
            ", ".join(one.code for one in each.projects), ", ".join(one.code for one in each.critical_in), each.hours,
        ]  # fmt: skip


def request_lines(requests: Iterable[CapacityRequest]) -> Iterator[list[Any]]:
    yield ["Project", "Pool", "Role", "Share %", "From", "To", "State", "Given", "Asked by", "Asked at", "What for"]
    for each in requests:
        yield [
            each.project.code, each.pool.name, str(each.role or ""), each.percent, each.first_month, each.last_month,
            each.get_state_display(), str(each.given or ""), str(each.asked_by or ""), each.asked_at, each.note,
        ]  # fmt: skip
