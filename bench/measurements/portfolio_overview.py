"""The portfolio page of an organisation with 10,000 projects, against the same page with 10."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from typing import Any

from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine import readers

MANY, FEW = 10_000, 10
DIMENSIONS = ("schedule", "cost", "resources", "governance")


def measurements() -> Iterator[Measurement]:
    folder = tempfile.TemporaryDirectory(prefix="plumbline-bench-")
    os.environ |= {"PLUMBLINE_DATA": folder.name, "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(_person(), "allauth.account.auth_backends.AuthenticationBackend")

    def page(slug: str) -> None:
        assert folder.name
        assert client.get(f"/o/{slug}/").status_code == 200

    yield Measurement(
        f"portfolio overview, {MANY:,} projects",
        f"the same page with {FEW} projects",
        lambda: page("many"),
        lambda: page("few"),
    )


def _person() -> Any:
    from plumbline.office.people.actions import add_person, create_organisation
    from plumbline.office.standards.actions import publish_builtin

    for name, projects in (("Many", MANY), ("Few", FEW)):
        organisation = create_organisation(name=name, by=None, time_zone="UTC")
        publish_builtin(organisation, "predictive", by=None)
        person = add_person(organisation, by=None, email="a@b.example", name="Bench", role="pmo_manager").person
        _fill(organisation, projects)
    return person


def _fill(organisation: Any, number: int) -> None:
    from plumbline.office.assurance.actions import assess_while_due
    from plumbline.office.assurance.models import Standing
    from plumbline.office.projects import actions
    from plumbline.office.projects.models import Project

    portfolio = actions.create_portfolio(organisation, by=None, name="All")
    programmes = cycle(
        [actions.create_programme(portfolio, by=None, name=f"Programme {each}") for each in range(number // 100 + 1)]
    )
    first = actions.create_project(organisation, by=None, code="FIRST", name="The first", portfolio=portfolio)
    schedule = readers.read(xer(30), "bench.xer").schedules[0]
    version, _ = actions.record_plan(first, by=None, schedule=schedule, source_format="XER")
    assess_while_due(first.pk)
    more = (
        Project(
            organisation=organisation,
            portfolio=portfolio,
            programme=next(programmes),
            code=f"P{each:05}",
            name=f"Project number {each}",
            current_plan=version,
        )
        for each in range(number - 1)
    )
    _give_standing(Project.objects.bulk_create(more), Standing.objects.get(project=first))


def _give_standing(projects: list[Any], known: Any) -> None:
    from plumbline.office.assurance.models import CurrentStatus, Standing, Status

    statuses = cycle(Status.values)
    Standing.objects.bulk_create(
        Standing(
            project=each,
            assessment=known.assessment,
            facts_as_of=known.facts_as_of,
            overall=next(statuses),
            forecast_finish=known.forecast_finish + timedelta(days=each.pk % 900),
        )
        for each in projects
    )
    CurrentStatus.objects.bulk_create(
        CurrentStatus(project=each, dimension=dimension, status=next(statuses), since=known.facts_as_of)
        for each in projects
        for dimension in DIMENSIONS
    )
