"""Many projects at once, from a table. The caller's action tells of it, and holds the organisation meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from django.core.exceptions import ValidationError

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.standards import queries as standards

BATCH = 200
_OF_A_PLACE = ("portfolio", "programme")
_PUT = ["name", "portfolio", "programme", "purpose", "phase", "manager", "budget"]
Place = TypeVar("Place", Portfolio, Programme)


@dataclass(eq=False, slots=True)
class ProjectRow:
    """A project to be added (``project`` is none) or changed. Portfolio and programme are told by name.

    Values that are not told stay as they are. A new project needs a name and a portfolio; without a ``code`` it gets
    the prefix and the next free number.
    """

    project: Project | None
    values: Mapping[str, Any]
    code: str = ""
    code_prefix: str = "P-"


@dataclass(slots=True)
class _Places:
    """Portfolios and programmes of the organisation by name; what is missing is added."""

    organisation: Organisation
    portfolios: dict[str, Portfolio] = field(default_factory=dict)
    programmes: dict[tuple[int, str], Programme] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.portfolios = {each.name.casefold(): each for each in self.organisation.portfolios.all()}
        self.programmes = {
            (each.portfolio_id, each.name.casefold()): each for each in self.organisation.programmes.all()
        }

    def portfolio(self, name: str) -> Portfolio:
        if name.casefold() not in self.portfolios:
            self.portfolios[name.casefold()] = Portfolio.objects.create(organisation=self.organisation, name=name)
        return _open(self.portfolios[name.casefold()])

    def programme(self, portfolio: Portfolio, name: str) -> Programme:
        key = portfolio.pk, name.casefold()
        if key not in self.programmes:
            self.programmes[key] = Programme.objects.create(
                organisation=self.organisation, portfolio=portfolio, name=name
            )
        return _open(self.programmes[key])


def put_projects(organisation: Organisation, rows: Iterable[ProjectRow]) -> list[Project]:
    """Adds and changes them; returns them in the order of the rows. Raises ``ValidationError`` for a closed place."""
    places, rows = _Places(organisation), list(rows)
    standard = standards.in_force(organisation)
    codes = _free_codes(organisation, rows)
    put: list[Project] = []
    for row in rows:
        project = row.project or Project(
            organisation=organisation, code=row.code or next(codes[row.code_prefix]), standard_version=standard
        )
        for name, value in row.values.items():
            if name not in _OF_A_PLACE:
                setattr(project, name, value)
        _place(project, row.values, places)
        put.append(project)
    Project.objects.bulk_create([each for each in put if each.pk is None], batch_size=BATCH)
    changed = [row.project for row in rows if row.project]
    Project.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["id"], update_fields=_PUT, batch_size=BATCH
    )  # many times faster than bulk_update, and other columns stay as they are
    return put


def _place(project: Project, values: Mapping[str, Any], places: _Places) -> None:
    if values.get("portfolio"):
        project.portfolio = places.portfolio(values["portfolio"])
    if values.get("programme"):
        project.programme = places.programme(project.portfolio, values["programme"])
    elif project.programme and project.programme.portfolio_id != project.portfolio_id:
        project.programme = None


def _open(place: Place) -> Place:
    if place.archived_at:
        raise ValidationError(f"{place} is archived. Take it out of the archive first.")
    return place


def _free_codes(organisation: Organisation, rows: list[ProjectRow]) -> dict[str, Iterator[str]]:
    taken = {code.casefold() for code in organisation.projects.values_list("code", flat=True)}
    taken |= {row.code.casefold() for row in rows if row.code}
    prefixes = {row.code_prefix for row in rows if row.project is None}
    return {prefix: _numbered(prefix, taken) for prefix in prefixes}


def _numbered(prefix: str, taken: set[str]) -> Iterator[str]:
    return (code for n in count(1) if (code := f"{prefix}{n}").casefold() not in taken)
