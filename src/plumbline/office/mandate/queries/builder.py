"""A chapter of the builder, and how far the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from plumbline.office.mandate import catalogue_of
from plumbline.office.mandate.chapters import CHAPTERS, Chapter, after
from plumbline.office.mandate.lint import Mistake, mistakes
from plumbline.office.mandate.models import Answer, Challenge, OfPlace
from plumbline.office.mandate.queries.document import Document, document_of
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import Service


@dataclass(frozen=True, slots=True)
class Progress:
    """``has_something`` was written in it; ``open`` is how much the lint still finds there."""

    chapter: Chapter
    has_something: bool
    open: int

    @property
    def is_done(self) -> bool:
        return self.has_something and not self.open


@dataclass(frozen=True, slots=True)
class Builder:
    chapter: Chapter
    following: Chapter | None
    progress: list[Progress]
    mistakes: list[Mistake]
    rows: Sequence[OfPlace]
    answers: Sequence[Answer]
    services: Sequence[Service]
    taken: set[str] = field(default_factory=set)

    @property
    def done(self) -> int:
        return sum(each.is_done for each in self.progress)

    @property
    def controls(self) -> list[Any]:
        return list(catalogue_of.types_of("control").values()) if self.chapter.name == "authority" else []

    @property
    def reaches(self) -> list[Any]:
        return list(catalogue_of.types_of("reach").values()) if self.chapter.name == "authority" else []


def builder(organisation: Organisation, chapter: Chapter) -> Builder:
    document = document_of(organisation)
    found = mistakes(document)
    rows = list(chapter.part._default_manager.filter(organisation=organisation)) if chapter.part else []
    is_services = chapter.name == "services"
    answers = Answer.objects.filter(challenge__organisation=organisation).select_related("challenge", "service")
    offered = Service.objects.filter(organisation=organisation, archived_at=None).select_related("owner")
    return Builder(
        chapter=chapter,
        following=after(chapter.name),
        progress=[
            Progress(each, _has_something(document, each), sum(m.step == each.name for m in found))
            for each in CHAPTERS.values()
        ],
        mistakes=[each for each in found if each.step == chapter.name],
        rows=rows,
        answers=list(answers.order_by("challenge__position", "service__title")) if is_services else [],
        services=list(offered) if is_services else [],
        taken={each.key for each in rows if isinstance(each, Challenge)},
    )


_LISTS = {
    "challenges": "challenges",
    "authority": "authorities",
    "responsibilities": "responsibilities",
    "services": "services",
    "people": "posts",
    "measures": "measures",
    "roadmap": "roadmap",
}


def _has_something(document: Document, chapter: Chapter) -> bool:
    named = [each for each in chapter.fields if each != "office_name"]
    return any(document.get(each) for each in named) or bool(document.get(_LISTS.get(chapter.name, ""), None))
