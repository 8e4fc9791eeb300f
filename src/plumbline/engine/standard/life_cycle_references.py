"""What life cycle, artefacts, roles and tailoring say about each other."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.standard.artefacts import Artefact, Duty
from plumbline.engine.standard.explain import did_you_mean
from plumbline.engine.standard.layers import ACCEPTANCE, ARTEFACTS, COMPETENCIES, LIFE_CYCLE, ROLES, RULES, TAILORING
from plumbline.engine.standard.life_cycle import Gate
from plumbline.engine.standard.parts import Parts
from plumbline.engine.standard.problem import Problem
from plumbline.engine.standard.rasci import flaw_in
from plumbline.engine.standard.yaml_file import KeyPath

SECTIONS = (
    "rules",
    "custom",
    "dimensions",
    "roles",
    "artefacts",
    "duties",
    "phases",
    "gates",
    "screening",
    "criteria",
    "cadences",
    "words",
    "control",
    "voices",
    "ready",
    "done",
)
"""The groups of keys that tailoring may name."""


def check_life_cycle(parts: Parts) -> Iterator[Problem]:
    """Gates lead from phase to phase in their order; roles, artefacts and rules that they name exist."""
    file = parts.yaml.get(LIFE_CYCLE)
    if file is None or parts.life_cycle is None:
        return
    phases = list(parts.life_cycle.phases)
    for name, gate in parts.life_cycle.gates.items():
        path: KeyPath = ("gates", name)
        for key in ("closes", "opens", "after_stop"):
            yield from _known(
                parts, LIFE_CYCLE, (*path, key), getattr(gate, key), parts.phase_names, "phase", LIFE_CYCLE
            )
        for key, role in (
            ("assesses", gate.assesses),
            ("decides", gate.decides),
            *(("agrees", r) for r in gate.agrees),
        ):
            yield from _known(parts, LIFE_CYCLE, (*path, key), role, parts.role_names, "role", ROLES)
        if gate.closes in phases and gate.opens in phases and phases.index(gate.opens) <= phases.index(gate.closes):
            yield file.problem(
                (*path, "opens"), f"{gate.opens} does not come after {gate.closes}, which this gate closes"
            )
        if gate.confidence and parts.life_cycle.confidence_scale is None:
            yield file.problem((*path, "confidence"), "there is no 'confidence_scale' to rate on")
        yield from _check_questions(parts, name, gate)


def _check_questions(parts: Parts, name: str, gate: Gate) -> Iterator[Problem]:
    for question, asked in gate.questions.items():
        path: KeyPath = ("gates", name, "questions", question)
        artefacts, rules = parts.artefact_names, parts.rule_names
        yield from _known(parts, LIFE_CYCLE, (*path, "artefact"), asked.artefact, artefacts, "artefact", ARTEFACTS)
        yield from _known(parts, LIFE_CYCLE, (*path, "rule"), asked.rule, rules, "rule", RULES)


def check_artefacts(parts: Parts) -> Iterator[Problem]:
    """Each row of responsibilities holds, and each artefact has its template."""
    file = parts.yaml.get(ARTEFACTS)
    if file is None or parts.artefacts is None:
        return
    for name, artefact in parts.artefacts.artefacts.items():
        yield from _check_row(parts, ("artefacts", name), artefact)
        if name not in parts.templates:
            yield file.problem(("artefacts", name), f"templates/{name}.md is missing")
    for name, duty in parts.artefacts.duties.items():
        yield from _check_row(parts, ("duties", name), duty)
    for name in sorted(set(parts.templates) - (parts.artefact_names or set(parts.templates))):
        yield Problem(f"templates/{name}.md", "", "no artefact in artefacts.yaml uses this page")


def _check_row(parts: Parts, path: KeyPath, shared: Artefact | Duty) -> Iterator[Problem]:
    yield from _known(parts, ARTEFACTS, (*path, "phase"), shared.phase, parts.phase_names, "phase", LIFE_CYCLE)
    for role in shared.raci:
        yield from _known(parts, ARTEFACTS, (*path, "raci", role), role, parts.role_names, "role", ROLES)
    file = parts.yaml[ARTEFACTS]
    if file is not None and (flaw := flaw_in(shared.raci)):
        yield file.problem((*path, "raci"), flaw)


def check_roles(parts: Parts) -> Iterator[Problem]:
    """Competencies that roles ask for are described."""
    if parts.roles is None:
        return
    described = parts.competency_names
    where = COMPETENCIES if COMPETENCIES in parts.yaml else ROLES
    for name, role in parts.roles.roles.items():
        for each in role.competencies:
            yield from _known(parts, ROLES, ("roles", name, "competencies", each), each, described, "competency", where)


def check_competencies(parts: Parts) -> Iterator[Problem]:
    """Each is of an area that there is, and what it is learnt by exists.

    A standard that is based on another may have left out what its base's competencies are learnt by; that is no
    mistake of its own.
    """
    if parts.competencies is None:
        return
    known = {
        "rule": (parts.rule_names, RULES),
        "gate": (parts.gate_names, LIFE_CYCLE),
        "artefact": (parts.artefact_names, ARTEFACTS),
    }
    is_own = parts.head is not None and parts.head.based_on is None
    for name, each in parts.competencies.competencies.items():
        path: KeyPath = ("competencies", name)
        areas = set(parts.competencies.areas)
        yield from _known(parts, COMPETENCIES, (*path, "area"), each.area, areas, "area", COMPETENCIES)
        for position, teacher in enumerate(each.learn if is_own else ()):
            what, _, thing = teacher.partition(":")
            if what in known:  # of courses nothing is known here
                names, where = known[what]
                yield from _known(parts, COMPETENCIES, (*path, "learn", position), thing, names, what, where)


def check_acceptance(parts: Parts) -> Iterator[Problem]:
    """Whoever speaks for a voice holds a role that there is."""
    if parts.acceptance is None:
        return
    for voice, roles in parts.acceptance.voices.items():
        for position, role in enumerate(roles):
            place: KeyPath = ("voices", voice, position)
            yield from _known(parts, ACCEPTANCE, place, role, parts.role_names, "role", ROLES)


def check_tailoring(parts: Parts) -> Iterator[Problem]:
    if parts.tailoring is None:
        return
    left_out = (
        ("without_artefacts", parts.artefact_names, "artefact", ARTEFACTS),
        ("without_gates", parts.gate_names, "gate", LIFE_CYCLE),
        ("without_rules", parts.rule_names, "rule", RULES),
    )
    for name, size in parts.tailoring.classes.items():
        for key, known, what, where in left_out:
            for position, each in enumerate(getattr(size, key)):
                yield from _known(parts, TAILORING, ("classes", name, key, position), each, known, what, where)
    for name, freedom in parts.tailoring.may_change.items():
        path: KeyPath = ("may_change", name)
        yield from _known(parts, TAILORING, (*path, "approves"), freedom.approves, parts.role_names, "role", ROLES)
        for position, pattern in enumerate(freedom.keys):
            section = pattern.partition(".")[0]
            place = (*path, "keys", position)
            yield from _known(parts, TAILORING, place, section, set(SECTIONS), "group of keys", "a standard")


def _known(
    parts: Parts, file: str, path: KeyPath, name: str | None, known: set[str] | None, what: str, where: str
) -> Iterator[Problem]:
    found = parts.yaml.get(file)
    if name is None or known is None or name in known or found is None:
        return
    yield found.problem(path, f"{where} has no {what} {name!r}{did_you_mean(name, known)}")
