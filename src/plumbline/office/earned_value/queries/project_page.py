"""The earned value of one project, or of one WBS element of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.http import Http404

from plumbline.engine.earned_value import FAMILY, Estimate, PeriodFigures, analyse
from plumbline.engine.earned_value.accuracy import Accuracy, accuracies
from plumbline.engine.earned_value.at_completion import (
    estimate_to_complete,
    to_complete_index,
    variance_at_completion,
)
from plumbline.engine.earned_value.figure import Figure
from plumbline.office.earned_value.models import (
    ActualCost,
    CostBaseline,
    EarnedEntry,
    Source,
    ValuePeriod,
    ValueStanding,
)
from plumbline.office.earned_value.periods import nearest
from plumbline.office.earned_value.pictures import Moment, s_curve
from plumbline.office.earned_value.series import series_of
from plumbline.office.projects.models import Project

MOST_BASELINES = 50
NOT_IN_WBS = "Not in the WBS"


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """``figures`` is ``None`` for a period of which nobody said what is earned."""

    period: ValuePeriod
    figures: PeriodFigures | None


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One way to an estimate at completion, with what follows from it."""

    estimate: Estimate
    eac: Figure
    etc: Figure
    vac: Figure
    tcpi: Figure


@dataclass(frozen=True, slots=True)
class WbsRow:
    name: str
    bac: Decimal
    figures: PeriodFigures | None

    @property
    def title(self) -> str:
        return self.name or NOT_IN_WBS


@dataclass(frozen=True, kw_only=True)
class ProjectPage:
    """``baseline`` is ``None`` where nothing was promised; then the rest is empty.

    ``between`` are days of statements that lie too far from the end of every period to count.
    """

    baseline: CostBaseline | None = None
    standing: ValueStanding | None = None
    wbs: str | None = None
    bac: Decimal = Decimal(0)
    rows: list[PeriodRow] = field(default_factory=list)
    elements: list[WbsRow] = field(default_factory=list)
    estimates: list[EstimateRow] = field(default_factory=list)
    accuracy: tuple[Accuracy, ...] = ()
    chart: dict[str, Any] | None = None
    baselines: list[CostBaseline] = field(default_factory=list)
    last_cost_on: date | None = None
    forecast_finish: date | None = None
    planned_finish: date | None = None
    plan_waits: bool = False
    between: list[date] = field(default_factory=list)
    costs_unassigned: bool = False

    @property
    def told(self) -> list[PeriodRow]:
        return [each for each in self.rows if each.figures]

    @property
    def last(self) -> PeriodFigures | None:
        return next((each.figures for each in reversed(self.rows) if each.figures), None)

    @property
    def last_row(self) -> PeriodRow | None:
        return next((each for each in reversed(self.rows) if each.figures), None)

    @property
    def title(self) -> str:
        return "" if self.wbs is None else self.wbs or NOT_IN_WBS

    @property
    def summary(self) -> str:
        """What the picture shows, in a sentence."""
        found = self.last_row
        if found is None or self.baseline is None:
            return "Planned value over time. Nobody has said yet what is earned."
        said = (
            f"By {found.period.ends_on:%-d %B %Y}, {found.period.ev:,.0f} of {found.period.pv:,.0f} planned is earned"
        )
        paid = "what it cost is not known" if found.period.ac is None else f"and cost {found.period.ac:,.0f}"
        return f"S-curve in {self.baseline.currency}. {said}, {paid}; the budget is {self.bac:,.0f}."


