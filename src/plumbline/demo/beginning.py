"""Work that began before anybody agreed on what will be accepted: the plan names it, the next assessment finds it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.engine.acceptance import DeliverableFact
from plumbline.engine.facts import PlanFacts
from plumbline.engine.work_on_deliverables import activities_of
from plumbline.office.acceptance.actions import add_criterion, take_from_plan
from plumbline.office.acceptance.queries import summaries_of
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries import schedule_of

CODE = "TR-02"
NAMED = 6
"""Days before the anchor on which the deliverables were taken over from the plan, long after work on them began."""


def tell_beginning(telling: Telling, office: Office, anchor: date) -> None:
    telling.add(datetime.combine(anchor - timedelta(days=NAMED), time(9, 40)), partial(_name, office))


def _name(office: Office) -> None:
    """The first part of the plan that is under way; somebody has written one criterion, and nobody agreed on it."""
    project = Project.objects.select_related("manager", "organisation").get(organisation=office.organisation, code=CODE)
    manager = project.manager
    assert manager is not None
    assert project.current_plan is not None
    plan = PlanFacts(schedule_of(project.current_plan))
    begun = next(each.key for each in summaries_of(project) if each.level and _is_under_way(plan, each.key))
    (taken,) = take_from_plan(project, by=manager, keys=[begun])
    add_criterion(
        taken, by=manager, title="It is dry", tell=False,
        text="After a night of rain no water stands on the floor, and none drips from the roof.",
    )  # fmt: skip


def _is_under_way(plan: PlanFacts, key: str) -> bool:
    work = activities_of(plan, DeliverableFact(key=key, reference=key, name=key, wbs_key=key))
    return any(each.is_started for each in work) and not all(each.is_complete for each in work)
