"""Costs of a project, rates of an organisation, and a table that is being looked at."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.earned_value.models import ActualCost, CostTable, ExchangeRate
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


def costs_of(project: Project) -> QuerySet[ActualCost]:
    return ActualCost.objects.filter(project=project).select_related("by", "table")


def rates_of(organisation: Organisation) -> QuerySet[ExchangeRate]:
    return ExchangeRate.objects.filter(organisation=organisation).select_related("by")


def table_in(organisation: Organisation, table_id: int) -> CostTable:
    """404 for one of another organisation."""
    found = CostTable.objects.filter(project__organisation=organisation, pk=table_id)
    kept = found.select_related("project__organisation", "project__portfolio", "project__programme").first()
    if kept is None:
        raise Http404
    return kept
