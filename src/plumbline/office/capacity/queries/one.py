"""One thing of an organisation, or 404."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from plumbline.office.capacity.models import (
    Ability,
    CapacityRequest,
    Leave,
    LeaveTable,
    LineWork,
    PlanMatch,
    Pool,
    ResourcePerson,
    WorkingPattern,
)
from plumbline.office.people.models import Membership, Organisation

Thing = TypeVar("Thing", bound=Model)


def person_in(organisation: Organisation, number: int) -> ResourcePerson:
    related = ("organisation", "pool", "pool__owner", "pool__deputy", "unit", "role", "pattern", "person")
    return _one(ResourcePerson.objects.select_related(*related).filter(organisation=organisation), number)


def own_person(membership: Membership) -> ResourcePerson | None:
    found = ResourcePerson.objects.filter(organisation=membership.organisation, person=membership.person_id)
    return found.first()


def pool_in(organisation: Organisation, number: int) -> Pool:
    related = ("organisation", "unit", "owner", "deputy")
    return _one(Pool.objects.select_related(*related).filter(organisation=organisation), number)


def ability_in(organisation: Organisation, number: int) -> Ability:
    return _one(Ability.objects.select_related("organisation").filter(organisation=organisation), number)


def pattern_in(organisation: Organisation, number: int) -> WorkingPattern:
    return _one(WorkingPattern.objects.select_related("organisation").filter(organisation=organisation), number)


def request_in(organisation: Organisation, number: int) -> CapacityRequest:
    related = ("organisation", "project__portfolio", "project__programme", "pool", "role", "given", "asked_by")
    return _one(CapacityRequest.objects.select_related(*related).filter(organisation=organisation), number)


def leave_in(organisation: Organisation, number: int) -> Leave:
    found = Leave.objects.select_related("person__organisation", "person__pool")
    return _one(found.filter(person__organisation=organisation), number)


def line_work_in(organisation: Organisation, number: int) -> LineWork:
    found = LineWork.objects.select_related("person__organisation", "person__pool")
    return _one(found.filter(person__organisation=organisation), number)


def match_in(organisation: Organisation, number: int) -> PlanMatch:
    return _one(PlanMatch.objects.select_related("organisation").filter(organisation=organisation), number)


def leave_table_in(organisation: Organisation, number: int) -> LeaveTable:
    return _one(LeaveTable.objects.select_related("organisation").filter(organisation=organisation), number)


def _one(found: QuerySet[Thing], number: int) -> Thing:
    thing = found.filter(pk=number).first()
    if thing is None:
        raise Http404
    return thing
