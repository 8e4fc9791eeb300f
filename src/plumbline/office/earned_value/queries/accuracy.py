"""How good the forecasts of ended projects were."""

from __future__ import annotations

from plumbline.office.earned_value.models import ValueStanding
from plumbline.office.projects.models import Project

EAC = "eac_cpi"


def forecast_facts(project: Project) -> tuple[float, float] | None:
    """Mean error and bias of the estimates at completion by CPI, as shares of the outcome; none before the end."""
    found = ValueStanding.objects.filter(project=project, ended_on__isnull=False).first()
    one = next((each for each in found.accuracy if each["name"] == EAC), None) if found else None
    return (one["mean_error"], one["bias"]) if one and one["mean_error"] is not None else None
