"""``plumbline evm --format json``; the contract is docs/json/evm.schema.json."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.cli.json_text import Json, json_text, problems
from plumbline.engine.earned_value import FAMILY, NAMES, PeriodFigures, Series
from plumbline.engine.earned_value.accuracy import Accuracy, accuracies
from plumbline.engine.readers import Problem


def document(place: str, series: Series | None, periods: Sequence[PeriodFigures], found: Sequence[Problem]) -> str:
    planned = series.curve.planned_duration.value if series else None
    content = {
        "series": place,
        "bac": (series.budget or None) if series else None,
        "planned_duration": int(planned) if planned is not None else None,
        "periods": [_period(each) for each in periods],
        "estimates": [
            {"name": f"eac_{each.name}", "title": each.title, "formula": each.formula, "assumes": each.assumes}
            for each in FAMILY
        ],
        "accuracy": [_accuracy(each) for each in accuracies(periods)],
        "problems": problems(found),
    }
    return json_text("evm", content)


def _period(each: PeriodFigures) -> Json:
    standing = each.standing
    return {
        "period": each.period,
        "label": each.label,
        "pv": standing.pv,
        "ev": standing.ev,
        "ac": standing.ac,
        "period_pv": each.period_pv,
        "period_ev": each.period_ev,
        "period_ac": each.period_ac,
        "sv": standing.sv,
        "cv": standing.cv,
        **{name: each[name] for name in NAMES},
        "reasons": each.reasons,
    }


def _accuracy(each: Accuracy) -> Json:
    return {
        "name": each.name,
        "title": each.title,
        "outcome": each.outcome,
        "forecasts": each.forecasts,
        "mean_error": each.mean_error.value,
        "bias": each.bias.value,
    }
