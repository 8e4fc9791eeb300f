"""What an assessor sees: the questions of one perspective, with the evidence beside each."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.maturity import Attribute, Level, Perspective
from plumbline.office.maturity.models import Assessor, Evidence, Judgement


@dataclass(frozen=True, slots=True)
class Question:
    attribute: Attribute
    level: Level
    evidence: Evidence | None
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Place:
    """A perspective among the others, and how much of it this assessor has answered."""

    perspective: Perspective
    answered: int

    @property
    def is_done(self) -> bool:
        return self.answered == len(self.perspective.attributes)


@dataclass(frozen=True, slots=True)
class AnsweringPage:
    """``following`` is the key of the next perspective, empty after the last."""

    perspective: Perspective
    questions: list[Question]
    places: list[Place]
    following: str

    @property
    def answered(self) -> int:
        return sum(each.answered for each in self.places)

    @property
    def asked(self) -> int:
        return sum(len(each.perspective.attributes) for each in self.places)


def where_to_go_on(assessor: Assessor) -> Attribute:
    """The first question left open after the one answered last, else the first left open, else the first of all."""
    attributes = list(assessor.round.model.attributes())
    given = Judgement.objects.filter(assessor=assessor).exclude(value="").order_by("changed_at", "pk")
    answered = list(given.values_list("attribute", flat=True))
    places = [place for place, each in enumerate(attributes) if answered and each.key == answered[-1]]
    after = places[0] if places else 0
    return next((each for each in attributes[after:] + attributes[:after] if each.key not in answered), attributes[0])


def answering_page(assessor: Assessor, perspective: Perspective) -> AnsweringPage:
    """Two queries."""
    model = assessor.round.model
    said = {each.attribute: each for each in Judgement.objects.filter(assessor=assessor)}
    evidence = {each.probe: each for each in Evidence.objects.filter(round=assessor.round)}
    levels = {each.number: each for each in model.levels}
    questions = [
        Question(each, levels[each.level], evidence.get(each.evidence), said.get(each.key))
        for each in perspective.attributes
    ]
    given = {key for key, each in said.items() if each.value}
    places = [Place(each, sum(attribute.key in given for attribute in each.attributes)) for each in model.perspectives]
    keys = [each.key for each in model.perspectives]
    place = keys.index(perspective.key) + 1
    return AnsweringPage(perspective, questions, places, keys[place] if place < len(keys) else "")
