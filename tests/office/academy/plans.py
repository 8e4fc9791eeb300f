"""Plans of Bo's projects, with and without work that leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from engine.small_project import lasting, sound_schedule
from plumbline.office.academy.actions import judge_what_was_assessed
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import actions
from plumbline.office.projects.models import Project


def project_of(organisation: Organisation, manager: Person | None, code: str) -> Project:
    portfolio = organisation.portfolios.first() or actions.create_portfolio(organisation, by=None, name="Quays")
    return actions.create_project(
        organisation, by=None, code=code, name=f"Quay {code}", portfolio=portfolio, manager=manager
    )


def deliver(project: Project, at: datetime, *, ends_open: bool, days: int = 10) -> None:
    """A plan is recorded, assessed and taken in."""
    schedule = lasting(sound_schedule(), days)
    if ends_open:
        schedule = replace(schedule, links=schedule.links[:-2])
    with clock_at(at):
        actions.record_plan(project, by=None, schedule=schedule, source_format="XER")
        assess_while_due(project.pk, at)
        judge_what_was_assessed()
