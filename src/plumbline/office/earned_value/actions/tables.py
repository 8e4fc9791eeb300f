"""A table of costs or of what was earned is kept, looked at, and taken up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError

from plumbline.office.earned_value.actions.baselines import Amounts, promise_by_table
from plumbline.office.earned_value.actions.recalculating import work_out
from plumbline.office.earned_value.importing import CostRow, fields_of, guessed, preview, table_from
from plumbline.office.earned_value.models import (
    ActualCost,
    CostBaseline,
    CostTable,
    EarnedEntry,
    PeriodKind,
    TableKind,
)
from plumbline.office.earned_value.periods import MOST_PERIODS, end_of
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.handed_in import readable
from plumbline.office.people.models import Person
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project


def keep_table(project: Project, *, by: Person | None, kind: str, name: str, content: bytes) -> CostTable:
    """Its columns are guessed by their headings. Raises ``ValidationError`` at ``table`` for what cannot be read."""
    with action("keep_cost_table", by=by, scope=project.organisation) as line:
        current = locked(project)
        if kind != TableKind.BASELINE and not CostBaseline.objects.filter(project=current).exists():
            raise ValidationError({"kind": "Say first what the project is to cost: set a baseline."})
        table = readable(lambda: table_from(content))
        kept = CostTable(project=current, kind=kind, name=name[-200:], content=content, by=by)
        kept.columns = guessed(kind, table.columns)
        line.about(add(kept), kind=kind, rows=len(table.rows))
    return kept


def map_table(kept: CostTable, *, by: Person | None, columns: Mapping[str, str]) -> CostTable:
    """Says which heading means what."""
    with action("map_cost_table", by=by, scope=kept.project.organisation) as line:
        allowed = {each.name for each in fields_of(kept.kind)}
        chosen = {name: heading for name, heading in columns.items() if name in allowed and heading}
        twice = {heading for heading in chosen.values() if list(chosen.values()).count(heading) > 1}
        if twice:
            raise ValidationError(f"The column {sorted(twice)[0]} is chosen twice.")
        line.about(kept, changed=change(kept, columns=chosen))
    return kept


def take_up_table(
    kept: CostTable,
    *,
    by: Person | None,
    all_or_none: bool = True,
    currency: str = "",
    period: str = PeriodKind.MONTH,
    reason: str = "",
) -> int:
    """Adds what is new and returns how many rows that are; a second time adds nothing.

    ``currency``, ``period`` and ``reason`` are those of a new baseline. ``all_or_none`` refuses the file as long as one
    of its rows cannot be read; a baseline is always whole.
    """
    with action("take_up_cost_table", by=by, scope=kept.project.organisation) as line:
        project = locked(kept.project)
        held = CostTable.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=kept.pk)
        if held.done_at is not None:
            line.nothing_happened()
            return 0
        found = preview(held)
        whole = all_or_none or held.kind == TableKind.BASELINE
        if not found.to_take(all_or_none=whole, advice="Mend them first."):
            raise ValidationError("There is nothing new in the table.")
        if held.kind == TableKind.BASELINE:
            amounts = _amounts(found.new, period)
            promise_by_table(project, held, amounts, by=by, currency=currency, reason=reason, period=period)
        else:
            _add_rows(held, found.new, by)
        change(held, done_at=now(), added=len(found.new), content=b"-")
        line.about(held, kind=held.kind, added=len(found.new), left_out=found.bad)
    return len(found.new)


def _amounts(rows: list[CostRow], period: str) -> Amounts:
    amounts: Amounts = {}
    for each in rows:
        assert each.on is not None
        assert each.amount is not None
        key = (each.wbs, end_of(period, each.on), each.is_level_of_effort)
        amounts[key] = amounts.get(key, Decimal(0)) + each.amount
    days = [each.on for each in rows if each.on]
    if (max(days) - min(days)).days > MOST_PERIODS * 7:
        raise ValidationError(f"The table reaches from {min(days)} to {max(days)}; that cannot be right.")
    running: dict[str, Decimal] = {}
    for (wbs, ends_on, _), amount in sorted(amounts.items(), key=lambda each: each[0][1]):
        running[wbs] = running.get(wbs, Decimal(0)) + amount
        if amount < 0:
            where = f"of {wbs} " if wbs else ""
            raise ValidationError(f"What is planned {where}by {ends_on} is below zero. A plan only ever adds.")
    return {key: amount for key, amount in amounts.items() if amount}


def _add_rows(table: CostTable, rows: list[CostRow], by: Person | None) -> None:
    baseline = CostBaseline.objects.filter(project=table.project).order_by("-number")[:1].get()
    if table.kind == TableKind.EARNED:
        EarnedEntry.objects.bulk_create([_earned(each, baseline, table, by) for each in rows], batch_size=500)
    else:
        ActualCost.objects.bulk_create([_cost(each, baseline, table, by) for each in rows], batch_size=500)
    work_out(table.project, baseline)


def _earned(row: CostRow, baseline: CostBaseline, table: CostTable, by: Person | None) -> EarnedEntry:
    assert row.on is not None
    assert row.amount is not None
    return EarnedEntry(baseline=baseline, wbs=row.wbs, as_of=row.on, value=row.amount, table=table, by=by)


def _cost(row: CostRow, baseline: CostBaseline, table: CostTable, by: Person | None) -> ActualCost:
    assert row.on is not None
    assert row.amount is not None
    assert row.rate is not None
    assert row.converted is not None
    return ActualCost(
        project=table.project, on=row.on, wbs=row.wbs, amount=row.amount, currency=row.currency,
        converted_to=baseline.currency, rate=row.rate, converted=row.converted, reference=row.reference,
        note=row.note, table=table, by=by,
    )  # fmt: skip
