"""Scenarios side by side with the plan of record: who is in where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plumbline.office.choosing.models import Approval, Candidate, Scenario, Selection

MOST_BESIDE = 5


@dataclass(frozen=True, slots=True)
class Side:
    """One column: a scenario by its last calculation, or the plan of record. ``starts`` are names of periods."""

    title: str
    scenario: Scenario | None
    approval: Approval | None
    starts: dict[str, str]
    value: Decimal | None
    cost: Decimal | None
    is_calculated: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """``cells`` are in the order of the sides: the period of the start, empty if out, ``None`` if unknown there."""

    name: str
    cells: list[str | None]

    @property
    def differs(self) -> bool:
        return len({bool(each) for each in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    sides: list[Side]
    rows: list[Beside]

    @property
    def differing(self) -> int:
        return sum(each.differs for each in self.rows)

    def lines(self) -> Iterator[list[Any]]:
        yield ["Candidate", *(each.title for each in self.sides)]
        for row in self.rows:
            yield [row.name, *("" if cell is None else cell or "out" for cell in row.cells)]
        yield ["Value", *(each.value for each in self.sides)]
        yield ["Cost", *(each.cost for each in self.sides)]


def beside(scenarios: Sequence[Scenario], record: Approval | None) -> Comparison:
    """In a fixed number of queries for as many as may stand beside each other."""
    known: dict[int, list[str]] = {each.pk: [] for each in scenarios}
    for place, name in Candidate.objects.filter(scenario__in=scenarios).values_list("scenario_id", "name"):
        known[place].append(name)
    done: dict[int, Selection] = {}
    for each in Selection.objects.filter(scenario__in=scenarios, state=Selection.State.DONE).order_by("asked_at", "id"):
        done[each.scenario_id] = each
    columns = [(_of_record(record), {row["name"] for row in record.content["rows"]})] if record else []
    columns += [(_of_scenario(each, done.get(each.pk)), set(known[each.pk])) for each in scenarios]
    names = sorted({name for _, there in columns for name in there}, key=str.lower)
    rows = [
        Beside(name, [side.starts.get(name, "") if name in there else None for side, there in columns])
        for name in names
    ]
    rows.sort(key=lambda each: not each.differs)
    return Comparison([side for side, _ in columns], rows)


def _of_record(record: Approval) -> Side:
    content = record.content
    starts = {row["name"]: _period(content["periods"], row["start"]) for row in content["rows"] if row["in"]}
    title = f"Plan of record {record.number}"
    return Side(title, None, record, starts, Decimal(content["value"]), Decimal(content["cost"]), True)


def _of_scenario(scenario: Scenario, done: Selection | None) -> Side:
    outcome = done.outcome if done else {}
    starts = {name: _period(scenario.periods, start + 1) for name, start in outcome.get("starts", {}).items()}
    value, cost = outcome.get("value"), outcome.get("cost")
    return Side(
        scenario.name,
        scenario,
        None,
        starts,
        Decimal(value) if value else None,
        Decimal(cost) if value and cost else None,
        done is not None,
    )


def _period(periods: Sequence[str], number: int | None) -> str:
    return periods[number - 1] if number and number <= len(periods) else "in"
