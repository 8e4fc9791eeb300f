"""``plumbline evm`` for a person: one line a period, then what the last one means for the end."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.cli.plain import plain
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.earned_value import FAMILY, PeriodFigures, Series
from plumbline.engine.earned_value.accuracy import accuracies

_COLUMNS = {
    "CPI": "cpi", "SPI": "spi", "ES": "earned_schedule", "SV(t)": "sv_t", "SPI(t)": "spi_t", "IEAC(t)": "ieac_t",
    "CPI (3)": "cpi_moving", "TCPI": "tcpi_bac",
}  # fmt: skip
_NONE = "-"


def show(place: str, series: Series, periods: Sequence[PeriodFigures]) -> None:
    page = Page()
    page.line((place, "bold underline"))
    planned = series.curve.planned_duration
    lasting = f"planned for {count(int(planned.value), 'period')}" if planned.value is not None else planned.reason
    page.line((f"budget {_sum(series.budget, series)} · {lasting}", "dim"))
    page.gap()
    _print_table(page, series, periods)
    if periods:
        _print_end(page, series, periods)
    else:
        page.line("No period has earned value and actual cost yet.")


def _print_table(page: Page, series: Series, periods: Sequence[PeriodFigures]) -> None:
    heads = ["Period", "PV", "EV", "AC", *_COLUMNS, "EAC"]
    rows = [_cells(each, series) for each in periods]
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    for row in (heads, *rows):
        first, *rest = [cell.ljust(widths[0]) if at == 0 else cell.rjust(widths[at]) for at, cell in enumerate(row)]
        page.table_line("  ".join([first, *rest]), "bold" if row is heads else None)


def _cells(each: PeriodFigures, series: Series) -> list[str]:
    values = (each.standing.pv, each.standing.ev, each.standing.ac)
    indices = [_index(each[name]) for name in _COLUMNS.values()]
    return [plain(each.label), *(_sum(value, series) for value in values), *indices, _sum(each["eac_cpi"], series)]


def _print_end(page: Page, series: Series, periods: Sequence[PeriodFigures]) -> None:
    last = periods[-1]
    page.gap()
    page.line((f"What the whole will cost, as of {last.label}", "bold"))
    for each in FAMILY:
        figure = last.figures[f"eac_{each.name}"]
        shown = _sum(figure.value, series) if figure.value is not None else figure.reason
        page.line(f"{each.formula} = {shown}. {each.assumes}", indent=2)
    if last.figures["tcpi_bac"].value is None:
        page.line(f"To keep the budget: {last.figures['tcpi_bac'].reason}", indent=2)
    found = accuracies(periods)
    if found:
        page.gap()
        page.line(("How good its forecasts were, now that it has ended", "bold"))
    for one in found:
        if one.mean_error.value is None or one.bias.value is None:
            page.line(f"{one.title}: {one.mean_error.reason}", indent=2)
        else:
            off = f"{100 * one.mean_error.value:.1f} % off on average, bias {100 * one.bias.value:+.1f} %"
            page.line(f"{one.title}: {off}, {count(one.forecasts, 'forecast')}", indent=2)


def _sum(value: float | None, of: Series) -> str:
    """With as many decimals as the size of the budget makes worth reading."""
    if value is None:
        return _NONE
    return f"{value:,.{0 if of.budget >= 100_000 else 2}f}"


def _index(value: float | None) -> str:
    return _NONE if value is None else f"{value:,.4f}"
