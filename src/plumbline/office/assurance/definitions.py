"""The page on which a deliverable is held against the standard's definitions of ready and done."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.acceptance import believed
from plumbline.engine.readiness import Looked, PointStanding, standings
from plumbline.engine.standard.acceptance import Point
from plumbline.engine.standard.schema import Standard
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.acceptance.queries.answers import Answers, answers_of
from plumbline.office.acceptance.readiness_models import Definition, ReadinessAnswer
from plumbline.office.assurance.gather import current_plan_facts
from plumbline.office.assurance.gather_acceptance import acceptance_facts
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.queries import today

_TITLES = {Definition.READY: "Ready to be begun", Definition.DONE: "Done"}


@dataclass(frozen=True, slots=True)
class PointRow:
    name: str
    point: Point
    standing: PointStanding
    answer: ReadinessAnswer | None

    @property
    def reading(self) -> str:
        """As the page says it, in one word."""
        return {True: "Met", False: "Not met", None: "Not known"}[self.standing.met]


@dataclass(frozen=True, slots=True)
class DefinitionTable:
    name: str
    title: str
    rows: list[PointRow]

    @property
    def open(self) -> int:
        return sum(each.standing.holds_up for each in self.rows)


def definitions_of(deliverable: Deliverable) -> list[DefinitionTable]:
    """Ready and done, point by point; none where the standard defines neither, or the deliverable was dropped."""
    project = deliverable.project
    standard, facts = standard_for(project), acceptance_facts(project)
    fact = next((each for each in facts.deliverables if each.key == str(deliverable.pk)), None) if facts else None
    if standard is None or facts is None or fact is None:
        return []
    criteria = believed(facts.criteria_of(fact), today(project.organisation), standard.evidence_days)
    looked = Looked(fact, list(criteria), current_plan_facts(project))
    answers = answers_of(project).get(deliverable.pk, {})
    return [
        DefinitionTable(each.value, _TITLES[each], _rows(each, points, looked, answers))
        for each, points in _points(standard)
        if points
    ]


def _points(standard: Standard) -> list[tuple[Definition, dict[str, Point]]]:
    return [(Definition.READY, standard.ready), (Definition.DONE, standard.done)]


def _rows(definition: Definition, points: dict[str, Point], looked: Looked, answers: Answers) -> list[PointRow]:
    said = {point: each.yes for (asked, point), each in answers.items() if asked == definition}
    found = standings((point.asked_as(name) for name, point in points.items()), looked, said)
    return [
        PointRow(name, point, standing, answers.get((definition.value, name)))
        for (name, point), standing in zip(points.items(), found, strict=True)
    ]
