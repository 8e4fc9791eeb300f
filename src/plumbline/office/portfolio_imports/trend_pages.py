"""What the pages of trends show, in the words and shapes of their pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Page
from django.http import QueryDict

from plumbline.office.people.models import Organisation
from plumbline.office.portfolio_imports.models import ProjectPeriod
from plumbline.office.portfolio_imports.queries.trends import (
    ProjectLine,
    TrendFilter,
    Year,
    portfolios_with_history,
    project_lines,
    years_of,
)
from plumbline.office.projects.models import Portfolio, Project


class FilterForm(forms.Form):
    q = forms.CharField(required=False, max_length=100, label="Project")
    portfolio = forms.ModelChoiceField(Portfolio.objects.none(), required=False, empty_label="All portfolios")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["portfolio"].queryset = portfolios_with_history(organisation)  # type: ignore[attr-defined]

    def chosen(self) -> TrendFilter:
        if not self.is_valid():
            return TrendFilter()
        return TrendFilter(self.cleaned_data["portfolio"], self.cleaned_data["q"].strip())


@dataclass(frozen=True, slots=True)
class TrendPage:
    form: FilterForm
    years: list[Year]
    page: Page[Project]
    lines: list[ProjectLine]

    @property
    def bars(self) -> list[dict[str, Any]]:
        """One for each year and scale: its name and its parts, best first."""
        return [
            {
                "name": f"{year.year}",
                "scale": scale,
                "parts": [{"name": each.rating, "colour": each.colour, "count": each.count} for each in shares],
            }
            for year in self.years
            for scale, shares in year.scales.items()
        ]

    @property
    def budgets(self) -> list[dict[str, Any]]:
        return [{"name": str(each.year), "value": each.budget} for each in self.years]

    @property
    def has_money(self) -> bool:
        return any(each.budget for each in self.years)


def trend_page(organisation: Organisation, sent: QueryDict) -> TrendPage:
    form = FilterForm(organisation, sent)
    chosen = form.chosen()
    years = years_of(organisation, chosen)
    page, lines = project_lines(organisation, chosen, [each.year for each in years], sent.get("page"))
    return TrendPage(form, years, page, lines)


def lines_of(periods: list[ProjectPeriod]) -> dict[str, list[dict[str, Any]]]:
    """Figures of one project in time: finishes as years with a fraction, money as it is."""
    names = {"finish": "forecast_finish", "budget": "budget", "forecast_cost": "forecast_cost"}
    return {
        key: [{"name": f"{each.as_of:%b %Y}", "value": getattr(each.report, name)} for each in periods]
        for key, name in names.items()
    }
