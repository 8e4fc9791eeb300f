"""Earned value of many projects: each as it stands, and all of them together in the organisation's currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, ExpressionWrapper, F, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from plumbline.engine.earned_value import Figure, Standing
from plumbline.engine.earned_value.at_completion import BY_NAME, variance_at_completion
from plumbline.office.earned_value.models import PeriodKind, ValuePeriod, ValueStanding
from plumbline.office.earned_value.periods import end_of
from plumbline.office.earned_value.pictures import Moment, s_curve
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Portfolio, Programme

_EXACT = DecimalField(max_digits=40, decimal_places=10)


@dataclass(frozen=True, slots=True)
class Filters:
    portfolio: Portfolio | None = None
    programme: Programme | None = None

    @property
    def narrows(self) -> bool:
        return bool(self.portfolio or self.programme)


@dataclass(frozen=True, slots=True)
class Together:
    """Sums in the organisation's currency, each project as of its own last period."""

    name: str
    projects: int
    standing: Standing

    @property
    def eac(self) -> Figure:
        return BY_NAME["cpi"].at_completion(self.standing)

    @property
    def vac(self) -> Figure:
        return variance_at_completion(self.standing, self.eac)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """Together by the end of a month. ``ev`` and ``ac`` are ``None`` from where not every project is known."""

    on: date
    pv: Decimal
    ev: Decimal | None
    ac: Decimal | None


@dataclass(frozen=True)
class GroupPage:
    """``left_out`` are projects that are in no sum, each with its reason."""

    groups: list[Together]
    whole: Together | None
    months: list[MonthRow]
    chart: dict[str, Any] | None
    left_out: list[ValueStanding]
    currency: str

    @property
    def summary(self) -> str:
        if self.whole is None:
            return "Nothing to add up yet."
        standing = self.whole.standing
        cost = "their cost is not known" if standing.ac is None else f"at a cost of {standing.ac:,.0f}"
        return (
            f"S-curve of {self.whole.projects} projects in {self.currency}: {standing.ev:,.0f} of "
            f"{standing.pv:,.0f} planned is earned, {cost}."
        )


def standings_in(organisation: Organisation, filters: Filters | None = None) -> QuerySet[ValueStanding]:
    """Of running projects, by code."""
    chosen = filters or Filters()
    found = ValueStanding.objects.filter(project__organisation=organisation, project__archived_at=None)
    if chosen.portfolio:
        found = found.filter(project__portfolio=chosen.portfolio)
    if chosen.programme:
        found = found.filter(project__programme=chosen.programme)
    return found.select_related("project__portfolio", "project__programme", "baseline").order_by("project__code")


def group_page(organisation: Organisation, filters: Filters | None = None) -> GroupPage:
    """By programme where a portfolio is chosen, else by portfolio. Three queries, however many projects."""
    chosen = filters or Filters()
    found = list(standings_in(organisation, chosen))
    counted = [each for each in found if each.rate is not None]
    by_programme = bool(chosen.portfolio or chosen.programme)
    named: dict[str, list[ValueStanding]] = {}
    for each in counted:
        programme = each.project.programme
        name = (programme.name if programme else "No programme") if by_programme else each.project.portfolio.name
        named.setdefault(name, []).append(each)
    months = _months(counted)
    return GroupPage(
        groups=[_together(name, each) for name, each in sorted(named.items())],
        whole=_together("All together", counted) if counted else None,
        months=months,
        chart=s_curve([_moment(each) for each in months], organisation.currency),
        left_out=[each for each in found if each.rate is None],
        currency=organisation.currency,
    )


def _together(name: str, standings: list[ValueStanding]) -> Together:
    """The cost is known only if that of each is: a part of it would make the rest look cheap."""

    def total(field: str) -> Decimal | None:
        values = [getattr(each, field) for each in standings]
        if any(each is None for each in values):
            return None
        return sum((value * each.rate for value, each in zip(values, standings, strict=True)), Decimal(0))

    pv, ev, ac, bac = (total(each) for each in ("pv", "ev", "ac", "bac"))
    standing = Standing(
        pv=float(pv or 0), ev=float(ev or 0), ac=None if ac is None else float(ac), bac=float(bac or 0) or None
    )
    return Together(name, len(standings), standing)


def _months(standings: list[ValueStanding]) -> list[MonthRow]:
    """Running totals by month. What each has is counted at the rate of its own last period."""
    if not standings:
        return []
    numbers = [each.project_id for each in standings]
    rows = ValuePeriod.objects.filter(project__in=numbers, is_total=True)
    rate = F("project__value_standing__rate")
    sums = {
        f"{name}_sum": Sum(ExpressionWrapper(F(f"{name}_step") * rate, output_field=_EXACT))
        for name in ("pv", "ev", "ac")
    }
    by_month = list(rows.annotate(month=TruncMonth("ends_on")).values("month").annotate(**sums).order_by("month"))
    known = rows.values("project").annotate(
        ev_until=Max("ends_on", filter=Q(ev__isnull=False)), ac_until=Max("ends_on", filter=Q(ac__isnull=False))
    )
    until = known.aggregate(ev=Min("ev_until"), ac=Min("ac_until"))
    paid = all(each.ac is not None for each in standings)
    last = max(each.planned_finish for each in standings)
    found, pv, ev, ac = [], Decimal(0), Decimal(0), Decimal(0)
    for each in by_month:
        on = end_of(PeriodKind.MONTH, each["month"])
        pv, ev, ac = (had + Decimal(str(came or 0)) for had, came in zip((pv, ev, ac), _came(each), strict=True))
        is_earned = until["ev"] is not None and each["month"] <= until["ev"]
        is_paid = paid and until["ac"] is not None and each["month"] <= until["ac"]
        if each["month"] <= last or is_earned:
            found.append(MonthRow(on, pv, ev if is_earned else None, ac if is_paid else None))
    return found


def _came(sums: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(sums[f"{name}_sum"] for name in ("pv", "ev", "ac"))


def _moment(row: MonthRow) -> Moment:
    return Moment(
        row.on, float(row.pv), None if row.ev is None else float(row.ev), None if row.ac is None else float(row.ac)
    )
