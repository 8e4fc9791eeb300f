"""Evidence of any colour on any day, and reports beside it, for stories told over months."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.rules.case_files import schedule_of
from engine.small_project import SOUND, lasting
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project, record_plan
from plumbline.office.projects.models import Project
from plumbline.office.status.actions import publish_report

BEGIN = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAYS = {"green": 10, "amber": 12, "red": 90}
"""How long the open activity lasts for which ten days were promised."""
FOUR_WEEKS = 4
_MOMENT = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d$")


def week(number: float) -> AbstractContextManager[None]:
    """Inside, it is so many weeks after the stories begin."""
    return clock_at(BEGIN + timedelta(weeks=number))


def found(organisation: Organisation, code: str, manager: Person) -> Project:
    """A project of the programme “New quays”."""
    portfolio = organisation.portfolios.first() or create_portfolio(organisation, by=None, name="Quays")
    programme = portfolio.programmes.first() or create_programme(portfolio, by=None, name="New quays", purpose="")
    return create_project(
        organisation,
        by=None,
        code=code,
        name=f"Quay {code}",
        portfolio=portfolio,
        programme=programme,
        manager=manager,
    )


def show_evidence(project: Project, schedule: str | int) -> None:
    """A plan of this moment whose schedule is of that colour, or that needs so many days; assessed at once."""
    days = DAYS[schedule] if isinstance(schedule, str) else schedule
    weeks = round((now() - BEGIN) / timedelta(weeks=1))
    plan = lasting(schedule_of(_later(SOUND, weeks)), days)
    record_plan(project, by=None, schedule=plan, source_format="xer")
    assess_while_due(project.pk)
    project.refresh_from_db()


def report(project: Project, schedule: str, **given: Any) -> None:
    """Published now, about the schedule alone."""
    said = {"as_of": now().date(), "overall": schedule, "dimensions": {"schedule": (schedule, "")}} | given
    publish_report(project, by=project.manager, **said)


def tell(project: Project, *periods: tuple[str, str | int]) -> None:
    """Four weeks apart, from the beginning on: what was reported, and what the evidence said."""
    for number, (reported, evidence) in enumerate(periods):
        with week(FOUR_WEEKS * number):
            show_evidence(project, evidence)
            report(project, reported)


def _later(told: Any, weeks: int) -> Any:
    """Every moment in it so many weeks later."""
    if isinstance(told, dict):
        return {key: _later(value, weeks) for key, value in told.items()}
    if isinstance(told, list):
        return [_later(each, weeks) for each in told]
    if isinstance(told, str) and _MOMENT.match(told):
        return f"{datetime.fromisoformat(told) + timedelta(weeks=weeks):%Y-%m-%d %H:%M}"
    return told
