"""Handing in a file and letting the worker take its steps, as the pages do."""

from __future__ import annotations

from typing import Any

from plumbline.office.people.models import Organisation, Person
from plumbline.office.portfolio_imports.actions import check_file, confirm_import, receive_file
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.models import ImportRow, PortfolioImport, ProjectPeriod
from plumbline.office.portfolio_imports.steps.working import take_next_step
from plumbline.office.projects.models import Project
from plumbline.office.status.models import StatusReport


def checked(
    organisation: Organisation, by: Person, data: bytes, filename: str = "works.csv", **given: Any
) -> PortfolioImport:
    """By the map that is proposed, changed by what is ``given``."""
    found = receive_file(organisation, filename, data, by=by)
    spec = MapSpec.model_validate({**found.spec, **given})
    check_file(found, spec, by=by)
    take_next_step(found.pk)
    return PortfolioImport.objects.get(pk=found.pk)


def imported(
    organisation: Organisation, by: Person, data: bytes, filename: str = "works.csv", **given: Any
) -> PortfolioImport:
    found = checked(organisation, by, data, filename, **given)
    assert found.state == PortfolioImport.State.CHECKED, found.problem
    confirm_import(found, by=by)
    take_next_step(found.pk)
    return PortfolioImport.objects.get(pk=found.pk)


def everything_kept() -> dict[str, list[Any]]:
    """All that an import may change."""
    return {
        model.__name__: list(model.objects.order_by("pk").values_list())
        for model in (Project, StatusReport, ProjectPeriod)
    }


def reasons(found: PortfolioImport) -> list[str]:
    rows = ImportRow.objects.filter(portfolio_import=found, verdict=ImportRow.Verdict.ERROR)
    return [f"{row.place} {each['column']}: {each['reason']}" for row in rows for each in row.problems]
