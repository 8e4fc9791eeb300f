"""What a project has to do before its next gate, and why: what blocks comes first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plumbline.engine.standard import Standard
from plumbline.engine.standard.control import Consequence
from plumbline.engine.standard.life_cycle import Gate, Phase
from plumbline.office.gates.models import Condition, GateDecision, GateReview
from plumbline.office.gates.position import GateState, Position
from plumbline.office.gates.queries.checklist import Asked, Checklist, Gathered, checklist, gather
from plumbline.office.gates.queries.decisions import decisions_of, position_of
from plumbline.office.governance import queries as governance
from plumbline.office.governance.queries import RoleHeld
from plumbline.office.projects.models import Project

_ARTEFACT_WHY = {
    "missing": "It is due by the end of this phase and is missing.",
    "draft": "It is due by the end of this phase and is still a draft.",
    "in approval": "It waits for its approval.",
    "out of date": "Nobody has looked at it for too long.",
}


@dataclass(frozen=True, slots=True)
class Due:
    """``kind`` is question, artefact, rule, condition or role; ``key`` its name or number, for the link to it.

    ``weight`` 0 blocks the gate, 1 has to be settled or set aside, 2 is due, 3 can wait.
    """

    weight: int
    kind: str
    key: str
    title: str
    why: str
    owner: str = ""
    due_on: date | None = None
    overdue: bool = False

    @property
    def blocks(self) -> bool:
        return self.weight == 0


@dataclass(frozen=True, slots=True)
class PhaseShown:
    """A phase in the picture, with the gates at its end; ``is_now`` where the project is."""

    name: str
    phase: Phase
    is_now: bool
    is_past: bool
    gates: list[tuple[str, Gate, GateState]]


@dataclass(frozen=True, slots=True)
class WhereItStands:
    standard: Standard
    position: Position
    phases: list[PhaseShown]
    any_time: list[tuple[str, Gate, GateState]]
    checklist: Checklist | None
    due: list[Due]
    reviews: list[GateReview]
    decisions: list[GateDecision]

    @property
    def phase(self) -> Phase | None:
        return self.standard.phases[self.position.phase] if self.position.phase else None

    @property
    def gate(self) -> Gate | None:
        return self.checklist.gate if self.checklist else None

    @property
    def blocking(self) -> int:
        return sum(each.blocks for each in self.due)


def where_it_stands(project: Project) -> WhereItStands | None:
    """``None`` where there is no standard, or one without gates."""
    standard = governance.standard_for(project)
    if standard is None or not standard.gates:
        return None
    where, gathered = position_of(project, standard), gather(project, standard)
    found = checklist(project, gathered, where.next_gate) if where.next_gate else None
    reviews = project.gate_reviews.filter(state=GateReview.State.OPEN)
    return WhereItStands(
        standard=standard,
        position=where,
        phases=_phases(standard, where),
        any_time=[
            (name, each, where.gates[name]) for name, each in standard.gates.items() if not (each.closes or each.opens)
        ],
        checklist=found,
        due=_due(project, gathered, where, found),
        reviews=list(reviews.order_by("planned_on")),
        decisions=list(decisions_of(project))[::-1],
    )


def _phases(standard: Standard, where: Position) -> list[PhaseShown]:
    in_order = [name for name, each in standard.phases.items() if not each.throughout]
    at = in_order.index(where.phase) if where.phase else len(in_order)
    return [
        PhaseShown(
            name,
            standard.phases[name],
            name == where.phase,
            number < at,
            [
                (gate, each, where.gates[gate])
                for gate, each in standard.gates.items()
                if (each.closes or each.opens) == name
            ],
        )
        for number, name in enumerate(in_order)
    ]


def _due(project: Project, gathered: Gathered, where: Position, found: Checklist | None) -> list[Due]:
    held = {each.name: each for each in governance.roles_held(project, gathered.standard)}
    due = [*_rules(gathered, found), *_conditions(project)]
    if found:
        due += [*_questions(found), *_artefacts(gathered, where, found, held), *_roles(found.gate, held)]
    return sorted(due, key=lambda each: (each.weight, not each.overdue, each.due_on or date.max))


def _questions(found: Checklist) -> list[Due]:
    return [
        Due(0 if each.question.mandatory else 3, "question", each.name, each.question.ask, _why_open(each))
        for each in found.asked
        if not each.suffices and not each.question.artefact
    ]


def _why_open(asked: Asked) -> str:
    if not asked.value:
        return "Answered before the evidence changed." if asked.answer else "Not answered yet."
    after = " Without a yes there is no unconditional go." if asked.question.mandatory else ""
    return f"The answer is: {asked.words.lower()}.{after}"


def _artefacts(gathered: Gathered, where: Position, found: Checklist, held: dict[str, RoleHeld]) -> list[Due]:
    """Those that the gate asks for, and those due by the end of the phase; each once."""
    open_questions = {each.question.artefact: each for each in found.asked if each.question.artefact}
    due = []
    for name, state in gathered.artefacts.items():
        asked = open_questions.get(name)
        wanted = state.artefact.required and state.artefact.phase == where.phase
        if asked.suffices if asked else not wanted or state.state == "approved":
            continue
        weight = 2 if asked is None else 0 if asked.is_open else 3
        why = _ARTEFACT_WHY.get(state.state, "The gate's question about it is not answered with yes.")
        due.append(Due(weight, "artefact", name, state.artefact.title, why, _accountable(state.artefact.raci, held)))
    return due


def _accountable(raci: dict[str, str], held: dict[str, RoleHeld]) -> str:
    names = [held[role] for role, cell in raci.items() if "A" in cell.split("/") and role in held]
    return ", ".join(str(person) for each in names for person in each.people) or ", ".join(
        each.role.title for each in names
    )


def _rules(gathered: Gathered, found: Checklist | None) -> list[Due]:
    asked = {each.question.rule for each in found.asked} if found else set()
    weights = {Consequence.BLOCK: 0, Consequence.WAIVER: 1}
    words = {
        Consequence.BLOCK: "It fails, and no gate is passed before it is mended.",
        Consequence.WAIVER: "It fails: mend it, have it set aside, or go with a condition.",
    }
    return [
        Due(weights[what], "rule", each.rule, each.title, words[what])
        for each in gathered.failed
        if (what := gathered.consequence(each)) in weights and each.rule not in asked
    ]


def _conditions(project: Project) -> list[Due]:
    today = governance.today(project.organisation)
    found = Condition.objects.filter(review__project=project, state__in=Condition.HOLDING)
    return [
        Due(
            1,
            "condition",
            str(each.pk),
            each.text,
            f"Condition of {each.review.title}. {each.get_state_display()}.",
            str(each.owner),
            each.due_on,
            each.is_overdue_on(today),
        )
        for each in found.select_related("owner", "review")
    ]


def _roles(gate: Gate, held: dict[str, RoleHeld]) -> list[Due]:
    """Roles that nobody has: those the gate needs block it, for the others there is time."""
    needed = {gate.decides, *gate.agrees}
    return [
        Due(
            0 if name in needed else 3,
            "role",
            name,
            each.role.title,
            "Nobody has this role, and the gate needs it." if name in needed else "Nobody has this role yet.",
        )
        for name, each in held.items()
        if not each.people
    ]
