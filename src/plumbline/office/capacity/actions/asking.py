"""Coarse requests: asked by who runs the project, decided by who owns the pool."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.capacity.actions.working_out import changed
from plumbline.office.capacity.models import Ability, CapacityDecision, CapacityRequest, Pool, ResourcePerson
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in, people_with
from plumbline.office.people.roles import Role
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

MOST_MONTHS, MOST_REQUESTS = 60, 300
State = CapacityRequest.State
OWNER = Wording("You answer for the pool.")
NO_OWNER = Wording("Nobody answers for the pool. You head the PMO.")
ASKER = Wording("You asked for it, or run the project.")


def ask_for_capacity(
    project: Project,
    *,
    by: Person | None,
    pool: Pool,
    role: Ability | None,
    percent: int,
    first_month: date,
    last_month: date,
    note: str = "",
) -> CapacityRequest:
    """``first_month`` and ``last_month`` are any days of those months. Raises ``ValidationError`` by field."""
    with action("ask_for_capacity", by=by, scope=project.organisation) as line:
        held = locked(project)
        first, last = first_month.replace(day=1), last_month.replace(day=1)
        pool = Pool.objects.get(pk=pool.pk)  # its owner as of now is told
        _refuse_what_does_not_fit(held, pool, role, first, last)
        request = add(
            CapacityRequest(
                organisation=held.organisation, project=held, pool=pool, role=role, percent=percent,
                first_month=first, last_month=last, note=note.strip(), asked_by=by,
            )
        )  # fmt: skip
        _tell_owner(request)
        line.about(request, pool=str(pool), role=str(role or ""), percent=percent, months=[str(first), str(last)])
    return request


def approve_request(
    request: CapacityRequest, *, by: Person | None, given: ResourcePerson | None = None, reason: str = ""
) -> CapacityRequest:
    """``given``: who of the pool it is; without, it counts for the role and the pool. Raises ``ValidationError``."""
    if given is not None and given.pool_id != request.pool_id:
        raise ValidationError({"given": f"{given} does not belong to {request.pool}."})
    return _decide(request, by, State.APPROVED, reason, given)


def refuse_request(request: CapacityRequest, *, by: Person | None, reason: str) -> CapacityRequest:
    """Raises ``ValidationError`` without a reason, or where it is decided already."""
    if not reason.strip():
        raise ValidationError({"reason": "Say why, and what would be possible: the project has to plan on."})
    return _decide(request, by, State.REFUSED, reason, None)


def withdraw_request(request: CapacityRequest, *, by: Person | None, reason: str = "") -> CapacityRequest:
    """By whoever asked, also after it was approved: then the people are free again."""
    return _decide(request, by, State.WITHDRAWN, reason, None)


def _decide(
    request: CapacityRequest, by: Person | None, state: State, reason: str, given: ResourcePerson | None
) -> CapacityRequest:
    with action(f"capacity_request_{state.value}", by=by, scope=request.organisation) as line:
        related = ("organisation", "project", "pool", "role")
        held = CapacityRequest.objects.select_for_update(of=("self",)).select_related(*related).get(pk=request.pk)
        decidable = (State.ASKED, State.APPROVED) if state == State.WITHDRAWN else (State.ASKED,)
        if held.state not in decidable:
            raise ValidationError(f"The request is {held.get_state_display().lower()} already.")
        change(held, state=state, given=given)
        add(CapacityDecision(request=held, state=state, given=given, reason=reason.strip(), by=by))
        changed(held.organisation)
        if state != State.WITHDRAWN:
            _tell_asker(held, by, state)
        line.about(held, reason=reason.strip(), given=str(given or ""))
    return held


def _refuse_what_does_not_fit(project: Project, pool: Pool, role: Ability | None, first: date, last: date) -> None:
    if pool.organisation_id != project.organisation_id:
        raise ValidationError({"pool": "Choose a pool of this organisation."})
    if role is not None and (role.organisation_id != project.organisation_id or role.ended_at):
        raise ValidationError({"role": "Choose a role of this organisation that is still offered."})
    if last < first:
        raise ValidationError({"last_month": "The last month lies before the first one."})
    if (last.year - first.year) * 12 + last.month - first.month >= MOST_MONTHS:
        raise ValidationError({"last_month": f"Ask for at most {MOST_MONTHS} months at once."})
    if project.capacity_requests.count() >= MOST_REQUESTS:
        raise ValidationError(f"The project has {MOST_REQUESTS} requests already, which is the most.")


def _tell_owner(request: CapacityRequest) -> None:
    numbers = [request.pool.owner_id, request.pool.deputy_id]
    owners = list(people_with(request.organisation, "see_capacity").filter(pk__in=[each for each in numbers if each]))
    people = owners or list(people_in(request.organisation, Role.PMO_MANAGER))
    title = Wording("{project} asks for people of {pool}", project=request.project.name, pool=request.pool.name)
    _notify(request, people, title, OWNER if owners else NO_OWNER, "capacity_asked")


def _tell_asker(request: CapacityRequest, by: Person | None, state: State) -> None:
    named = (request.asked_by_id, request.project.manager_id)
    numbers = [each for each in named if each is not None and (by is None or each != by.pk)]
    people = list(people_with(request.organisation, "see_capacity").filter(pk__in=numbers))
    told = {"project": request.project.name, "pool": request.pool.name}
    yes = Wording("{project} gets the people of {pool} that it asked for", **told)
    no = Wording("{project} does not get the people of {pool} that it asked for", **told)
    title = yes if state == State.APPROVED else no
    _notify(request, people, title, ASKER, "capacity_decided")


def _notify(request: CapacityRequest, people: list[Person], title: Wording, reason: Wording, kind: str) -> None:
    notify(
        request.organisation,
        people,
        kind=kind,
        title=title,
        reason=reason,
        path=reverse("capacity:request", args=[request.organisation.slug, request.pk]),
        key=f"{kind}:{request.pk}:{request.state}",
        about=f"project:{request.project_id}",
    )
