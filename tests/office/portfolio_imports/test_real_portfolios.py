"""Public portfolios of four governments, exactly as messy as they were published."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from office.portfolio_imports.importing import everything_kept, imported, reasons
from plumbline.office.people.models import Organisation, Person
from plumbline.office.portfolio_imports.models import ImportRow, ProjectPeriod
from plumbline.office.status.models import StatusReport

pytestmark = [pytest.mark.django_db, pytest.mark.real_data]


@dataclass(frozen=True)
class Published:
    """``budgets`` names the column whose sum is known, ``errors`` how many rows cannot go in."""

    path: str
    budgets: str
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    turned: bool = False
    scale: int = 1
    errors: int = 0
    given: tuple[tuple[str, str], ...] = ()

    def rows(self, folder: Path) -> list[dict[str, str]]:
        text = (folder / "portfolio" / self.path).read_bytes().decode(self.encoding, errors="replace")
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter))
        lines = [list(each) for each in zip(*lines, strict=True)] if self.turned else lines
        heads = [" ".join(each.split()) for each in lines[0]]
        return [dict(zip(heads, line, strict=True)) for line in lines[1:]]

    def sum_of_budgets(self, folder: Path) -> Decimal:
        cells = [
            row[self.budgets].replace("£", "").replace("$", "").replace(",", "").strip() for row in self.rows(folder)
        ]
        cent = Decimal("0.01")
        return sum(
            ((Decimal(each) * self.scale).quantize(cent) for each in cells if each.lstrip("-")[:1].isdigit()),
            Decimal(0),
        )


UK = {
    2014: Published(
        "uk_gmpp/uk_2014.csv",
        "Total budgeted whole life costs (£million) (including non-government costs)",
        "cp1252",
        turned=True,
        scale=1_000_000,
    ),
    2016: Published(
        "uk_gmpp/uk_2016.csv",
        "Total budgeted whole life costs (£million) (including Non-government costs)",
        "cp1252",
        turned=True,
        scale=1_000_000,
    ),
    2018: Published("uk_gmpp/uk_2018.csv", "wlc_baseline_incl_NCG", "cp1252", scale=1_000_000),
    2020: Published("uk_gmpp/uk_2020.csv", "wlc_baseline_incl_NCG", "cp1252", scale=1_000_000),
    2022: Published("uk_gmpp/uk_2022.csv", "wlc_baseline_incl_NCG", "cp1252", ";", scale=1_000_000),
}
OTHERS = {
    "canada 2016": Published("canada_it/gc-it-projects-2016.csv", "totalBudget"),
    "canada 2019": Published("canada_it/gc-it-projects-2019.csv", "totalBudget"),
    "new york": Published("nyc_capital/NYC_capital_projects_20190901.csv", "Budget Forecast", errors=1),
    "us 2012": Published("us_it_dashboard/us_it_projects_2012.csv", "Planned Cost ($ M)", scale=1_000_000, errors=1),
    "us oxford": Published(
        "us_it_dashboard/us_it_projects_oxford.csv",
        "PlannedCost",
        scale=1_000_000,
        given=(("as_of", "2012-12-31"),),
    ),
}
ALL = {**{f"uk {year}": each for year, each in UK.items()}, **OTHERS}


@pytest.mark.parametrize("name", ALL)
def test_every_row_is_in_or_told_and_the_same_file_again_changes_nothing(
    name: str, real_data: Path, harbour: Organisation, ada: Person
) -> None:
    published = ALL[name]
    data = (real_data / "portfolio" / published.path).read_bytes()
    first = imported(harbour, ada, data, Path(published.path).name, **dict(published.given))
    assert first.counts["rows"] == len(published.rows(real_data)) == ImportRow.objects.count()
    assert first.counts["error"] == published.errors == len({each.split(" ")[1] for each in reasons(first)})
    gone_in = first.counts["added"] + first.counts["reported"]
    assert gone_in + first.counts["error"] + first.counts["skipped"] == first.counts["rows"]
    assert ProjectPeriod.objects.count() == StatusReport.objects.count() == gone_in
    budget = next(each for each in first.totals if each["name"] == "budget")
    assert Decimal(budget["file"]) == published.sum_of_budgets(real_data)
    assert Decimal(budget["in"]) + Decimal(budget["errors"]) == Decimal(budget["file"])
    before = everything_kept()
    again = imported(harbour, ada, data, Path(published.path).name, **dict(published.given))
    assert again.counts["unchanged"] == gone_in
    assert everything_kept() == before


@pytest.mark.parametrize("order", [(2014, 2016, 2018, 2020, 2022), (2022, 2018, 2014, 2020, 2016)])
def test_five_years_in_any_order_become_one_history(
    order: tuple[int, ...], real_data: Path, harbour: Organisation, ada: Person
) -> None:
    for year in order:
        done = imported(harbour, ada, (real_data / "portfolio" / UK[year].path).read_bytes(), f"uk_{year}.csv")
        assert done.counts["error"] == 0
    assert ProjectPeriod.objects.count() == sum(len(each.rows(real_data)) for each in UK.values()) - 1
    marshall = harbour.projects.get(name="MARSHALL")
    told = [(each.as_of.year, each.report.rating, each.report.rating_scale[-8:]) for each in marshall.periods.all()]
    assert told[1:] == [
        (2015, "Amber/Green", "5 levels"),
        (2017, "Red", "5 levels"),
        (2019, "Amber", "5 levels"),
        (2022, "Amber", "3 levels"),
    ]
    assert [each.moved for each in marshall.periods.all()] == [None, None, -1, 1, None]
    years = ProjectPeriod.objects.values_list("project", "as_of__year")
    assert len(set(years)) == len(years)
    everywhere = [pk for pk in harbour.projects.values_list("pk", flat=True) if sum(p == pk for p, _ in years) == 5]
    assert len(everywhere) >= 5
    newest = harbour.projects.get(name="Submarine Dismantling Project")
    assert newest.budget == 278_000_000
    assert not harbour.projects.filter(statuses__isnull=False).exists(), "no evidence, so never green"
