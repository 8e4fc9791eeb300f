"""Requests: what waits on a desk, what a yes would do, and what one project asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import Q, QuerySet

from plumbline.engine.capacity import Load, Per, beyond, folded, loads, months_from, periods
from plumbline.office.capacity.models import CapacityRequest, PlanDemand, PlanMatch, Pool, ReadPlan, ResourcePerson
from plumbline.office.capacity.queries.heat_map import Cell, cells_of
from plumbline.office.capacity.queries.picture import picture, request_series
from plumbline.office.people.alike import key_of
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import today
from plumbline.office.people.working_time import work_calendar
from plumbline.office.projects.models import Project

State = CapacityRequest.State
RELATED = ("project", "pool", "role", "given", "asked_by", "pool__owner")
MOST_LISTED = 200


def waiting_for(membership: Membership, *, all_pools: bool) -> QuerySet[CapacityRequest]:
    """What the person may decide: of the pools they own or stand in for, or of all of them."""
    found = CapacityRequest.objects.filter(organisation=membership.organisation, state=State.ASKED)
    if not all_pools:
        own = Q(pool__owner=membership.person_id) | Q(pool__deputy=membership.person_id)
        found = found.filter(own)
    return found.select_related(*RELATED).order_by("asked_at", "pk")


def decided_in(membership: Membership, *, all_pools: bool) -> list[CapacityRequest]:
    found = CapacityRequest.objects.filter(organisation=membership.organisation).exclude(state=State.ASKED)
    if not all_pools:
        found = found.filter(Q(pool__owner=membership.person_id) | Q(pool__deputy=membership.person_id))
    return list(found.select_related(*RELATED).order_by("-pk")[:50])


def pools_of(membership: Membership) -> list[Pool]:
    own = Q(owner=membership.person_id) | Q(deputy=membership.person_id)
    return list(Pool.objects.filter(own, organisation=membership.organisation))


@dataclass(frozen=True, slots=True)
class EffectMonth:
    """One month of a request: how full the pool is without it, and how full it would be, in minutes."""

    before: Cell
    after: Cell
    asked: int

    @property
    def hours(self) -> int:
        return round(self.asked / 60)

    @property
    def becomes_over(self) -> bool:
        full = (Load.OVER, Load.FAR_OVER)
        return self.after.load in full and self.before.load not in full


def effect_of(request: CapacityRequest) -> list[EffectMonth]:
    """Of saying yes, for those of the pool who have the role, or else for the whole pool. Nine queries.

    What is asked and not decided by others is left out; what the project's plan asks already is not asked twice.
    """
    months = (request.last_month.year - request.first_month.year) * 12
    months += request.last_month.month - request.first_month.month + 1
    of = months_from(request.first_month, months)
    seen, when = picture(request.organisation, of), periods(of, Per.MONTH)
    members = [
        row
        for row, each in enumerate(seen.people)
        if each.pool == request.pool_id and (request.role_id is None or each.role == request.role_id)
    ]
    free = seen.free[members].sum(axis=0) if members else np.zeros(of.count, dtype=np.int64)
    before = np.zeros_like(free)
    planned = np.zeros_like(free)
    for row, ask in enumerate(seen.asks):
        unnamed = ask.person is None and _same(ask, request)
        if unnamed or ask.person in set(members):
            before = before + seen.asked[row]
            if ask.project == request.project_id and not ask.is_request:
                planned = planned + seen.asked[row]
    calendar = work_calendar(request.organisation)
    series = request_series(request, of, calendar)
    promised = sum((request_series(each, of, calendar) for each in _approved_beside(request)), np.zeros_like(free))
    more = beyond(promised + series, planned) - beyond(promised, planned)
    after = before if request.state == State.APPROVED else before + more
    return [
        EffectMonth(one, other, int(minutes))
        for one, other, minutes in zip(
            cells_of(free, before, when), cells_of(free, after, when), folded(series, when), strict=True
        )
    ]


def _approved_beside(request: CapacityRequest) -> QuerySet[CapacityRequest]:
    """Of the same project for the same: what the plan asks already is not taken off twice."""
    alike = {"project": request.project_id, "pool": request.pool_id, "role": request.role_id}
    return CapacityRequest.objects.filter(state=State.APPROVED, **alike).exclude(pk=request.pk)


def _same(ask: Any, request: CapacityRequest) -> bool:
    """Also what is asked of the pool without a role: it needs the same people."""
    if request.role_id is not None and ask.role == request.role_id and ask.pool is None:
        return True
    return ask.pool == request.pool_id and (request.role_id is None or ask.role in (None, request.role_id))


def candidates_for(request: CapacityRequest) -> list[ResourcePerson]:
    """Of the pool, those with the role first."""
    people = list(ResourcePerson.objects.filter(pool=request.pool_id).select_related("role"))
    return sorted(people, key=lambda each: (each.role_id != request.role_id, each.name.casefold()))


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A name of the project's plan and what it is matched with; hours left, and in how many weeks there is too much."""

    demand: PlanDemand
    meant: Any
    person: int | None
    is_nobody: bool
    weeks_over: int
    first_over: date | None

    @property
    def hours(self) -> int:
        return round(self.demand.total / 60)

    @property
    def critical_hours(self) -> int:
        return round(self.demand.critical / 60)

    @property
    def status(self) -> str:
        if self.person is None:
            return "unknown"
        return "red" if self.weeks_over > 4 else "amber" if self.weeks_over else "green"


@dataclass(frozen=True, slots=True)
class ProjectPage:
    rows: list[PlanRow]
    requests: list[CapacityRequest]
    read: ReadPlan | None


def project_page(project: Project) -> ProjectPage:
    """Twelve queries, however many names and requests there are."""
    organisation = project.organisation
    of = months_from(today(organisation), 13)
    seen, when = picture(organisation, of), periods(of, Per.WEEK)
    told = loads(folded(seen.free, when), folded(seen.asked_of_people, when))
    related = ("person", "ability", "pool")
    matches = {each.key: each for each in PlanMatch.objects.filter(organisation=organisation).select_related(*related)}
    rows = []
    asked = {
        key_of(ask.name): folded(seen.asked[row], when)
        for row, ask in enumerate(seen.asks)
        if ask.project == project.pk and not ask.is_request
    }
    for each in PlanDemand.objects.filter(project=project).order_by("-total", "name"):
        match = matches.get(each.key)
        meant = (match.person or match.ability or match.pool) if match else None
        row = seen.number.get(match.person_id) if match and match.person_id else None
        over = (
            [
                day
                for at, day in enumerate(when.days)
                if told[row, at] in (Load.OVER, Load.FAR_OVER) and asked[each.key][at]
            ]
            if row is not None and each.key in asked
            else []
        )
        is_nobody = match is not None and meant is None
        person = match.person_id if match else None
        rows.append(PlanRow(each, meant, person, is_nobody, len(over), over[0] if over else None))
    requests = project.capacity_requests.select_related(*RELATED).prefetch_related("decisions__by")[:MOST_LISTED]
    return ProjectPage(rows, list(requests), ReadPlan.objects.filter(project=project).first())


def requests_of(organisation: Organisation) -> QuerySet[CapacityRequest]:
    return CapacityRequest.objects.filter(organisation=organisation).select_related(*RELATED)
