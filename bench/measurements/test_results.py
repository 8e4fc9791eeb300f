"""A file of 50,000 results received and kept, beside reading it alone. Each run is another file of the same tests."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from typing import Any

from bench.side_by_side import Measurement
from plumbline.engine.test_results import Limits, read

RESULTS = 50_000


def measurements() -> Iterator[Measurement]:
    folder = tempfile.TemporaryDirectory(prefix="plumbline-bench-")
    os.environ |= {"PLUMBLINE_DATA": folder.name, "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    project, revisions = _project(), count()
    data = file_of(-1)

    def keep() -> None:
        assert folder.name
        _receive(project, file_of(next(revisions)))

    yield Measurement(
        f"receiving {RESULTS:,} results of tests",
        "reading the file without keeping it",
        keep,
        lambda: sum(1 for _ in read([data], Limits())),
        rounds=3,
    )


def file_of(revision: int) -> bytes:
    """Every tenth test names one of 200 criteria, and every 997th fails."""
    cases = (
        f'<testcase classname="depot.module{n // 50}" name="test_{n}{f"_ac{n % 200 + 1}" if n % 10 == 0 else ""}"'
        f' time="0.0{n % 10}">{"<failure/>" if n % 997 == 0 else ""}</testcase>'
        for n in range(RESULTS)
    )
    return f'<testsuite name="revision {revision}">{"".join(cases)}</testsuite>'.encode()


def _project() -> Any:
    from plumbline.office.acceptance.models import Criterion, Deliverable
    from plumbline.office.people.actions import create_organisation
    from plumbline.office.projects.actions import create_portfolio, create_project

    organisation = create_organisation(name="Many", by=None, time_zone="UTC")
    portfolio = create_portfolio(organisation, by=None, name="All")
    project = create_project(organisation, by=None, code="MANY", name="Many tests", portfolio=portfolio)
    depot = Deliverable.objects.create(project=project, number=1, name="Depot")
    Criterion.objects.bulk_create(
        Criterion(project=project, deliverable=depot, number=n, title=f"Criterion {n}") for n in range(1, 201)
    )
    return project


def _receive(project: Any, data: bytes) -> None:
    from plumbline.office.test_runs.actions import receive_run
    from plumbline.office.test_runs.jobs import SWEEP

    run = receive_run(project, [data], "results.xml", by=None).run
    SWEEP()
    run.refresh_from_db()
    assert (run.state, run.total) == ("read", RESULTS), run.problem
