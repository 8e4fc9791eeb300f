"""What a draft of a standard would change in 250 projects, against assessing the same projects anew."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import Any

from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine import readers

PROJECTS, ACTIVITIES = 250, 100
ROUNDS = 3
OWN = """\
custom:
  long_work:
    title: Work that takes long
    question: Does any activity take more than ten days?
    dimension: schedule
    must: activity.duration_days <= 10.0
    why: It is measured.
    mend: Nothing.
"""


def measurements() -> Iterator[Measurement]:
    folder = tempfile.TemporaryDirectory(prefix="plumbline-bench-")
    os.environ |= {"PLUMBLINE_DATA": folder.name, "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    person, projects = _projects()
    for what, old, new in (("another limit", "limit: 5\n", "limit: 6\n"), ("a rule of its own", "", "")):
        yield Measurement(
            f"impact of {what} on {PROJECTS} projects of {ACTIVITIES} activities",
            "assessing them",
            lambda old=old, new=new: _work_out(folder, person, old, new),  # type: ignore[misc]
            lambda: _assess(projects),
            ROUNDS,
        )


def _projects() -> Any:
    from plumbline.office.assurance.actions import assess_while_due
    from plumbline.office.people.actions import add_person, create_organisation
    from plumbline.office.projects import actions
    from plumbline.office.standards.actions import publish_builtin

    organisation = create_organisation(name="Many", by=None, time_zone="UTC")
    publish_builtin(organisation, "predictive", by=None)
    person = add_person(organisation, by=None, email="a@b.example", name="Bench", role="pmo_manager").person
    portfolio = actions.create_portfolio(organisation, by=None, name="All")
    projects = []
    for number in range(PROJECTS):
        project = actions.create_project(
            organisation, by=None, code=f"P{number}", name=f"P{number}", portfolio=portfolio
        )
        schedule = readers.read(xer(ACTIVITIES + number % 7), f"{number}.xer").schedules[0]
        actions.record_plan(project, by=None, schedule=schedule, source_format="XER")
        assess_while_due(project.pk)
        projects.append(project)
    return person, projects


def _work_out(folder: Any, person: Any, old: str, new: str) -> None:
    """Of a draft that nobody has asked about yet."""
    from plumbline.office.assurance import impact
    from plumbline.office.standards import queries
    from plumbline.office.standards.actions import begin_draft

    assert folder.name
    organisation = person.memberships.get().organisation
    version = queries.in_force(organisation)
    assert version is not None
    files = {name: text.encode() for name, text in version.files.items()}
    rules = files["rules.yaml"].decode()
    files["rules.yaml"] = (rules.replace(old, new, 1) if old else rules + OWN).encode()
    draft = begin_draft(organisation, by=person, title="Bench", files=files, begun_from=version)
    impact.work_out(impact.request_impact(draft, by=person).pk)
    assert impact.page_of(draft).done == PROJECTS


def _assess(projects: list[Any]) -> None:
    from plumbline.engine.assess import assess
    from plumbline.office.assurance.gather import facts_of
    from plumbline.office.projects.models import Project
    from plumbline.office.standards import queries

    for project in Project.objects.filter(pk__in=[each.pk for each in projects]).select_related("standing"):
        version = queries.in_force(project.organisation)
        assert version is not None
        assess(facts_of(project, project.standing.facts_as_of), queries.standard_of(version))
