"""Each step may be begun again at any time; it takes effect once."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.tabular import Table, UnreadableTable, read_table
from plumbline.office.people.models import Organisation
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.models import PortfolioImport
from plumbline.office.portfolio_imports.originals import bytes_of
from plumbline.office.portfolio_imports.planning import Plan, plan_import
from plumbline.office.portfolio_imports.row_reading import missing_columns, read_rows
from plumbline.office.portfolio_imports.steps.telling import tell
from plumbline.office.portfolio_imports.steps.writing import write

LONGEST_STEP = timedelta(minutes=10)
MOST_ATTEMPTS = 3
State = PortfolioImport.State


def take_next_step(import_id: int) -> None:
    """Checks a file that was mapped, or imports one that was confirmed, if no other worker is at it."""
    found = _claim(import_id)
    if found is None:
        return
    if found.attempts > MOST_ATTEMPTS:
        _refuse(found, "The file stopped the program several times. Import a smaller part of it.")
        return
    try:
        _import(found) if found.state == State.CONFIRMED else _check(found)
    except UnreadableTable as unreadable:
        _refuse(found, str(unreadable))


def _table_of(found: PortfolioImport, spec: MapSpec) -> Table:
    """Raises ``UnreadableTable``, also where a column of the map is missing."""
    table = read_table(bytes_of(found.file), sheet=spec.sheet, header_row=spec.header_row, transposed=spec.transposed)
    if missing := missing_columns(table, spec):
        raise UnreadableTable(f"The file has no column {missing[0][:80]}. Change the map, or choose another.")
    return table


def _claim(import_id: int) -> PortfolioImport | None:
    moment = now()
    waiting = PortfolioImport.objects.filter(
        pk=import_id, due_at__lte=moment, state__in=(State.CHECKING, State.CONFIRMED)
    )
    if not waiting.update(due_at=moment + LONGEST_STEP, attempts=F("attempts") + 1):
        return None
    return PortfolioImport.objects.select_related("organisation", "file", "confirmed_by").get(pk=import_id)


def _planned(found: PortfolioImport) -> tuple[MapSpec, Plan]:
    spec = MapSpec.model_validate(found.spec)
    table = _table_of(found, spec)
    found.remarks = list(table.remarks)
    return spec, plan_import(found.organisation, spec, read_rows(table, spec))


def _check(found: PortfolioImport) -> None:
    _, plan = _planned(found)
    with transaction.atomic():
        if _still(found, State.CHECKING):
            tell(found, plan)
            _move(found, State.CHECKED)


def _import(found: PortfolioImport) -> None:
    """Everything or nothing, and one file of an organisation at a time."""
    with action("import_portfolio", by=found.confirmed_by, scope=found.organisation) as line:
        Organisation.objects.select_for_update().get(pk=found.organisation_id)
        if not _still(found, State.CONFIRMED):
            line.nothing_happened()
            return
        spec, plan = _planned(found)
        write(found, spec, plan)
        tell(found, plan)
        _move(found, State.DONE)
        line.about(found, digest=found.file_id, map=spec.name, **found.counts)


def _refuse(found: PortfolioImport, reason: str) -> None:
    with action("refuse_portfolio_import", by=None, scope=found.organisation) as line:
        if _still(found, State.CHECKING, State.CONFIRMED):
            found.problem = reason[:1000]
            _move(found, State.REFUSED)
            line.about(found, reason=reason[:1000])
        else:
            line.nothing_happened()


def _still(found: PortfolioImport, *states: PortfolioImport.State) -> bool:
    return PortfolioImport.objects.select_for_update().filter(pk=found.pk, state__in=states).exists()


def _move(found: PortfolioImport, state: PortfolioImport.State) -> None:
    found.state, found.due_at, found.attempts = state, None, 0
    found.finished_at = now() if state in (State.DONE, State.REFUSED) else None
    found.save(update_fields=["state", "due_at", "attempts", "finished_at", "problem", "remarks", "counts", "totals"])
