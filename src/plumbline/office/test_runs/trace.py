"""The trace matrix of a project: requirement, criterion, tests and what people saw, decision, gate question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F

from plumbline.engine.acceptance import CriterionFact, believed
from plumbline.engine.coverage import Coverage, Tried, coverage
from plumbline.engine.standard import Standard
from plumbline.office.acceptance.models import Criterion, Requirement
from plumbline.office.acceptance.queries.agreed import last_shown
from plumbline.office.acceptance.session_models import AgendaItem
from plumbline.office.governance.queries import standard_for
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import (
    CriterionEvidence,
    CriterionTest,
    ManualEvidence,
    Outcome,
    Status,
    TestCase,
)
from plumbline.office.test_runs.models.evidence import Belief
from plumbline.office.test_runs.queries.evidence import belief_of, standing_of
from plumbline.office.test_runs.queries.facts import criterion_fact, showings
from plumbline.office.test_runs.queries.manual import counting_evidence

SILENT = (Status.PENDING, Status.UNDEFINED)
LETTERS = {
    Outcome.GREEN: "G",
    Outcome.RED: "R",
    Outcome.FLAKY: "F",
    Outcome.PENDING: "P",
    Outcome.STALE: "S",
    Outcome.UNTESTED: "U",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion. ``questions`` are those of gates that it stands in the way of, as it is today.

    ``seen`` is the last that a person saw and nobody withdrew, whether it stands by that or by its tests.
    """

    criterion: Criterion
    standing: Outcome
    evidence: CriterionEvidence | None
    tests: Sequence[CriterionTest]
    seen: ManualEvidence | None
    shown: AgendaItem | None
    questions: Sequence[str]

    @property
    def letter(self) -> str:
        return LETTERS[self.standing]

    @property
    def is_overtaken(self) -> bool:
        """Decided on a text that is not the present one."""
        final = self.shown.final if self.shown else None
        return final is not None and final.at < self.criterion.changed_at


@dataclass(frozen=True, slots=True)
class TraceFilter:
    standing: str = ""
    deliverable: str = ""
    words: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.standing or self.deliverable or self.words)

    def takes(self, line: Line) -> bool:
        criterion = line.criterion
        text = f"{criterion} {criterion.requirement or ''} {criterion.deliverable}".lower()
        return (
            self.standing in ("", line.standing)
            and self.deliverable in ("", str(criterion.deliverable_id))
            and all(word in text for word in self.words.lower().split())
        )


@dataclass(frozen=True, slots=True)
class Trace:
    """``figures`` are of all criteria, whatever is filtered; ``bare`` are requirements without a criterion."""

    lines: Sequence[Line]
    figures: Coverage
    total: int
    bare: Sequence[Requirement]
    questions: Sequence[str]


def trace(project: Project, chosen: TraceFilter) -> Trace:
    """The same number of queries however many criteria and tests there are."""
    standard = standard_for(project)
    shown, zone = showings(project), ZoneInfo(project.organisation.time_zone)
    belief = belief_of(project, standard)
    lines = _lines(project, standard, belief)
    requirements = list(Requirement.objects.filter(project=project, dropped_at=None, deliverable__dropped_at=None))
    having = {each.criterion.requirement_id for each in lines}
    plain = [criterion_fact(each.criterion, shown.get(each.criterion.pk, []), zone) for each in lines]
    facts = believed(plain, belief.today, belief.days)
    return Trace(
        lines=[each for each in lines if chosen.takes(each)],
        figures=_figures(project, facts, len(requirements)),
        total=len(lines),
        bare=[each for each in requirements if each.pk not in having],
        questions=[ask for asked in _asked(standard).values() for ask in asked],
    )


