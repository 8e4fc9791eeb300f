"""Runs, results and the map as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import TestCase, TestResult, TestRun
from plumbline.office.test_runs.queries import MapPage


def run_lines(project: Project, runs: Iterable[TestRun]) -> Iterator[list[Any]]:
    local = _clock(project)
    yield ["Run", "Ran at", "Received at", "State", "Format", "Tool", "Revision", "Branch", "Tests", "Passed",
           "Failed", "Silent", "Flaky", "Seconds", "Handed in by", "File", "SHA-256"]  # fmt: skip
    for each in runs:
        by = each.by.name if each.by else each.token_name
        yield [each.number, local(each.ran_at), local(each.received_at), each.get_state_display(), each.format,
               each.tool, each.revision, each.branch, each.total, each.passed, each.failed, each.silent, each.flaky,
               round(each.seconds, 3), by, each.filename, each.digest]  # fmt: skip


def result_lines(results: Iterable[TestResult]) -> Iterator[list[Any]]:
    yield ["Test", "Place", "Result", "Attempts", "Seconds", "Criteria", "Message"]
    for each in results:
        yield [each.case.name, each.case.place, each.get_status_display(), each.attempt, each.seconds,
               _criteria(each.case), each.message]  # fmt: skip


def flaky_lines(cases: Iterable[TestCase]) -> Iterator[list[Any]]:
    yield ["Test", "Place", "Flaky now", "Runs with mixed results", "Latest result", "Latest run", "Criteria"]
    for each in cases:
        latest = each.latest.number if each.latest else None
        yield [each.name, each.place, "yes" if each.is_flaky else "no", each.flaky_times, each.get_status_display(),
               latest, _criteria(each)]  # fmt: skip


def map_lines(page: MapPage) -> Iterator[list[Any]]:
    """One line for each test of a criterion; the columns test and criterion can be taken back in as a map."""
    yield ["Criterion", "Title", "Standing", "Test", "Known by", "Latest result"]
    for each in page.criteria:
        criterion, standing = each.of.criterion, each.of.standing.label
        for link in each.tests:
            name = f"{link.case.place}::{link.case.name}"
            yield [criterion.reference, criterion.title, standing, name, link.get_via_display(),
                   link.case.get_status_display()]  # fmt: skip
        if not each.tests:
            yield [criterion.reference, criterion.title, standing, "", "", ""]


def _criteria(case: TestCase) -> str:
    return ", ".join(each.criterion.reference for each in case.criteria.all())


def _clock(project: Project) -> Any:
    zone = ZoneInfo(project.organisation.time_zone)

    def local(at: datetime) -> datetime:
        return at.astimezone(zone).replace(tzinfo=None)

    return local
