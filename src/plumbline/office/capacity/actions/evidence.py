"""What rules may know of the people that projects count on, kept by project and marked where it changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from plumbline.engine.capacity import Per, Window, folded, periods, weeks_from
from plumbline.office.capacity.models import CapacityState, ProjectCapacity
from plumbline.office.capacity.queries.abilities import holders
from plumbline.office.capacity.queries.picture import Picture, picture
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.held import mark
from plumbline.office.projects.models import Project

WEEKS_LOOKED_AT = 52


def this_week(organisation: Organisation) -> date:
    day = today(organisation)
    return day - timedelta(days=day.weekday())


def work_out_projects(organisation_id: int) -> int:
    """Returns for how many projects something is known anew; they are marked for their assessors.

    Nothing of it is new, so it leaves no line in the audit. Safe in several workers at once: one waits for the other.
    """
    with transaction.atomic():
        state = CapacityState.objects.select_for_update(of=("self",)).get(organisation=organisation_id)
        organisation = state.organisation
        known = {each.project_id: each for each in ProjectCapacity.objects.filter(project__organisation=organisation)}
        found = facts_of_projects(organisation, weeks_from(today(organisation), WEEKS_LOOKED_AT))
        running = Project.objects.filter(organisation=organisation, archived_at=None)
        differing = 0
        for project in running:
            facts = found.get(project.pk, {})
            before = known.get(project.pk)
            if facts != (before.facts if before else {}):
                ProjectCapacity.objects.update_or_create(project=project, defaults={"facts": facts})
                mark(project)
                differing += 1
        CapacityState.objects.filter(pk=state.pk).update(worked_out=state.changes, week=this_week(organisation))
    return differing


def facts_of_projects(organisation: Organisation, of: Window) -> dict[int, dict[str, Any]]:
    """By project that asks anything: what it asks in all, and of each person by week. Nine queries."""
    seen = picture(organisation, of)
    if not seen.people:
        return {}
    only = _only_one_with(organisation)
    weeks = periods(of, Per.WEEK)
    free, everywhere = folded(seen.free, weeks), folded(seen.asked_of_people, weeks)
    found: dict[int, dict[str, Any]] = {}
    projects_of = _projects_of(seen)
    for row, ask in enumerate(seen.asks):
        if ask.is_request or ask.is_nobody:
            continue
        facts = found.setdefault(ask.project, {"asked": 0, "people": []})
        facts["asked"] += ask.total
        if ask.person is None or not seen.asked[row].any():
            continue
        here, person = folded(seen.asked[row], weeks), seen.people[ask.person]
        facts["people"].append(
            {
                "key": str(person.pk),
                "name": person.name,
                "projects": projects_of[ask.person],
                "only": only.get(person.pk, []),
                "weeks": [
                    [str(day), int(here[at]), int(everywhere[ask.person, at]), int(free[ask.person, at])]
                    for at, day in enumerate(weeks.days)
                    if here[at]
                ],
            }
        )
    return found


def _projects_of(seen: Picture) -> dict[int, int]:
    pairs = {
        (each.person, each.project)
        for row, each in enumerate(seen.asks)
        if each.person is not None and seen.asked[row].any()
    }
    return {person: sum(1 for each, _ in pairs if each == person) for person, _ in pairs if person is not None}


def _only_one_with(organisation: Organisation) -> dict[int, list[str]]:
    only: dict[int, list[str]] = {}
    for ability, people in holders(organisation).items():
        if len(people) == 1:
            only.setdefault(next(iter(people)), []).append(ability.name)
    return {person: sorted(names) for person, names in only.items()}
