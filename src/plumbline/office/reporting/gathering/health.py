"""How the projects are, counted: in all, by programme, by objective; and what that costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from plumbline.office.reporting.document import Block, Cell, Chart, Column, Figure, Figures, Series, Table
from plumbline.office.reporting.gathering.lines import IN_ORDER, SILENT, Line
from plumbline.office.reporting.words import STATUSES
from plumbline.office.strategy.models import Alignment

NOT_IN_A_PROGRAMME = "In no programme"
COUNTED = tuple(Column(STATUSES[each][1], "number") for each in ("red", "amber", "unknown", "green"))
Groups = list[tuple[str, list[Line]]]


def tally(lines: list[Line]) -> Figures:
    counts = Counter(each.evidence for each in lines)
    return Figures(
        (
            Figure("Projects", len(lines)),
            *(Figure(f"{STATUSES[each][1]} by the evidence", counts[each]) for each in ("red", "amber", "green")),
            Figure("Not known", counts["unknown"], note="no plan, or one too old"),
            Figure("Silent", sum(each.reported == SILENT for each in lines), note="no report in time"),
        )
    )


def distribution(lines: list[Line]) -> Chart:
    """What is reported beside what the evidence says."""
    said, found = Counter(each.reported for each in lines), Counter(each.evidence for each in lines)
    there = [each for each in IN_ORDER if said[each] or found[each]]
    series = (Series(STATUSES[each][1], (said[each], found[each]), each) for each in there)
    return Chart("Overall status of all projects", ("Reported", "By the evidence"), tuple(series))


def by_programme(lines: Iterable[Line]) -> Groups:
    groups: dict[str, list[Line]] = {}
    for each in lines:
        groups.setdefault(each.programme or NOT_IN_A_PROGRAMME, []).append(each)
    return sorted(groups.items(), key=lambda group: (group[0] == NOT_IN_A_PROGRAMME, group[0]))


def by_objective(organisation_id: int, lines: list[Line]) -> Groups:
    """A project is counted once for each objective that it, or its programme, is for."""
    groups: dict[str, dict[int, Line]] = {}
    aligned = Alignment.objects.filter(objective__organisation=organisation_id, objective__archived_at=None)
    named = aligned.order_by("objective__name", "pk").values_list("objective__name", "project_id", "programme_id")
    for name, project, programme in named:
        for each in lines:
            if each.key == project or (programme is not None and each.programme_key == programme):
                groups.setdefault(name, {})[each.key] = each
    return [(name, list(each.values())) for name, each in groups.items()]


def health_table(title: str, of: str, groups: Groups, empty: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for name, lines in groups:
        found = Counter(each.evidence for each in lines)
        counted = [found[each] for each in ("red", "amber", "unknown", "green")]
        rows.append((name, len(lines), *counted, sum(each.reported == SILENT for each in lines)))
    columns = (Column(of), Column("Projects", "number"), *COUNTED, Column("Silent", "number"))
    return Table(title, columns, tuple(rows), note="By the evidence.", empty=empty)


def health_chart(title: str, groups: Groups) -> list[Block]:
    """Nothing where there is nothing to compare."""
    if len(groups) < 2:
        return []
    found = [Counter(each.evidence for each in lines) for _, lines in groups]
    there = [each for each in ("red", "amber", "unknown", "green") if any(counts[each] for counts in found)]
    series = tuple(Series(STATUSES[each][1], tuple(counts[each] for counts in found), each) for each in there)
    return [Chart(title, tuple(name for name, _ in groups), series)]


def money(lines: list[Line], groups: Groups) -> list[Block]:
    """As last reported; a sum says of how many projects it is."""
    columns = (Column("Programme"), *(Column(each, "money") for each in ("Budget", "Spent", "Forecast cost")))
    rows = tuple((name, *(total(each, column) for column in SUMS)) for name, each in groups)
    figures = [
        Figure(title, total(lines, column), "money", _of_how_many(lines, column)) for column, title in SUMS.items()
    ]
    blocks: list[Block] = [Figures(tuple(figures)), Table("Money by programme", columns, rows)]
    if len(groups) > 1 and any(total(lines, each) for each in SUMS):
        series = tuple(
            Series(title, tuple(float(total(each, column) or 0) for _, each in groups), colour)
            for (column, title), colour in zip(SUMS.items(), ("soft", "ink", "accent"), strict=True)
        )
        names = tuple(name for name, _ in groups)
        blocks.append(Chart("Budget, spent and forecast by programme", names, series, stacked=False, kind="money"))
    return blocks


SUMS = {"budget": "Budget", "spent": "Spent", "forecast_cost": "Forecast cost"}


def total(lines: Iterable[Line], column: str) -> Decimal | None:
    known = [value for each in lines if (value := getattr(each, column)) is not None]
    return sum(known, Decimal(0)) if known else None


def _of_how_many(lines: list[Line], column: str) -> str:
    known = sum(getattr(each, column) is not None for each in lines)
    return f"of {known} of {len(lines)} projects"


def project_table(title: str, lines: Iterable[Line]) -> Table:
    """One line for each project."""
    columns = (
        Column("Project"),
        Column("Programme", on_slides=False),
        Column("Manager", on_slides=False),
        Column("Reported", "status"),
        Column("Evidence", "status"),
        Column("Forecast finish", "date"),
        Column("Days late", "number"),
        Column("Budget", "money"),
        Column("Forecast cost", "money"),
        Column("Next gate"),
        Column("Last report", "date", on_slides=False),
    )
    rows = (
        (
            *(each.title, each.programme, each.manager, each.reported, each.evidence, each.finish, each.days_late),
            *(each.budget, each.forecast_cost, each.next_gate, each.reported_on),
        )
        for each in lines
    )
    return Table(title, columns, tuple(rows), empty="No projects.")


def dimension_table(lines: Iterable[Line], dimensions: list[tuple[str, str]]) -> Table:
    """The evidence of each project by dimension (name and title)."""
    columns = (Column("Project"), Column("Overall", "status"), *(Column(title, "status") for _, title in dimensions))
    rows: list[tuple[Cell, ...]] = [
        (each.title, each.evidence, *(each.statuses.get(name, "unknown") for name, _ in dimensions)) for each in lines
    ]
    return Table("Evidence by dimension", columns, tuple(rows), empty="No projects.")
