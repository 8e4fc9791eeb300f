"""What follows from baseline, costs and what was earned, worked out anew and kept for the pages."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal

from plumbline.engine.earned_value import PeriodFigures, analyse
from plumbline.engine.earned_value.accuracy import Accuracy, accuracies
from plumbline.office.earned_value.currencies import NoRate, Rates
from plumbline.office.earned_value.models import CostBaseline, ValuePeriod, ValueStanding
from plumbline.office.earned_value.series import series_of
from plumbline.office.earned_value.spread import Spread, spread_of
from plumbline.office.foundation.clock import now
from plumbline.office.projects.held import mark
from plumbline.office.projects.models import Project

KEPT = (
    "cpi",
    "spi",
    "spi_t",
    "ieac_t",
    "eac_cpi",
    "tcpi_bac",
    "earned_schedule",
    "percent_complete",
    "spi_without_loe",
)
NOTHING_EARNED = "Nobody has said yet what is earned."


def work_out(project: Project, baseline: CostBaseline, *, plan_number: int | None = None) -> ValueStanding:
    """Inside an action. ``plan_number`` is the plan version up to which progress is taken, if that changed."""
    spread = spread_of(baseline)
    ValuePeriod.objects.filter(project=project).delete()
    ValuePeriod.objects.bulk_create(spread.rows(project), batch_size=500)
    before = ValueStanding.objects.filter(project=project).first()
    kept = plan_number if plan_number is not None else before.plan_number if before else 0
    values = _values(project, baseline, spread) | {"baseline": baseline, "plan_number": kept, "worked_out_at": now()}
    found, _ = ValueStanding.objects.update_or_create(project=project, defaults=values)
    mark(project)
    return found


def _values(project: Project, baseline: CostBaseline, spread: Spread) -> dict[str, object]:
    rows = [each for each in spread.rows(project) if each.is_total]
    figures = analyse(series_of(rows, spread.bac))
    last = figures[-1] if figures else None
    row = rows[last.period - 1] if last else None
    found = accuracies(figures)
    rate, lacks = _rate(project, baseline, row)
    ended = next((each for each in figures if spread.bac and each.standing.ev >= float(spread.bac)), None)
    return {
        "bac": spread.bac,
        "planned_finish": spread.planned_finish,
        "as_of": row.ends_on if row else None,
        "pv": row.pv if row else None,
        "ev": row.ev if row else None,
        "ac": row.ac if row else None,
        "figures": _kept(last) if last else {},
        "rate": rate,
        "lacks": lacks,
        "ended_on": rows[ended.period - 1].ends_on if ended else None,
        "accuracy": [_told(each) for each in found],
    }


def _kept(last: PeriodFigures) -> dict[str, float | int | str | None]:
    return {"period": last.period, **{name: last[name] for name in KEPT}}


def _told(each: Accuracy) -> dict[str, object]:
    return asdict(each) | {"mean_error": each.mean_error.value, "bias": each.bias.value}


def _rate(project: Project, baseline: CostBaseline, row: ValuePeriod | None) -> tuple[Decimal | None, str]:
    organisation = project.organisation
    if row is None:
        return None, NOTHING_EARNED
    try:
        return Rates(organisation, [baseline.currency]).between(
            baseline.currency, organisation.currency, row.ends_on
        ), ""
    except NoRate as missing:
        return None, str(missing)
