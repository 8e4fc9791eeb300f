"""What a probe says: a figure, a sentence, the answer that it speaks for, and where to look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from plumbline.engine.maturity import Answer
from plumbline.engine.practice.found import practice_metrics
from plumbline.office.conformance.models import PracticeReading
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

MOSTLY, HALFWAY = 90.0, 60.0


@dataclass(frozen=True, slots=True)
class Measured:
    """``value`` is ``None``, and ``suggests`` too, where nothing can be said; ``sentence`` then says why."""

    value: float | None
    sentence: str
    suggests: Answer | None
    path: str


def by_limits(value: float, met: float = MOSTLY, partly: float = HALFWAY) -> Answer:
    """Where ``met`` lies below ``partly``, less is better."""
    sign = 1 if met >= partly else -1
    if sign * value >= sign * met:
        return Answer.MET
    return Answer.PARTLY if sign * value >= sign * partly else Answer.NOT_MET


def share(kept: int, asked: int, words: str, nothing: str, path: str) -> Measured:
    """``words`` follow "3 of 4", as in "risks have an owner."."""
    if not asked:
        return Measured(None, nothing, None, path)
    value = 100.0 * kept / asked
    return Measured(value, f"{kept} of {asked} {words}", by_limits(value), path)


def share_of_projects(organisation: Organisation, holds: Q, words: str, route: str) -> Measured:
    """Of the running projects, those for which ``holds``. One query."""
    counted = Project.objects.filter(organisation=organisation, archived_at=None).aggregate(
        asked=Count("pk", distinct=True), kept=Count("pk", filter=holds, distinct=True)
    )
    kept, asked = counted["kept"], counted["asked"]
    return share(kept, asked, words, "No project is running.", address(route, organisation))


def of_metric(organisation: Organisation, metric: str, met: float = MOSTLY, partly: float = HALFWAY) -> Measured:
    """What conformance last counted for a practice metric."""
    found = PracticeReading.objects.filter(organisation=organisation, metric=metric).defer("items")
    reading = found.order_by("-day").first()
    about = next(each.metric for each in practice_metrics() if each.name == metric)
    if reading is None:
        there = address("conformance:overview", organisation)
        return Measured(None, f"{about.title} ({about.id}) was not counted yet.", None, there)
    there = address("conformance:metric", organisation, metric)
    if reading.value is None:
        return Measured(None, f"{about.title} ({about.id}): {reading.reason}", None, there)
    unit = "%" if about.unit == "%" else f" {about.unit}"
    sentence = f"{about.title} ({about.id}) was {reading.value:.3g}{unit} on {in_words(reading.day)}. {about.formula}"
    return Measured(reading.value, sentence, by_limits(reading.value, met, partly), there)


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def not_measured(words: str) -> Measured:
    return Measured(None, words, None, "")


def address(route: str, organisation: Organisation, *given: object) -> str:
    return reverse(route, args=[organisation.slug, *given])
