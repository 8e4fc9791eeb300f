"""A standard's life cycle as its readers see it: phases with their gates, artefacts and who has which part in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString

from plumbline.engine.course import Curriculum, Lesson
from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.standard import Standard
from plumbline.engine.standard.artefacts import Artefact, Duty
from plumbline.engine.standard.competencies import Competency
from plumbline.engine.standard.life_cycle import Decision, Gate, Phase, Question
from plumbline.engine.standard.rasci import Part, parts_of
from plumbline.office.foundation.prose import as_html

PARTS = {
    Part.RESPONSIBLE: "Responsible",
    Part.ACCOUNTABLE: "Accountable",
    Part.SUPPORTS: "Supports",
    Part.CONSULTED: "Consulted",
    Part.INFORMED: "Informed",
}
DECISIONS = {
    Decision.GO: "Go",
    Decision.CONDITIONAL: "Go with conditions",
    Decision.HOLD: "Hold",
    Decision.STOP: "Stop",
}


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """``rule`` and ``artefact`` are names; ``answered_by`` says in words what answers it."""

    about: Question
    answered_by: str


@dataclass(frozen=True, slots=True)
class GateToPass:
    name: str
    about: Gate
    assesses: str
    decides: str
    agrees: str
    decisions: str
    questions: list[QuestionAsked]
    lesson: Lesson | None
    """What teaches it, where the standard in force does."""


@dataclass(frozen=True, slots=True)
class PhaseToGoThrough:
    """``gates`` close the phase, or open it where they close none."""

    name: str
    about: Phase
    artefacts: list[tuple[str, Artefact]]
    duties: list[Duty]
    gates: list[GateToPass]


@dataclass(frozen=True, slots=True)
class RowOfParts:
    """One line of the table of responsibilities. ``cells`` are in the order of the standard's roles."""

    name: str
    about: Artefact | Duty
    is_artefact: bool
    cells: list[str]


def phases_of(standard: Standard, taught: Curriculum) -> list[PhaseToGoThrough]:
    return [
        PhaseToGoThrough(
            name,
            phase,
            [(key, each) for key, each in standard.artefacts.items() if each.phase == name],
            [each for each in standard.duties.values() if each.phase == name],
            [_gate(standard, taught, key, each) for key, each in standard.gates.items() if _belongs(each) == name],
        )
        for name, phase in standard.phases.items()
    ]


def gates_at_any_time(standard: Standard, taught: Curriculum) -> list[GateToPass]:
    """Gates that are at no phase."""
    return [_gate(standard, taught, name, each) for name, each in standard.gates.items() if _belongs(each) is None]


def rows_by_phase(standard: Standard) -> list[tuple[Phase, list[RowOfParts]]]:
    """The table of responsibilities, phase by phase."""
    rows = [_row(standard, name, each, is_artefact=True) for name, each in standard.artefacts.items()]
    rows += [_row(standard, name, each, is_artefact=False) for name, each in standard.duties.items()]
    by_phase = ((phase, [each for each in rows if each.about.phase == name]) for name, phase in standard.phases.items())
    return [(phase, of_phase) for phase, of_phase in by_phase if of_phase]


def artefact_of(standard: Standard, name: str) -> Artefact:
    """404 for one that the standard does not have."""
    if name not in standard.artefacts:
        raise Http404
    return standard.artefacts[name]


def parts_in(standard: Standard, artefact: Artefact) -> list[tuple[str, str]]:
    """Who has which part, in words, in the order of the parts: ``("Accountable", "Sponsor, Board")``."""
    found = []
    for part, word in PARTS.items():
        roles = [standard.roles[role].title for role, cell in artefact.raci.items() if part in parts_of(cell)]
        if roles:
            found.append((word, ", ".join(roles)))
    return found


def competency_rows(standard: Standard) -> list[tuple[Competency, list[int | None]]]:
    """Each competency that any role needs with the level that each needs, in the order of the roles."""
    rows = [
        (competency, [role.competencies.get(name) for role in standard.roles.values()])
        for name, competency in standard.competencies.items()
    ]
    return [(competency, levels) for competency, levels in rows if any(levels)]


def template_of(standard: Standard, name: str) -> SafeString:
    """The page begins with the artefact's title as its heading, which the page around it has already."""
    first, _, rest = standard.templates[name].lstrip().partition("\n")
    return as_html(rest if first.startswith("# ") else standard.templates[name])


def _belongs(gate: Gate) -> str | None:
    return gate.closes or gate.opens


def _gate(standard: Standard, taught: Curriculum, name: str, gate: Gate) -> GateToPass:
    return GateToPass(
        name,
        gate,
        standard.roles[gate.assesses].title,
        standard.roles[gate.decides].title,
        ", ".join(standard.roles[each].title for each in gate.agrees),
        ", ".join(DECISIONS[each] for each in gate.decisions),
        [QuestionAsked(each, _answered_by(standard, each)) for each in gate.questions.values()],
        next(iter(taught.teaching("gate", name)), None),
    )


def _answered_by(standard: Standard, question: Question) -> str:
    if question.artefact:
        return standard.artefacts[question.artefact].title
    if question.rule:
        return next(each.rule.title for each in rules_in_force(standard) if each.name == question.rule)
    return ""


def _row(standard: Standard, name: str, shared: Artefact | Duty, *, is_artefact: bool) -> RowOfParts:
    cells = [shared.raci.get(role, "").replace("-", "") for role in standard.roles]
    return RowOfParts(name, shared, is_artefact, cells)
