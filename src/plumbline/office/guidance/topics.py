"""From a place and a standard to what the standard says there. Nothing is read from a database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.standard import Standard
from plumbline.office.foundation.prose import as_html
from plumbline.office.guidance.place import ALL, Place

KINDS = {
    "health": "Health",
    "gate": "Gates",
    "rule": "Rules",
    "artefact": "Artefacts and templates",
    "rhythm": "How often",
    "intake": "What a request is asked",
    "tailoring": "What a project may change",
    "competency": "Competencies of whoever leads",
}
_MISSING = {
    "health": "how health is read",
    "gate": "a gate",
    "rule": "a rule",
    "artefact": "an artefact or template",
    "rhythm": "how often it is done",
    "intake": "what a request is asked",
    "tailoring": "what a project may change",
    "competency": "what whoever leads has to be able to do",
}


@dataclass(frozen=True, slots=True)
class Topic:
    """``thing`` is its name in the standard; ``text`` in short, ``more`` the guidance in full as Markdown."""

    kind: str
    thing: str
    title: str
    text: str
    more: str = ""

    @property
    def html(self) -> SafeString:
        return as_html(self.more)


@dataclass(frozen=True, slots=True)
class Topics:
    """``missing`` says in words what one would look for here and the standard does not have."""

    found: tuple[Topic, ...]
    missing: tuple[str, ...] = field(default=())

    @property
    def by_kind(self) -> list[tuple[str, list[Topic]]]:
        groups = {kind: [each for each in self.found if each.kind == kind] for kind in KINDS}
        return [(KINDS[kind], topics) for kind, topics in groups.items() if topics]


def topics_of(place: Place, standard: Standard, about: str = "") -> Topics:
    """``about`` names one thing (``gate:closing``): of its kind only that is told, where the standard has it."""
    found = [*_health(place, standard), *_gates(place, standard), *_rules(place, standard)]
    found += [*_artefacts(place, standard), *_rhythm(place, standard), *_intake(place, standard)]
    found += [*_tailoring(place, standard), *_competencies(place, standard)]
    kind, _, name = about.partition(":")
    if any(each.kind == kind and each.thing == name for each in found):
        found = [each for each in found if each.kind != kind or each.thing == name]
    there = {each.kind for each in found}
    return Topics(tuple(found), tuple(_MISSING[each] for each in place.expects if each not in there))


def _health(place: Place, standard: Standard) -> Iterator[Topic]:
    if place.health:
        for name, dimension in standard.dimensions.items():
            health = standard.health.get(name)
            yield Topic("health", name, dimension.title, dimension.question, health.why if health else "")


def _gates(place: Place, standard: Standard) -> Iterator[Topic]:
    if place.gates:
        for name, gate in standard.gates.items():
            asked = "\n".join(f"- {each.ask}" for each in gate.questions.values())
            yield Topic("gate", name, gate.title, gate.purpose, asked)


def _rules(place: Place, standard: Standard) -> Iterator[Topic]:
    for each in rules_in_force(standard):
        if ALL in place.families or each.family in place.families or each.name in place.rules:
            guidance = standard.guidance.get(each.name, "")
            yield Topic("rule", each.name, each.rule.title, each.rule.question, guidance)


def _artefacts(place: Place, standard: Standard) -> Iterator[Topic]:
    for name, artefact in standard.artefacts.items():
        if ALL in place.artefacts or any(word in name for word in place.artefacts):
            yield Topic("artefact", name, artefact.title, artefact.purpose)


def _rhythm(place: Place, standard: Standard) -> Iterator[Topic]:
    for name in place.cadences:
        cadence = getattr(standard.cadences, name)
        if cadence is not None:
            title = name.replace("_", " ").capitalize()
            yield Topic("rhythm", name, title, f"At least every {cadence.days} days.", cadence.why)


def _intake(place: Place, standard: Standard) -> Iterator[Topic]:
    if place.intake:
        for name, question in standard.screening.items():
            yield Topic("intake", name, question.ask, question.look_for or "Answered with yes or no.")
        for name, criterion in standard.criteria.items():
            yield Topic("intake", name, criterion.title, criterion.ask)


def _tailoring(place: Place, standard: Standard) -> Iterator[Topic]:
    if place.tailoring:
        for name, freedom in standard.may_change.items():
            yield Topic("tailoring", name, freedom.title, freedom.why)


def _competencies(place: Place, standard: Standard) -> Iterator[Topic]:
    """Those that are asked of whoever leads a project, with what each level looks like."""
    if place.competencies:
        asked = next((each.competencies for each in standard.roles.values() if each.usually == "manager"), {})
        for name in asked:
            about = standard.competencies[name]
            levels = "\n".join(f"{number}. {looks}" for number, looks in enumerate(about.levels, start=1))
            yield Topic("competency", name, about.title, about.means, levels)
