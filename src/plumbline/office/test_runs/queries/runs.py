"""Runs of a project, the results of one, and tests that cannot be believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionTest, Outcome, Status, TestCase, TestResult, TestRun
from plumbline.office.test_runs.models.runs import RED
from plumbline.office.test_runs.queries.evidence import StandingOf, evidence_of

IN_PICTURE = 12


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: Sequence[int]
    colour: str


@dataclass(frozen=True, slots=True)
class Trend:
    """The last runs, the oldest first, as bars."""

    categories: Sequence[str]
    series: Sequence[Series]
    in_words: str
    stacked: bool = True


@dataclass(frozen=True, slots=True)
class RunsPage:
    """``standings`` counts the criteria by how they stand today, in the order of ``Outcome``."""

    trend: Trend | None
    standings: Sequence[tuple[Outcome, int]]
    criteria: int
    flaky: int
    latest: TestRun | None


def runs_of(project: Project) -> QuerySet[TestRun]:
    return TestRun.objects.filter(project=project).select_related("by").order_by("-number")


def runs_page(project: Project) -> RunsPage:
    """A fixed number of queries."""
    last = list(runs_of(project).filter(state=TestRun.State.READ)[:IN_PICTURE])
    found: list[StandingOf] = evidence_of(project)
    counts = Counter(each.standing for each in found)
    return RunsPage(
        trend=_trend(last[::-1]) if len(last) > 1 else None,
        standings=[(each, counts[each]) for each in Outcome if counts[each]],
        criteria=len(found),
        flaky=TestCase.objects.filter(project=project, is_flaky=True).count(),
        latest=last[0] if last else None,
    )


def run_of(project: Project, number: int) -> TestRun:
    """404 where there is none."""
    found = runs_of(project).filter(number=number).first()
    if found is None:
        raise Http404
    found.project = project
    return found


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """``status`` is one of them, ``red`` for all that failed, or nothing."""

    status: str = ""
    words: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.status or self.words)


def results_of(run: TestRun, chosen: ResultFilter) -> QuerySet[TestResult]:
    """What counts of each test, with the criteria that it is for; what failed comes first."""
    found = TestResult.objects.filter(run=run, is_last=True)
    if chosen.status:
        found = found.filter(status__in=RED if chosen.status == "red" else [chosen.status])
    for word in chosen.words.split()[:8]:
        found = found.filter(
            Q(case__name__icontains=word) | Q(case__place__icontains=word) | Q(message__icontains=word)
        )
    links = CriterionTest.objects.select_related("criterion").order_by("criterion__number")
    found = found.select_related("case").prefetch_related(Prefetch("case__criteria", links))
    return found.order_by("status", "case__place", "case__name", "pk")


def flaky_cases(project: Project) -> QuerySet[TestCase]:
    """Those that were flaky in any run; what is so now comes first."""
    found = TestCase.objects.filter(project=project, flaky_times__gt=0).select_related("latest")
    links = CriterionTest.objects.select_related("criterion").order_by("criterion__number")
    return found.prefetch_related(Prefetch("criteria", links)).order_by("-is_flaky", "-flaky_times", "place", "name")


def counted(run: TestRun) -> list[tuple[str, int]]:
    """How many of each status, in words, those that are none left out."""
    return [(str(each.label), run.counts[each.value]) for each in Status if run.counts.get(each.value)]


def _trend(runs: Sequence[TestRun]) -> Trend:
    first, last = runs[0], runs[-1]
    words = (
        f"Tests of the last {len(runs)} runs: run {first.number} had {first.passed} passed, {first.failed} failed and "
        f"{first.silent} silent, run {last.number} {last.passed}, {last.failed} and {last.silent}"
    )
    return Trend(
        [f"Run {each.number} · {each.revision[:10] or each.ran_at.strftime('%Y-%m-%d')}" for each in runs],
        [
            Series("Passed", [each.passed for each in runs], "green"),
            Series("Failed", [each.failed for each in runs], "red"),
            Series("Silent", [each.silent for each in runs], "soft"),
        ],
        words,
    )
