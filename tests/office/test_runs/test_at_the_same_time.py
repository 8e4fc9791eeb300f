"""Runs that come in at the same moment: each is kept once, and all count."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from office.test_runs.files import handed_in
from plumbline.office.acceptance.models import Criterion
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionEvidence, TestCase, TestResult, TestRun

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ("test_ac1", *(f"t{each}" for each in range(50)))


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Each on a connection of its own; what went wrong."""
    wrong: list[str] = []
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
        except Exception as error:
            wrong.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(each,)) for each in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return wrong


def test_the_same_file_three_times_at_once_is_one_run(project: Project, criteria: list[Criterion]) -> None:
    assert at_once(*[lambda: handed_in(project, *NAMES)] * 3) == []
    assert (TestRun.objects.count(), TestResult.objects.count()) == (1, len(NAMES))


def test_two_runs_at_once_both_count(project: Project, criteria: list[Criterion]) -> None:
    backwards = tuple(reversed(NAMES))
    assert at_once(lambda: handed_in(project, *NAMES), lambda: handed_in(project, *backwards)) == []
    assert sorted(TestRun.objects.values_list("number", "state")) == [(1, "read"), (2, "read")]
    assert (TestCase.objects.count(), TestResult.objects.count()) == (len(NAMES), 2 * len(NAMES))
    assert CriterionEvidence.objects.get(criterion=criteria[0]).outcome == "green"
