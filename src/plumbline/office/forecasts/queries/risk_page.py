"""The page of risks: the open ones of the register, and what each would do to the plan."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from plumbline.office.forecasts.models import RiskEffect
from plumbline.office.forecasts.queries.risk_events import effects_of, probability_of
from plumbline.office.projects.models import Project
from plumbline.office.registers.exposure import SHARES
from plumbline.office.registers.models import Entry, Kind


@dataclass(frozen=True, slots=True)
class RiskRow:
    """``percent`` is what the simulation takes, ``None`` where neither register nor effect says."""

    entry: Entry
    effect: RiskEffect | None
    percent: int | None


def risk_rows(project: Project) -> list[RiskRow]:
    """By number; two queries."""
    effects = effects_of(project)
    entries = Entry.objects.filter(project=project, kind=Kind.RISK, closed_at=None).select_related("owner")
    return [RiskRow(each, effects.get(each.pk), _percent(each, effects.get(each.pk))) for each in entries]


def entry_of(project: Project, entry_id: int) -> Entry:
    """404 for an entry of another project."""
    found = Entry.objects.filter(project=project, pk=entry_id).select_related("organisation", "project").first()
    if found is None:
        raise Http404
    return found


def _percent(entry: Entry, effect: RiskEffect | None) -> int | None:
    if effect is not None:
        return round(100 * probability_of(effect))
    return round(100 * SHARES[entry.probability]) if entry.probability else None
