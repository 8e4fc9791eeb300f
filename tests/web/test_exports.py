"""What people have named reaches a spreadsheet program as text, from whatever page it is taken."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from openpyxl import load_workbook

from plumbline.office.people.roles import Role
from web.addresses import VALUES, addresses
from web.whole_office import whole_office

pytestmark = pytest.mark.django_db
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FEWEST, FEWEST_CELLS = 20, 20


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_no_cell_of_any_export_is_a_formula(extension: str, monkeypatch: pytest.MonkeyPatch) -> None:
    office = whole_office()
    assert begin_like_formulas() >= FEWEST
    for each in ("extension", "format"):
        monkeypatch.setitem(VALUES, each, extension)
    client, seen, marked = office.client(office.people[Role.PMO_MANAGER]), set(), 0
    for address in addresses():
        answer = client.get(address.path(office.organisation.slug))
        if f".{extension}" not in answer.headers.get("Content-Disposition", ""):
            continue
        seen.add(address.name)
        cells = list(cells_of(answer.getvalue(), extension))
        marked += sum("=" in each[:2] for each in cells)
        assert not [each for each in cells if is_dangerous(each, extension)], address.name
    assert len(seen) >= FEWEST, sorted(seen)
    assert marked >= FEWEST_CELLS


def begin_like_formulas() -> int:
    """How many kinds of words begin with an equals sign now, wherever something of the quay is named."""
    changed = 0
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if (
                isinstance(field, (models.CharField, models.TextField))
                and not field.choices
                and "slug" not in field.name
            ):
                changed += begins_like_a_formula(model, field.name)
    return changed


def begins_like_a_formula(model: type[models.Model], name: str) -> bool:
    """Not rows that are only added, a document that a program has written, or a name that is full already."""
    try:
        with transaction.atomic():
            named = model._default_manager.filter(**{f"{name}__contains": "Quay"})
            named = named.exclude(**{f"{name}__startswith": "{"})
            return bool(named.update(**{name: Concat(Value("="), F(name))}))
    except DatabaseError:
        return False


def cells_of(content: bytes, extension: str) -> Iterator[str]:
    if extension == "csv":
        for line in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
            yield from line
        return
    for sheet in load_workbook(io.BytesIO(content)):
        for cell in (each for row in sheet.iter_rows() for each in row if each.value is not None):
            yield f"formula {cell.value}" if cell.data_type == "f" else str(cell.value)


def is_dangerous(cell: str, extension: str) -> bool:
    """In a workbook a text is a text; a table of commas leaves it to the program that opens it."""
    if extension == "xlsx":
        return cell.startswith("formula ")
    return cell.startswith(DANGEROUS) and not re.fullmatch(r"-?\d+(\.\d+)?", cell)
