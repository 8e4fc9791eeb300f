"""Forecasts at Quay: ranges and a risk, a simulation and one that was cancelled, promises, and a class of quays."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from plumbline.office.forecasts import actions
from plumbline.office.forecasts.actions import simulating
from plumbline.office.forecasts.models import SimulationRun
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind


def forecast_at_quay(organisation: Organisation, project: Project, people: dict[Role, Person]) -> None:
    day, manager, staff = today(organisation), people[Role.PROJECT_MANAGER], people[Role.PMO_STAFF]
    board = people[Role.EXECUTIVE]
    told = {"promised_on": day - timedelta(days=20), "promised_by": manager, "promised_to": "Board of Quay"}
    actions.promise(project, by=manager, kind="finish", day=day + timedelta(days=60), note="At the quay.", **told)
    actions.promise(project, by=manager, kind="budget", amount=Decimal(90_000), **told | {"promised_by": board})
    actions.put_rules(project, by=manager, rules=[{"words": "Quay", "low": 80, "high": 150}], from_history=False)
    uid = next(iter(simulating_activities(project)))
    actions.put_estimate(project, by=manager, uid=uid, optimistic=2, most_likely=4, pessimistic=9)
    risk = Entry.objects.filter(project=project, kind=Kind.RISK, closed_at=None).first()
    if risk is not None:
        actions.put_effect(risk, by=manager, uids=[uid], days_likely=3, cost_likely=Decimal(1_000))
    actions.begin_simulation(project, by=manager, iterations=100)
    assert project.current_plan is not None
    run = SimulationRun.objects.create(
        project=project, plan_version=project.current_plan, iterations=100, seed=1, by=manager
    )
    actions.cancel_simulation(run, by=manager)
    quays = actions.make_class(organisation, by=staff, name="Quays", subject="duration", about="Quays of stone.")
    for days in (100, 130):
        actions.put_case(
            quays, by=staff, name=f"Quay of {days}", estimate=Decimal(100), actual=Decimal(days), note="A quay."
        )
    actions.compare(project, by=manager, subject="duration", reference_class=quays, because="It is a quay.")


def simulating_activities(project: Project) -> list[str]:
    assert project.current_plan is not None
    schedule = projects.schedule_of(project.current_plan)
    return [str(each.uid) for each in schedule.activities if simulating.is_drawn(each)]
