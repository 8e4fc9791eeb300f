"""Lessons learned of the whole organisation: found by words, and offered where something begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.http import Http404

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind, LessonUse
from plumbline.office.registers.queries.finding import containing

MOST_OFFERED = 5
MOST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_NOTHING = frozenset(
    re.findall(
        r"\w+",
        """
    about after also because been before being between both could does each every from have into more most much must
    need needs only other over project projects should some such than that their them then there these they this those
    through under until very want what when where which while will with without would year years your
    """,
    )
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A lesson with what was made of it here, ``None`` while nobody has answered."""

    lesson: Entry
    use: LessonUse | None


def found_lessons(organisation: Organisation, words: str = "", *, outdated: bool = False) -> QuerySet[Entry]:
    """With how often each was ``applied``; archived projects too, since a lesson outlives its project."""
    found = Entry.objects.filter(organisation=organisation, kind=Kind.LESSON)
    if not outdated:
        found = found.filter(closed_at=None)
    return (
        containing(found, words)
        .select_related("project", "owner", "raised_by")
        .annotate(applied=Count("uses", filter=Q(uses__applied=True)))
        .order_by("-raised_at", "-pk")
    )


def lesson_learned(organisation: Organisation, entry_id: int) -> Entry:
    """404 for one of another organisation, and for an entry of another kind."""
    found = Entry.objects.filter(organisation=organisation, kind=Kind.LESSON, pk=entry_id).first()
    if found is None:
        raise Http404
    return found


def lessons_for(organisation: Organisation, words: str, project: Project | None = None) -> list[Entry]:
    """Those of other projects that have most words in common; none where nothing fits. One query."""
    wanted = list(dict.fromkeys(each for each in _WORD.findall(words.casefold()) if each not in _SAYS_NOTHING))
    if not wanted:
        return []
    fit = sum(
        (
            Case(When(_mentions(word), then=Value(1)), default=Value(0), output_field=IntegerField())
            for word in wanted[:MOST_WORDS]
        ),
        start=Value(0, output_field=IntegerField()),
    )
    found = Entry.objects.filter(organisation=organisation, kind=Kind.LESSON, closed_at=None)
    if project is not None:
        found = found.exclude(project=project)
    fitting = found.annotate(fit=fit).filter(fit__gt=0).select_related("project")
    return list(fitting.order_by(F("fit").desc(), "-raised_at", "-pk")[:MOST_OFFERED])


def offered(organisation: Organisation, words: str, offered_at: str, project: Project | None = None) -> list[Offered]:
    """``lessons_for`` with the latest answer given at that gate or request. Two queries."""
    lessons = lessons_for(organisation, words, project)
    uses = LessonUse.objects.filter(lesson__in=lessons, offered_at=offered_at, project=project).order_by("at", "pk")
    latest = {each.lesson_id: each for each in uses.select_related("by")} if lessons else {}
    return [Offered(each, latest.get(each.pk)) for each in lessons]


def _mentions(word: str) -> Q:
    """Its first letters, so that tunnels finds tunnel."""
    stem = word[: max(4, len(word) - 2)]
    return Q(title__icontains=stem) | Q(category__icontains=stem) | Q(description__icontains=stem)
