"""Organisations with many and few projects, each with standing, reports and open decisions, and somebody signed in."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from itertools import cycle
from statistics import median
from time import perf_counter
from typing import Any

from bench.plans import xer
from plumbline.engine import readers

DIMENSIONS = ("schedule", "cost", "resources", "governance")


class Offices:
    """In a database of their own; ``page`` asks for one as the browser does."""

    def __init__(self, **projects: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="plumbline-bench-")
        os.environ |= {"PLUMBLINE_DATA": self._folder.name, "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.test import Client

        settings.ALLOWED_HOSTS = ["testserver"]
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        call_command("migrate", verbosity=0)
        self._client = Client()
        self._client.force_login(_person(projects), "allauth.account.auth_backends.AuthenticationBackend")
        import_module("plumbline.web.wsgi")  # a server has done that before the first request

    def sent(self, path: str, fields: dict[str, Any], headers: dict[str, str]) -> None:
        assert self._client.post(path, fields, headers=headers).status_code == 200

    def page(self, slug: str, path: str) -> None:
        assert self._client.get(f"/o/{slug}/{path}").status_code == 200


def seconds(do: Callable[[], None]) -> float:
    begun = perf_counter()
    do()
    return perf_counter() - begun


def spread(took: list[float]) -> str:
    """The first time is left out: it fills the caches of templates and standards."""
    milliseconds = sorted(each * 1000 for each in took[1:] or took)
    p95 = milliseconds[min(len(milliseconds) - 1, int(len(milliseconds) * 0.95))]
    return f"to the last byte p50 {median(milliseconds):.0f} ms, p95 {p95:.0f} ms of {len(milliseconds)}"


def _person(sizes: dict[str, int]) -> Any:
    from plumbline.office.people.actions import add_person, create_organisation
    from plumbline.office.standards.actions import publish_builtin

    for name, projects in sizes.items():
        organisation = create_organisation(name=name.capitalize(), by=None, time_zone="UTC")
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
    people = cycle(_people(organisation))
    more = (
        Project(
            organisation=organisation,
            portfolio=portfolio,
            programme=next(programmes),
            code=f"P{each:05}",
            name=f"Project number {each}",
            current_plan=version,
            manager=next(people),
        )
        for each in range(number - 1)
    )
    projects = Project.objects.bulk_create(more)
    _give_standing(projects, Standing.objects.get(project=first))
    _give_reports(projects)
    _give_decisions(organisation, projects)


def _people(organisation: Any) -> list[Any]:
    """Forty, who lead the projects and decide."""
    from plumbline.office.people.models import Person

    known = [Person(email=f"{organisation.slug}{each}@bench.example", name=f"Person {each}") for each in range(40)]
    return Person.objects.bulk_create(known)


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


def _give_reports(projects: list[Any]) -> None:
    """Every project reports; one in eight is silent, and red evidence under green is a watermelon."""
    from plumbline.office.assurance.models import Status
    from plumbline.office.people.queries import today
    from plumbline.office.status.models import ReportedBeside, Reporting

    this_day = today(projects[0].organisation)
    colours, evidence = cycle([Status.GREEN, Status.AMBER, Status.GREEN]), cycle(Status.values)
    Reporting.objects.bulk_create(
        Reporting(
            project=each,
            overall=Status.GREEN,
            silent_after=this_day + timedelta(days=-1 if each.pk % 8 == 0 else 30),
            is_watermelon=each.pk % 12 == 0,
        )
        for each in projects
    )
    ReportedBeside.objects.bulk_create(
        ReportedBeside(
            project=each,
            dimension=dimension,
            reported=next(colours),
            evidence=next(evidence),
            flags=["watermelon"] if each.pk % 12 == 0 else [],
        )
        for each in projects
        for dimension in DIMENSIONS
    )


def _give_decisions(organisation: Any, projects: list[Any]) -> None:
    """Two open decisions and one closed for each project, on forty deciders, and some actions beside them."""
    from plumbline.office.foundation.clock import now
    from plumbline.office.people.models import Person
    from plumbline.office.people.queries import today
    from plumbline.office.registers.models import Entry, Kind

    this_day, moment = today(organisation), now()
    deciders = cycle(Person.objects.filter(email__startswith=organisation.slug))
    kinds = ((Kind.DECISION, 1, None), (Kind.DECISION, 2, None), (Kind.DECISION, 3, moment), (Kind.ACTION, 1, None))
    Entry.objects.bulk_create(
        Entry(
            organisation=organisation,
            project=each,
            kind=kind,
            number=number,
            title=f"Entry {number} of {each.code}",
            decider=next(deciders),
            due_on=this_day + timedelta(days=each.pk % 90 - 60),
            amount=each.pk % 50 * 100,
            closed_at=closed_at,
        )
        for each in projects
        for kind, number, closed_at in kinds
    )
