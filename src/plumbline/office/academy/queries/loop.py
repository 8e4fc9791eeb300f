"""What findings propose, and which lessons work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.course import Lesson
from plumbline.engine.course.effect import Verdict
from plumbline.office.academy.models import LessonEffect, LessonProposal
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.queries import courses_in_force

SAID = {
    Verdict.TOO_FEW: "Too few cases to say",
    Verdict.RARER: "Findings became rarer",
    Verdict.OFTENER: "Findings became more frequent",
    Verdict.UNCLEAR: "No more than chance could do",
}


@dataclass(frozen=True, slots=True)
class Proposed:
    proposal: LessonProposal
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class EffectSeen:
    effect: LessonEffect
    lesson: Lesson

    @property
    def said(self) -> str:
        return SAID[self.effect.verdict]

    @property
    def colour(self) -> str:
        return {Verdict.RARER: "green", Verdict.OFTENER: "red"}.get(self.effect.verdict, "grey")

    @property
    def beyond(self) -> float | None:
        """The change less that of those who did not take it."""
        change, others = self.effect.change, self.effect.others
        return None if change is None or others is None else change - others


def open_proposals(organisation: Organisation) -> QuerySet[LessonProposal]:
    """By name."""
    found = LessonProposal.objects.filter(organisation=organisation, state=LessonProposal.State.OPEN)
    return found.select_related("person").order_by("person__name", "proposed_at", "pk")


def proposed_to(organisation: Organisation, person: Person) -> list[Proposed]:
    return with_lessons(organisation, open_proposals(organisation).filter(person=person))


def with_lessons(organisation: Organisation, proposals: Iterable[LessonProposal]) -> list[Proposed]:
    """Those whose lesson the standard in force still has."""
    taught = courses_in_force(organisation)
    found = ((each, taught.lesson(f"{each.course}/{each.lesson}")) for each in proposals)
    return [Proposed(each, lesson) for each, lesson in found if lesson]


def proposal(organisation: Organisation, number: int) -> LessonProposal:
    """404 for one of another organisation."""
    found = LessonProposal.objects.filter(organisation=organisation, pk=number)
    one = found.select_related("organisation", "person").first()
    if one is None:
        raise Http404
    return one


def effects(organisation: Organisation) -> list[EffectSeen]:
    """In the order of the courses; nothing is sorted by how well a lesson did."""
    taught = courses_in_force(organisation)
    kept = {f"{each.course}/{each.lesson}": each for each in LessonEffect.objects.filter(organisation=organisation)}
    return [EffectSeen(kept[each.key], each) for each in taught.lessons() if each.key in kept]


def lines_of_effects(found: list[EffectSeen]) -> Iterator[list[Any]]:
    yield [
        "Course", "Lesson", "People", "Before", "After", "Change", "At least", "At most", "Chance", "Change of others",
        "People with others beside", "What can be said",
    ]  # fmt: skip
    for each in found:
        one = each.effect
        figures = (one.before, one.after, one.change, one.low, one.high, one.chance, one.others)
        rounded = [None if figure is None else round(figure, 3) for figure in figures]
        yield [one.course, each.lesson.title, one.people, *rounded, one.compared, each.said]