def _lines(project: Project, standard: Standard | None, belief: Belief) -> list[Line]:
    found = Criterion.objects.filter(project=project, withdrawn_at=None, deliverable__dropped_at=None)
    criteria = found.select_related("deliverable", "requirement", "evidence__latest_run").order_by(
        "deliverable__number", F("requirement__number").asc(nulls_first=True), "number"
    )
    links: dict[int, list[CriterionTest]] = {}
    for link in CriterionTest.objects.filter(criterion__project=project).select_related("case__latest"):
        links.setdefault(link.criterion_id, []).append(link)
    shown, seen, asked = last_shown(project), counting_evidence(project), _asked(standard)
    lines = []
    for each in criteria:
        stands = standing_of(each, belief)
        standing, kept = stands.standing, stands.evidence
        questions = [ask for rule in _fails(each, standing) for ask in asked.get(rule, ())]
        lines.append(
            Line(each, standing, kept, links.get(each.pk, []), seen.get(each.pk), shown.get(each.pk), questions)
        )
    return lines


def _asked(standard: Standard | None) -> dict[str, list[str]]:
    """By rule about acceptance, the questions of gates that it answers, each with its gate."""
    found: dict[str, list[str]] = {}
    for gate in standard.gates.values() if standard else ():
        for question in gate.questions.values():
            if question.rule in _RULES:
                found.setdefault(question.rule, []).append(f"{gate.title}: {question.ask}")
    return found


_RULES = ("criteria_not_green", "untested_criteria", "stale_acceptance_evidence", "work_without_agreed_criteria")


def _fails(criterion: Criterion, standing: Outcome) -> list[str]:
    fails = {
        "criteria_not_green": standing is not Outcome.GREEN,
        "untested_criteria": standing is Outcome.UNTESTED,
        "stale_acceptance_evidence": standing is Outcome.STALE,
        "work_without_agreed_criteria": criterion.agreed_at is None,
    }
    return [rule for rule in _RULES if fails[rule]]


def _figures(project: Project, facts: Sequence[CriterionFact], requirements: int) -> Coverage:
    cases = TestCase.objects.filter(project=project).values_list("status", "is_flaky")
    return coverage(facts, requirements, [Tried(is_silent=status in SILENT, is_flaky=flaky) for status, flaky in cases])


def trace_lines(found: Trace, address: Callable[[Line], str]) -> Iterator[list[Any]]:
    """As a table: a line for each test of each criterion and for what a person saw, and one for a criterion without.

    ``address`` is where the file beside what a person saw can be fetched.
    """
    yield ["Deliverable", "Requirement", "Criterion", "Title", "Agreed on", "Method", "Stands", "Evidence",
           "Test or what was looked at", "Place", "Result", "Flaky", "Last ran or looked on", "Revision", "Person",
           "File", "Link to the file", "Decision", "Session", "Gate questions in the way"]  # fmt: skip
    for each in found.lines:
        criterion, shown = each.criterion, each.shown
        before = [
            str(criterion.deliverable), str(criterion.requirement or ""), criterion.reference, criterion.title,
            _day(criterion.agreed_at), criterion.get_method_display(), each.standing.label,
        ]  # fmt: skip
        decided = shown.final.get_outcome_display() if shown and shown.final else ""
        after = [decided, shown.session.reference if shown else "", "; ".join(each.questions)]
        rows = [_test(link) for link in each.tests] + ([_seen(each.seen, address(each))] if each.seen else [])
        for cells in rows or [["", "", "", "", "", None, "", "", "", ""]]:
            yield [*before, *cells, *after]


def _test(link: CriterionTest) -> list[Any]:
    case = link.case
    revision = case.latest.revision if case.latest else ""
    return [
        "Automated test", case.name, case.place, case.get_status_display(), "yes" if case.is_flaky else "no",
        _day(case.latest_at), revision, "", "", "",
    ]  # fmt: skip


def _seen(seen: ManualEvidence, address: str) -> list[Any]:
    return [
        f"{seen.get_method_display()} by a person", seen.subject, "", seen.get_verdict_display(), "", seen.looked_on,
        seen.revision, seen.by.name, seen.filename, address if seen.filename else "",
    ]  # fmt: skip


def _day(at: datetime | None) -> Any:
    return at.date() if at else None
