"""Earned value as lines of a table. What is not known is an empty cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from plumbline.engine.earned_value import NAMES
from plumbline.office.earned_value.models import ActualCost, ValueStanding
from plumbline.office.earned_value.queries import GroupPage, ProjectPage

TITLES = {
    "cv_percent": "CV %", "sv_percent": "SV %", "spi": "SPI", "cpi": "CPI", "cpi_moving": "CPI of 3 periods",
    "percent_complete": "% complete", "percent_spent": "% spent", "eac_budget": "EAC, rest as budgeted",
    "eac_cpi": "EAC by CPI", "eac_cpi_spi": "EAC by CPI and SPI", "eac_weighted": "EAC weighted", "etc": "ETC",
    "vac": "VAC", "tcpi_bac": "TCPI of BAC", "tcpi_eac": "TCPI of EAC", "earned_schedule": "Earned schedule",
    "sv_t": "SV(t)", "spi_t": "SPI(t)", "ieac_t": "IEAC(t)", "ieac_t_as_planned": "IEAC(t), rest as planned",
    "tspi": "TSPI", "loe_share": "Level of effort, share", "spi_without_loe": "SPI without level of effort",
}  # fmt: skip


def period_lines(page: ProjectPage) -> Iterator[list[Any]]:
    yield ["Period", "Ends on", "PV", "EV", "AC", "SV", "CV", *(TITLES[name] for name in NAMES)]
    for row in page.rows:
        period, found = row.period, row.figures
        figures = [found[name] for name in NAMES] if found else [None] * len(NAMES)
        variances = [found.standing.sv, found.standing.cv] if found else [None, None]
        yield [period.number, period.ends_on, *map(_money, (period.pv, period.ev, period.ac)), *variances, *figures]


def cost_lines(costs: Iterable[ActualCost]) -> Iterator[list[Any]]:
    yield ["Day", "WBS element", "Amount", "Currency", "Rate", "Converted", "Converted to", "Reference", "Note", "By"]
    for each in costs:
        yield [
            each.on, each.wbs, _money(each.amount), each.currency, float(each.rate), _money(each.converted),
            each.converted_to, each.reference, each.note, each.by.name if each.by else "",
        ]  # fmt: skip


def standing_lines(standings: Iterable[ValueStanding]) -> Iterator[list[Any]]:
    yield ["Project", "Name", "Portfolio", "Programme", "Currency", "As of", "BAC", "PV", "EV", "AC", "CPI", "SPI",
           "SPI(t)", "EAC by CPI", "IEAC(t)", "TCPI of BAC", "Rate", "Not counted because"]  # fmt: skip
    for each in standings:
        project, found = each.project, each.figures
        yield [
            project.code, project.name, project.portfolio.name, project.programme.name if project.programme else "",
            each.baseline.currency, each.as_of, *map(_money, (each.bac, each.pv, each.ev, each.ac)),
            *(found.get(name) for name in ("cpi", "spi", "spi_t", "eac_cpi", "ieac_t", "tcpi_bac")),
            _money(each.rate), each.lacks,
        ]  # fmt: skip


def month_lines(page: GroupPage) -> Iterator[list[Any]]:
    yield ["Month ends on", f"PV ({page.currency})", f"EV ({page.currency})", f"AC ({page.currency})"]
    for each in page.months:
        yield [each.on, *map(_money, (each.pv, each.ev, each.ac))]


def _money(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
