"""The page of the charter: the text in force, and beside it what is measured today."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.office.mandate import catalogue_of
from plumbline.office.mandate.catalogue_of import OfficeType
from plumbline.office.mandate.lint import Mistake, mistakes
from plumbline.office.mandate.models import Challenge, CharterProposal, CharterVersion, RoadmapItem, SuccessMeasure
from plumbline.office.mandate.queries.document import Document, document_of
from plumbline.office.mandate.queries.place import Place, PostShown, places, tree, units_above
from plumbline.office.mandate.queries.readings import Course, courses
from plumbline.office.people.models import Organisation


@dataclass(frozen=True, slots=True)
class ChallengeShown:
    """One challenge of the text with how it goes today."""

    text: Document
    course: Course

    @property
    def target_on(self) -> date | None:
        return _day(self.text["target_on"])


@dataclass(frozen=True, slots=True)
class Bar:
    """A step of the roadmap, as its picture wants it."""

    name: str
    kind: str
    start: date | None
    finish: date | None
    progress: float
    critical: bool = False
    level: int = 0
    baseline_start: date | None = None
    baseline_finish: date | None = None


@dataclass(frozen=True, slots=True)
class Charter:
    """``version`` is the one in force, whose text is shown; without one the text is what is being written."""

    version: CharterVersion | None
    text: Document
    has_moved_on: bool
    proposal: CharterProposal | None
    control: OfficeType | None
    reach: OfficeType | None
    challenges: list[ChallengeShown]
    measures: list[ChallengeShown]
    posts: list[PostShown]
    places: list[Place]
    roadmap: list[RoadmapItem]
    mistakes: list[Mistake]

    @property
    def is_empty(self) -> bool:
        return self.version is None and not (self.text["challenges"] or self.text["purpose"])

    @property
    def review_on(self) -> date | None:
        return _day(self.text["review_on"])

    @property
    def bars(self) -> list[Bar]:
        return [
            Bar(
                each.title,
                "milestone" if each.is_milestone or each.starts_on is None else "activity",
                each.starts_on if each.starts_on and not each.is_milestone else each.due_on,
                each.due_on or each.starts_on,
                1.0 if each.done_on else 0.0,
            )
            for each in self.roadmap
        ]

    @property
    def overcome(self) -> int:
        return sum(each.course.word == "overcome" for each in self.challenges)

    @property
    def vacancies(self) -> float:
        return sum(each.vacant for each in self.posts)


def charter(organisation: Organisation) -> Charter:
    written = document_of(organisation)
    version = CharterVersion.objects.filter(organisation=organisation).select_related("approved_by").first()
    text = json.loads(version.document) if version else written
    proposal = CharterProposal.objects.filter(organisation=organisation).select_related("asked_by").first()
    posts = tree(text["posts"])
    return Charter(
        version=version,
        text=text,
        has_moved_on=version is not None and _without_progress(text) != _without_progress(written),
        proposal=proposal,
        control=catalogue_of.types_of("control").get(text["control"]),
        reach=catalogue_of.types_of("reach").get(text["reach"]),
        challenges=_shown(
            organisation, [_as_measured(Challenge, each) for each in text["challenges"]], text["challenges"]
        ),
        measures=_shown(organisation, _measures(organisation, text["measures"]), text["measures"]),
        posts=posts,
        places=places(text, units_above(organisation, text["unit"]), posts),
        roadmap=list(RoadmapItem.objects.filter(organisation=organisation).select_related("owner", "challenge")),
        mistakes=mistakes(written),
    )


def _shown(organisation: Organisation, things: list[Any], texts: list[Document]) -> list[ChallengeShown]:
    found = courses(organisation, things)
    return [ChallengeShown(text, found[place]) for place, text in enumerate(texts)]


def _as_measured(model: Any, text: Document) -> Any:
    return model(metric=text["metric"], baseline=text["baseline"], target=text["target"])


def _measures(organisation: Organisation, texts: list[Document]) -> list[SuccessMeasure]:
    """With the values that somebody recorded since."""
    kept = {each.title: each for each in SuccessMeasure.objects.filter(organisation=organisation)}
    found = []
    for text in texts:
        each, now = _as_measured(SuccessMeasure, text), kept.get(text["title"])
        if now is not None:
            each.value, each.value_on = now.value, now.value_on
        found.append(each)
    return found


def _without_progress(text: Document) -> Document:
    """What is done of the roadmap does not make another charter."""
    roadmap = [{**each, "done_on": ""} for each in text["roadmap"]]
    return {**text, "roadmap": roadmap}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
