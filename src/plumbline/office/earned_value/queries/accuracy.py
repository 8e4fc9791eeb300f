"""How good the forecasts of ended projects were."""

from __future__ import annotations

from plumbline.office.earned_value.models import ValueStanding
from plumbline.office.people.models import Organisation

EAC = "eac_cpi"


def forecast_facts(organisation: Organisation) -> dict[int, tuple[float, float]]:
    """Mean error and bias of the estimate at completion by CPI, as shares of the outcome, by project. One query."""
    ended = ValueStanding.objects.filter(project__organisation=organisation, ended_on__isnull=False)
    found = {}
    for project, accuracy in ended.values_list("project_id", "accuracy"):
        one = next((each for each in accuracy if each["name"] == EAC), None)
        if one and one["mean_error"] is not None:
            found[project] = (one["mean_error"], one["bias"])
    return found
