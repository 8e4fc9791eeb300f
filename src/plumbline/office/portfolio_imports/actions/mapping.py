"""Having a file checked by a map, and keeping maps for the next file."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.tabular import read_table
from plumbline.office.people.models import Organisation, Person
from plumbline.office.portfolio_imports import jobs
from plumbline.office.portfolio_imports.actions.deciding import locked
from plumbline.office.portfolio_imports.actions.uploading import lay_out
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.guessing import guessed_map
from plumbline.office.portfolio_imports.models import ColumnMap, PortfolioImport
from plumbline.office.portfolio_imports.originals import bytes_of

State = PortfolioImport.State


def check_file(found: PortfolioImport, spec: MapSpec, *, by: Person) -> PortfolioImport:
    """Has the worker tell what an import by this map would do. Raises ``CannotImport`` if it is too late for that."""
    with action("check_portfolio_import", by=by, scope=found.organisation) as line:
        found = locked(found, State.UPLOADED, State.CHECKED, State.REFUSED)
        found.spec, found.problem, found.attempts = spec.model_dump(mode="json"), "", 0
        found.state, found.due_at = State.CHECKING, now()
        found.save(update_fields=["spec", "problem", "attempts", "state", "due_at"])
        line.about(found, map=spec.name)
        jobs.work_on_import.enqueue(found.pk)
    return found


def take_map(found: PortfolioImport, spec: MapSpec, *, by: Person) -> PortfolioImport:
    """Another map, or another layout of the file. Raises ``CannotImport`` and ``UnreadableTable``."""
    with action("take_column_map", by=by, scope=found.organisation) as line:
        found = locked(found, State.UPLOADED, State.CHECKED, State.REFUSED)
        lay_out(found, spec, bytes_of(found.file))
        found.state, found.problem = State.UPLOADED, ""
        found.save(update_fields=["spec", "columns", "state", "problem"])
        line.about(found, map=spec.name)
    return found


def take_layout(
    found: PortfolioImport, *, sheet: str, header_row: int, transposed: bool, by: Person
) -> PortfolioImport:
    """The map is guessed anew from the headings that are found there."""
    table = read_table(bytes_of(found.file), sheet=sheet, header_row=header_row, transposed=transposed)
    guess = guessed_map(table, found.filename)
    return take_map(
        found,
        guess.model_copy(update={"sheet": sheet, "header_row": header_row, "transposed": transposed}),
        by=by,
    )


def save_map(organisation: Organisation, spec: MapSpec, *, by: Person) -> ColumnMap:
    """Under its name; one of the same name is replaced."""
    with action("save_column_map", by=by, scope=organisation) as line:
        kept = organisation.column_maps.select_for_update().filter(name__iexact=spec.name).first()
        kept = kept or ColumnMap(organisation=organisation)
        kept.name, kept.spec, kept.changed_by, kept.changed_at = spec.name, spec.model_dump(mode="json"), by, now()
        kept.save()
        line.about(kept)
    return kept


def remove_map(kept: ColumnMap, *, by: Person) -> None:
    with action("remove_column_map", by=by, scope=kept.organisation) as line:
        line.about(kept, spec=kept.spec)
        ColumnMap.objects.filter(pk=kept.pk).delete()
