"""From rows to the facts the engine may know about one project."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.office.assurance.gather_acceptance import acceptance_facts
from plumbline.office.benefits.queries import benefit_facts
from plumbline.office.capacity.queries.facts import capacity_facts
from plumbline.office.earned_value.queries import value_facts
from plumbline.office.forecasts.queries import target_facts
from plumbline.office.governance import queries as governance
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.registers.queries import register_facts
from plumbline.office.stakeholders.queries import stakeholder_facts


def facts_of(project: Project, as_of: datetime) -> ProjectFacts:
    """The project's current plan, held against its baseline, beside the plan before it and what its registers hold."""
    assert project.current_plan is not None
    plan = plan_facts(project.current_plan, project.baseline)
    before = plan_facts(_version_before(project.current_plan), project.baseline)
    return facts_about(project, plan, before, as_of, is_current=True)


def facts_about(
    project: Project,
    plan: PlanFacts | None,
    previous_plan: PlanFacts | None,
    as_of: datetime,
    *,
    is_current: bool = False,
) -> ProjectFacts:
    """What the project's evidence is with that plan, recorded or not; simulations are of the current one only."""
    moment = local(project, as_of)
    return ProjectFacts(
        as_of=moment,
        waivers=governance.holding(project, moment),
        plan=plan,
        previous_plan=previous_plan,
        benefits=benefit_facts(project),
        targets=target_facts(project, plan, is_current=is_current),
        capacity=capacity_facts(project),
        stakeholders=stakeholder_facts(project),
        registers=register_facts(project),
        acceptance=acceptance_facts(project),
        value=value_facts(project),
    )


def current_plan_facts(project: Project) -> PlanFacts | None:
    return plan_facts(project.current_plan, project.baseline)


def local(project: Project, moment: datetime) -> datetime:
    """The instant as a clock in the organisation shows it: the engine knows no time zones."""
    return moment.astimezone(ZoneInfo(project.organisation.time_zone)).replace(tzinfo=None)


def aware(project: Project, moment: datetime) -> datetime:
    return moment.replace(tzinfo=ZoneInfo(project.organisation.time_zone))


def plan_facts(version: PlanVersion | None, baseline: PlanVersion | None) -> PlanFacts | None:
    """A version held against a baseline."""
    if version is None:
        return None
    schedule = projects.schedule_of(version)
    if baseline is not None:
        schedule = with_baseline(schedule, projects.schedule_of(baseline))
    return PlanFacts(schedule, kept_calculation=projects.calculation_of(version))


def _version_before(version: PlanVersion) -> PlanVersion | None:
    return projects.versions(version.project).filter(number__lt=version.number).first()
