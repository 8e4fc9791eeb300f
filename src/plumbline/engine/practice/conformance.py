"""How much of what its standard asks a project keeps, and the same for groups of projects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plumbline.engine.practice.facts import ProjectPractice
from plumbline.engine.practice.metrics.rule_conformance import WEIGHTS
from plumbline.engine.practice.practice_metric import Item
from plumbline.engine.rules.rule import Outcome

PARTS = {
    "artefacts": "Artefacts due, approved and current",
    "gates": "Gates held before the work behind them",
    "conditions": "Conditions of gates closed in time",
    "rules": "Rules kept, by what they matter",
    "cadence": "The plan brought up to date in time",
}
SMALL_GROUP = 5
"""A group of fewer projects says more about single projects than about the group."""


@dataclass(frozen=True, slots=True)
class Part:
    """``kept`` of ``asked``, in the part's own unit (things, or weights of rules); ``items`` are those behind it.

    ``unjudged`` counts what is asked and of which nothing is known: it counts neither way, and is said.
    """

    kept: float
    asked: float
    items: tuple[Item, ...] = ()
    unjudged: int = 0

    @property
    def share(self) -> float:
        return 100.0 * self.kept / self.asked


@dataclass(frozen=True, slots=True)
class Conformance:
    """Only parts of which something is asked are there. ``projects`` is how many stand behind it."""

    parts: Mapping[str, Part]
    projects: int = 1

    @property
    def score(self) -> float | None:
        """From 0 to 100: the mean of the parts' shares; ``None`` where nothing is asked yet."""
        return sum(each.share for each in self.parts.values()) / len(self.parts) if self.parts else None

    @property
    def missing(self) -> tuple[str, ...]:
        """Parts about which nothing can be said; the score does not rest on them."""
        return tuple(name for name in PARTS if name not in self.parts)

    @property
    def is_small(self) -> bool:
        return self.projects < SMALL_GROUP


def conformance_of(project: ProjectPractice, as_of: date) -> Conformance:
    """Of one project, with the list behind each part; conditions due after ``as_of`` do not count yet."""
    found = {
        "artefacts": _counted(_artefacts(project)),
        "gates": _counted(_gates(project)),
        "conditions": _counted(_conditions(project, as_of)),
        "rules": _rules(project),
        "cadence": _counted(_cadence(project)),
    }
    return Conformance({name: part for name, part in found.items() if part.asked})


def pooled(many: Iterable[Conformance]) -> Conformance:
    """Of a group: what is kept and asked is added up, so that two artefacts do not weigh like thirty.

    The items stay with the projects.
    """
    found = [each for each in many if each.parts]
    together: dict[str, list[Part]] = {}
    for each in found:
        for name, part in each.parts.items():
            together.setdefault(name, []).append(part)
    return Conformance({name: _sum(together[name]) for name in PARTS if name in together}, len(found))


def _sum(parts: list[Part]) -> Part:
    return Part(
        sum(each.kept for each in parts), sum(each.asked for each in parts), (), sum(each.unjudged for each in parts)
    )


def _counted(items: list[Item]) -> Part:
    return Part(sum(each.counts for each in items), len(items), tuple(items))


def _artefacts(project: ProjectPractice) -> list[Item]:
    words = {(True, True): "approved and current", (True, False): "out of date"}
    return [
        Item(project.key, each.title, each.current, words.get((each.approved, each.current), "not approved"))
        for each in project.artefacts or ()
    ]


def _gates(project: ProjectPractice) -> list[Item]:
    passed = [
        Item(project.key, each.title, in_time, f"passed on {each.decided_on:%Y-%m-%d}")
        for each in project.gates or ()
        if each.passed and (in_time := each.held_in_time) is not None
    ]
    return passed + [Item(project.key, title, False, "not held") for title in project.gates_due]


def _conditions(project: ProjectPractice, as_of: date) -> list[Item]:
    return [
        Item(project.key, each.title, each.closed_in_time(), f"due {each.due_on:%Y-%m-%d}")
        for each in project.conditions or ()
        if each.due_on < as_of
    ]


def _rules(project: ProjectPractice) -> Part:
    """What is waived or cannot be assessed counts neither for nor against."""
    judged = [each for each in project.rules or () if each.outcome in (Outcome.PASS, Outcome.FAIL)]
    kept = sum(WEIGHTS[each.severity] for each in judged if each.outcome is Outcome.PASS)
    items = tuple(
        Item(project.key, each.title, each.outcome is Outcome.PASS, f"{each.severity} rule") for each in judged
    )
    unjudged = sum(each.outcome is Outcome.NOT_ASSESSABLE for each in project.rules or ())
    return Part(kept, sum(WEIGHTS[each.severity] for each in judged), items, unjudged)


def _cadence(project: ProjectPractice) -> list[Item]:
    if not project.is_active or project.plan_age_days is None or project.plan_max_age_days is None:
        return []
    fresh = project.plan_age_days <= project.plan_max_age_days
    detail = f"{project.plan_age_days} days old, {project.plan_max_age_days} allowed"
    return [Item(project.key, "Plan", fresh, detail)]
