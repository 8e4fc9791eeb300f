"""Handing a file in, with the map that fits it best."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath, PureWindowsPath

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.tabular import Table, UnreadableTable, as_text, read_table, sheets_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.portfolio_imports.built_in import built_in_maps
from plumbline.office.portfolio_imports.column_map import MapSpec, fits
from plumbline.office.portfolio_imports.guessing import guessed_map
from plumbline.office.portfolio_imports.models import PortfolioImport
from plumbline.office.portfolio_imports.originals import keep

_SAMPLES, _LONGEST_SAMPLE = 3, 60


def receive_file(organisation: Organisation, filename: str, data: bytes, *, by: Person) -> PortfolioImport:
    """Keeps the file and proposes a map. Raises ``UnreadableTable`` for what is no table."""
    name = _bare_name(filename)
    spec = _proposed_map(organisation, data, name)
    found = PortfolioImport(organisation=organisation, filename=name, uploaded_by=by, sheets=sheets_of(data))
    with action("upload_portfolio", by=by, scope=organisation) as line:
        found.file = keep(data)
        lay_out(found, spec, data)
        found.save()
        line.about(found, digest=found.file_id, size=len(data), map=spec.name)
    return found


def lay_out(found: PortfolioImport, spec: MapSpec, data: bytes) -> None:
    """Takes the map, and shows the columns as its layout makes them. The caller saves."""
    table = read_table(data, sheet=spec.sheet, header_row=spec.header_row, transposed=spec.transposed)
    found.spec = spec.model_dump(mode="json")
    found.columns = [
        {"heading": heading, "samples": list(islice(_samples(table, heading), _SAMPLES))} for heading in table.columns
    ]


def _samples(table: Table, heading: str) -> Iterator[str]:
    """The first that differ, cut to what one reads at a glance."""
    seen: set[str] = set()
    for row in table.rows:
        text = " ".join(as_text(row[heading]).split())
        if text and text not in seen:
            seen.add(text)
            yield text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1]}…"


def _proposed_map(organisation: Organisation, data: bytes, filename: str) -> MapSpec:
    """The saved or built-in map that uses most columns of the file, else a guess from the headings."""
    saved = [MapSpec.model_validate(each.spec) for each in organisation.column_maps.all()]
    columns: dict[tuple[str, int, bool], tuple[str, ...]] = {}

    def fit(spec: MapSpec) -> int:
        shape = spec.sheet, spec.header_row, spec.transposed
        if shape not in columns:
            columns[shape] = _columns(data, *shape)
        return fits(spec, columns[shape])

    table = read_table(data)
    best = max([*saved, *built_in_maps()], key=fit, default=None)
    if best and fit(best):
        return best
    return guessed_map(table, filename)


def _columns(data: bytes, sheet: str, header_row: int, transposed: bool) -> tuple[str, ...]:
    try:
        return read_table(data, sheet=sheet, header_row=header_row, transposed=transposed).columns
    except UnreadableTable:
        return ()


def _bare_name(filename: str) -> str:
    name = PureWindowsPath(PurePath(filename).name).name
    return "".join(each for each in name if each.isprintable())[-255:] or "portfolio"
