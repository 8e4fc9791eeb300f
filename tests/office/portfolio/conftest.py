"""Projects of which it is known what the evidence says, what is reported, and what stands in their registers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db.models import Model

from office.strategy.standing import stand
from plumbline.office.assurance.models import CurrentStatus, Standing
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.models import ReportedBeside, Reporting

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


@dataclass
class Quays:
    """``add`` a project and say what is known of it."""

    portfolio: Portfolio
    by: Person

    @property
    def organisation(self) -> Organisation:
        return self.portfolio.organisation

    def add(self, code: str, overall: str = "", programme: str = "", **given: Any) -> Project:
        found = self.portfolio.programmes.filter(name=programme).first() if programme else None
        if programme and found is None:
            found = create_programme(self.portfolio, by=None, name=programme)
        place = {"portfolio": self.portfolio, "programme": found}
        project = create_project(self.organisation, by=None, code=code, name=f"Project {code}", **place, **given)
        if overall:
            stand(project, overall, finish=date(2027, 3, 1))
            self.evidence(project, overall)
        return project

    def evidence(self, project: Project, status: str, before: str = "", dimension: str = "schedule") -> CurrentStatus:
        return CurrentStatus.objects.create(
            project=project, dimension=dimension, status=status, previous=before, since=now()
        )

    def reported(self, project: Project, colour: str, *flags: str, silent: bool = False) -> None:
        this_day = today(self.organisation)
        last = this_day - timedelta(days=1) if silent else this_day + timedelta(days=30)
        Reporting.objects.create(
            project=project, overall=colour, silent_after=last, flags=list(flags), is_watermelon="watermelon" in flags
        )
        ReportedBeside.objects.create(
            project=project, dimension="schedule", reported=colour, evidence="red", flags=list(flags)
        )

    def entry(self, project: Project, kind: Kind, title: str = "Somehow", **given: Any) -> Entry:
        return add_entry(project, kind, by=self.by, title=title, **given)

    def many(self, number: int, programmes: int = 1) -> None:
        """So many projects with all that a board shows of one, written at once."""
        known = Standing.objects.filter(project__organisation=self.organisation).first()
        assert known is not None
        places = [
            create_programme(self.portfolio, by=None, name=f"Programme {number}/{each}") for each in range(programmes)
        ]
        statuses = ("green", "amber", "red")
        organisation = self.organisation
        projects = Project.objects.bulk_create(
            Project(
                organisation=organisation,
                portfolio=self.portfolio,
                programme=places[each % programmes],
                code=f"M{number}-{each}",
                name=f"Many {each}",
                manager=self.by,
            )
            for each in range(number)
        )
        for model, made in self._made(known):
            model._default_manager.bulk_create(made(each, statuses[place % 3]) for place, each in enumerate(projects))

    def _made(self, known: Standing) -> list[tuple[type[Model], Callable[[Project, str], Model]]]:
        organisation, assessment = self.organisation, known.assessment
        beside = {"dimension": "schedule", "reported": "green", "flags": ["watermelon"]}
        waits = {
            "organisation": organisation,
            "kind": Kind.DECISION,
            "number": 1,
            "decider": self.by,
            "due_on": today(organisation) - timedelta(days=7),
            "amount": 70,
            "outside_party": "Quay and Sons",
            "raised_by": self.by,
        }
        return [
            (Standing, lambda at, was: Standing(project=at, assessment=assessment, facts_as_of=now(), overall=was)),
            (CurrentStatus, lambda at, was: CurrentStatus(project=at, dimension="schedule", status=was, since=now())),
            (Reporting, lambda at, was: Reporting(project=at, overall="green", is_watermelon=was == "red")),
            (ReportedBeside, lambda at, was: ReportedBeside(project=at, evidence=was, **beside)),
            (Entry, lambda at, was: Entry(project=at, title=f"Decide {at}", **waits)),
        ]


@pytest.fixture
def quays(harbour: Organisation, ada: Person) -> Any:
    """Told on 15 June 2026."""
    with clock_at(NOON):
        yield Quays(create_portfolio(harbour, by=None, name="Quays"), ada)