def project_page(project: Project, wbs: str | None = None) -> ProjectPage:
    """``wbs`` narrows it to one element; 404 for one that there is not. Five queries."""
    beside = ("by", "plan_version", "table")
    found = CostBaseline.objects.filter(project=project).select_related(*beside)
    baselines = list(found.order_by("-number")[:MOST_BASELINES])
    if not baselines:
        return ProjectPage()
    standing = ValueStanding.objects.filter(project=project).first()
    everything = list(ValuePeriod.objects.filter(project=project).order_by("wbs", "number"))
    mine = [each for each in everything if (each.is_total if wbs is None else not each.is_total and each.wbs == wbs)]
    if not mine:
        raise Http404
    bac = mine[-1].pv
    figures = {each.period: each for each in analyse(series_of(mine, bac))}
    last = max(figures.values(), key=lambda each: each.period, default=None)
    finish = _forecast_finish(mine, last)
    return ProjectPage(
        baseline=baselines[0],
        standing=standing,
        wbs=wbs,
        bac=bac,
        rows=[PeriodRow(each, figures.get(each.number)) for each in mine],
        elements=_elements(everything) if wbs is None else [],
        estimates=_estimates(last) if last else [],
        accuracy=accuracies(figures.values()),
        chart=_chart(mine, last, finish, baselines[0].currency),
        baselines=baselines,
        last_cost_on=ActualCost.objects.filter(project=project).values_list("on", flat=True).order_by("-on").first(),
        forecast_finish=finish,
        planned_finish=_day_after(mine, _reached(mine)),
        plan_waits=_plan_waits(project, baselines[0], standing),
        costs_unassigned=any(each.is_total and each.ac for each in everything)
        and not any(each.ac is not None for each in everything if not each.is_total),
        between=_between(baselines[0], [each.ends_on for each in mine]),
    )


def _elements(everything: list[ValuePeriod]) -> list[WbsRow]:
    by_name: dict[str, list[ValuePeriod]] = {}
    for each in everything:
        if not each.is_total:
            by_name.setdefault(each.wbs, []).append(each)
    if len(by_name) < 2:
        return []
    found = []
    for name, rows in by_name.items():
        figures = analyse(series_of(rows, rows[-1].pv))
        found.append(WbsRow(name, rows[-1].pv, figures[-1] if figures else None))
    return found


def _estimates(last: PeriodFigures) -> list[EstimateRow]:
    standing = last.standing
    rows = []
    for each in FAMILY:
        eac = each.at_completion(standing)
        rows.append(
            EstimateRow(
                each,
                eac,
                estimate_to_complete(standing, eac),
                variance_at_completion(standing, eac),
                eac if eac.value is None else to_complete_index(standing, eac.value),
            )
        )
    return rows


def _chart(
    rows: list[ValuePeriod], last: PeriodFigures | None, finish: date | None, currency: str
) -> dict[str, Any] | None:
    said = last.period if last else 0
    shown = [each for each in rows if each.number <= max(said, _reached(rows))]
    moments = [
        Moment(
            each.ends_on,
            float(each.pv),
            None if each.ev is None or each.number > said else float(each.ev),
            None if each.ac is None else float(each.ac),
        )
        for each in shown
    ]
    eac = last["eac_cpi"] if last else None
    return s_curve(moments, currency, (finish, eac) if finish and eac is not None else None)


def _reached(rows: list[ValuePeriod]) -> int:
    """The number of the period in which all is planned."""
    return next((each.number for each in rows if each.pv >= rows[-1].pv), len(rows))


def _forecast_finish(rows: list[ValuePeriod], last: PeriodFigures | None) -> date | None:
    periods = last["ieac_t"] if last else None
    return None if periods is None else _day_after(rows, periods)


def _day_after(rows: list[ValuePeriod], periods: float) -> date:
    """The day on which so many periods have gone by."""
    length = (rows[-1].ends_on - rows[0].ends_on).days / (len(rows) - 1) if len(rows) > 1 else 30.4
    whole = int(periods)
    if periods == whole and 1 <= whole <= len(rows):
        return rows[whole - 1].ends_on
    return rows[0].ends_on + timedelta(days=round(min(length * (periods - 1), 36_500)))


def _plan_waits(project: Project, baseline: CostBaseline, standing: ValueStanding | None) -> bool:
    """Newer versions of the plan are still to be taken up by the worker."""
    if baseline.source != Source.PLAN or standing is None or project.current_plan is None:
        return False
    return project.current_plan.number > standing.plan_number


def _between(baseline: CostBaseline, ends: list[date]) -> list[date]:
    days = EarnedEntry.objects.filter(baseline=baseline).order_by("as_of").values_list("as_of", flat=True).distinct()
    return [each for each in days if each >= ends[0] and nearest(baseline.period, ends, each) is None]
