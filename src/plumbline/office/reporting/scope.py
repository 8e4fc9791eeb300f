"""Which projects a report is about: all, those of a portfolio, or those of a programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from plumbline.office.people.models import Organisation
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Portfolio, Programme, Project

EVERYTHING = "all"


@dataclass(frozen=True, slots=True)
class Scope:
    organisation: Organisation
    place: Portfolio | Programme | None = None

    @classmethod
    def of(cls, organisation: Organisation, name: str) -> Scope:
        """``name`` is "all", "portfolio:3" or "programme:5"; raises ``ValidationError`` where there is none such."""
        kind, _, key = name.partition(":")
        if name == EVERYTHING:
            return cls(organisation)
        found: Any = None
        if kind in ("portfolio", "programme") and key.isascii() and key.isdigit() and len(key) < 10:
            model = Portfolio if kind == "portfolio" else Programme
            found = model._default_manager.filter(organisation=organisation, pk=int(key)).first()
        if found is None:
            raise ValidationError({"scope": "Choose the organisation, a portfolio or a programme."})
        return cls(organisation, found)

    @property
    def title(self) -> str:
        return str(self.place or self.organisation)

    def projects(self) -> QuerySet[Project]:
        """Those that go on."""
        found = projects.projects(self.organisation)
        if isinstance(self.place, Portfolio):
            return found.filter(portfolio=self.place)
        return found.filter(programme=self.place) if self.place else found


def scopes(organisation: Organisation) -> list[tuple[str, str]]:
    """What can be chosen, with words."""
    portfolios = projects.portfolios(organisation)
    programmes = projects.programmes(organisation)
    return [
        (EVERYTHING, f"All of {organisation}"),
        *((f"portfolio:{each.pk}", f"Portfolio: {each}") for each in portfolios),
        *((f"programme:{each.pk}", f"Programme: {each}") for each in programmes),
    ]
