"""The questions of a gate with their answers, beside what the evidence says now."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.rules.rule import Severity
from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.standard import Standard
from plumbline.engine.standard.control import Consequence
from plumbline.engine.standard.life_cycle import Gate, Question
from plumbline.office.artefacts.queries import ArtefactStanding, artefact_standings
from plumbline.office.assurance import queries as assurance
from plumbline.office.assurance.models import Finding, Standing
from plumbline.office.gates.evidence import SUFFICES, WORDS, Evidence, holds_still, of_artefact, of_rule
from plumbline.office.gates.models import Answer
from plumbline.office.gates.queries.decisions import round_of
from plumbline.office.governance import queries as governance
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known about a project today, read once for a page. ``findings`` are of the latest assessment."""

    standard: Standard
    standing: Standing | None
    findings: dict[str, Finding]
    artefacts: dict[str, ArtefactStanding]

    def evidence_for(self, question: Question) -> Evidence | None:
        """``None`` where only people answer. A question about an artefact that is left out is such a one."""
        if question.rule:
            found = self.findings.get(question.rule)
            title = found.title if found else _title_of(self.standard, question.rule)
            outcome, sentence = (found.outcome, found.sentence) if found else (None, "")
            return of_rule(question.rule, title, outcome, sentence)
        if question.artefact and question.artefact in self.artefacts:
            where = self.artefacts[question.artefact]
            return of_artefact(where.name, where.artefact.title, where.state, version_that_counts(where))
        return None

    def consequence(self, finding: Finding) -> Consequence:
        return self.standard.control.consequence(Severity(finding.severity))

    @property
    def failed(self) -> list[Finding]:
        """What follows from them decides their order, then their severity, in which they are kept."""
        found = [each for each in self.findings.values() if each.outcome == "fail"]
        return sorted(found, key=lambda each: _GRAVITY[self.consequence(each)])


_GRAVITY = {Consequence.BLOCK: 0, Consequence.WAIVER: 1, Consequence.ADVISE: 2}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: ``answer`` is the latest of the round, ``earlier`` those before it."""

    name: str
    question: Question
    evidence: Evidence | None
    answer: Answer | None
    earlier: list[Answer]

    @property
    def is_outdated(self) -> bool:
        """Answered before the evidence changed."""
        return bool(
            self.answer and self.evidence and self.answer.proposed and self.answer.evidence != self.evidence.mark
        )

    @property
    def value(self) -> str:
        """What counts: an answer that holds still, else what the evidence proposes."""
        if self.answer and holds_still(self.answer.value, self.answer.proposed, self.answer.evidence, self.evidence):
            return self.answer.value
        return self.evidence.proposes if self.evidence else ""

    @property
    def words(self) -> str:
        return WORDS[self.value]

    @property
    def suffices(self) -> bool:
        return self.value in SUFFICES

    @property
    def is_open(self) -> bool:
        """Whether it keeps the gate from an unconditional go."""
        return self.question.mandatory and not self.suffices

    @property
    def overruled(self) -> bool:
        return bool(self.answer and self.answer.overrules)

    @property
    def answered_by(self) -> str:
        if self.answer and self.value == self.answer.value:
            return str(self.answer.answered_by)
        return "the evidence" if self.value else ""


@dataclass(frozen=True, slots=True)
class Checklist:
    gate_name: str
    gate: Gate
    round: int
    asked: list[Asked]

    @property
    def answered(self) -> int:
        return sum(each.value not in ("", "unknown") for each in self.asked)

    @property
    def percent(self) -> int:
        return round(100 * self.answered / len(self.asked))

    @property
    def open(self) -> list[Asked]:
        return [each for each in self.asked if each.is_open]

    def place_of(self, name: str) -> int:
        return [each.name for each in self.asked].index(name)


def gather(project: Project, standard: Standard) -> Gathered:
    standing = assurance.standing_of(project)
    findings = assurance.findings_of(standing.assessment) if standing else []
    artefacts = artefact_standings(project, standard, governance.today(project.organisation))
    return Gathered(standard, standing, {each.rule: each for each in findings}, artefacts)


def checklist(project: Project, gathered: Gathered, gate_name: str) -> Checklist:
    gate = gathered.standard.gates[gate_name]
    this_round = round_of(project, gate_name)
    given: dict[str, list[Answer]] = {}
    answers = Answer.objects.filter(project=project, gate=gate_name, round=this_round).select_related("answered_by")
    for each in answers:
        given.setdefault(each.question, []).append(each)
    asked = [
        Asked(
            name,
            question,
            gathered.evidence_for(question),
            next(iter(given.get(name, [])), None),
            given.get(name, [])[1:],
        )
        for name, question in gate.questions.items()
    ]
    return Checklist(gate_name, gate, this_round, asked)


def version_that_counts(artefact: ArtefactStanding) -> int | None:
    version = artefact.approved or artefact.latest
    return version.number if version else None


def _title_of(standard: Standard, rule: str) -> str:
    return next((each.rule.title for each in rules_in_force(standard) if each.name == rule), rule)
