"""A portfolio of 10,000 rows, checked and imported, beside checking it alone. Each run is another year of the same."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from typing import Any

from bench.side_by_side import Measurement

ROWS = 10_000
RATINGS = ("Green", "Amber", "Red")


def measurements() -> Iterator[Measurement]:
    folder = tempfile.TemporaryDirectory(prefix="plumbline-bench-")
    os.environ |= {"PLUMBLINE_DATA": folder.name, "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    organisation, person = _office()
    years = count(1990)

    def run(confirmed: bool) -> None:
        assert folder.name
        _bring_in(organisation, person, table(next(years)), confirmed)

    yield Measurement(
        f"importing a portfolio of {ROWS:,} rows",
        "checking it without importing",
        lambda: run(True),
        lambda: run(False),
        rounds=1,
    )


def table(year: int) -> bytes:
    """Every value of a row follows from its number and the year."""
    heads = "Code,Name,Portfolio,Programme,Description,Rating,As of,Budget,Forecast cost,Forecast finish,Narrative\n"
    rows = (
        f"X-{n},Works {n},Portfolio {n % 40},Programme {n % 400},{'why ' * 30},{RATINGS[(n + year) % 3]},"
        f"{year}-03-31,{n * 7919 % 10**7},{n * 6841 % 10**7},20{26 + (n + year) % 20}-06-30,{'said ' * 60}\n"
        for n in range(ROWS)
    )
    return (heads + "".join(rows)).encode()


def _office() -> tuple[Any, Any]:
    from plumbline.office.people.actions import add_person, create_organisation
    from plumbline.office.standards.actions import publish_builtin

    organisation = create_organisation(name="Many", by=None, time_zone="UTC")
    publish_builtin(organisation, "predictive", by=None)
    person = add_person(organisation, by=None, email="a@b.example", name="Bench", role="pmo_manager").person
    return organisation, person


def _bring_in(organisation: Any, person: Any, data: bytes, confirmed: bool) -> None:
    from plumbline.office.portfolio_imports.actions import check_file, confirm_import, receive_file
    from plumbline.office.portfolio_imports.column_map import MapSpec
    from plumbline.office.portfolio_imports.steps.working import take_next_step

    found = receive_file(organisation, "many.csv", data, by=person)
    check_file(found, MapSpec.model_validate(found.spec), by=person)
    take_next_step(found.pk)
    if confirmed:
        confirm_import(found, by=person)
        take_next_step(found.pk)
    found.refresh_from_db()
    assert found.state == ("done" if confirmed else "checked"), found.problem
