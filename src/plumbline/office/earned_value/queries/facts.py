"""Earned value as the engine's metrics see it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.utils.timezone import localdate

from plumbline.engine.earned_value import Standing
from plumbline.engine.earned_value.facts import ValueFacts
from plumbline.office.earned_value.models import ValuePeriod, ValueStanding
from plumbline.office.projects.models import Project


def value_facts(project: Project) -> ValueFacts | None:
    """``None`` where nobody promised what the project is to cost. Two queries."""
    found = ValueStanding.objects.filter(project=project).select_related("baseline").first()
    if found is None:
        return None
    promised_on = localdate(found.baseline.at, ZoneInfo(project.organisation.time_zone))
    if found.as_of is None or found.pv is None or found.ev is None:
        return ValueFacts(promised_on=promised_on)
    known = ValuePeriod.objects.filter(project=project, is_total=True, ev__isnull=False, ac__isnull=False)
    standing = Standing(
        pv=float(found.pv), ev=float(found.ev), ac=None if found.ac is None else float(found.ac), bac=float(found.bac)
    )
    return ValueFacts(
        promised_on=promised_on,
        as_of=found.as_of,
        standing=standing,
        spi_t=found.figures.get("spi_t"),
        known_until=known.order_by("-number").values_list("ends_on", flat=True).first(),
    )
