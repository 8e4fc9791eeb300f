"""Which criteria can be shown to those who accept them: those that are agreed on as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from plumbline.office.acceptance.models import Criterion, CriterionText, Voice
from plumbline.office.acceptance.queries.standing import present_texts, standings
from plumbline.office.acceptance.session_models import AcceptanceSession, AgendaItem
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Offered:
    """A criterion that may be put on an agenda, or ``why_not``; ``before`` is how it fared when it was last shown."""

    criterion: Criterion
    why_not: str
    before: AgendaItem | None


def present(found: QuerySet[Criterion]) -> QuerySet[Criterion]:
    """Each with ``present_id``, its present text, and its deliverable."""
    last = CriterionText.objects.filter(criterion=OuterRef("pk")).order_by("-number")
    return found.select_related("deliverable").annotate(present_id=Subquery(last.values("pk")[:1]))


def agreed(found: QuerySet[Criterion]) -> QuerySet[Criterion]:
    return found.filter(agreed_at__isnull=False, withdrawn_at=None, deliverable__dropped_at=None)


def is_agreed(criterion: Criterion) -> bool:
    return bool(criterion.agreed_at and not criterion.withdrawn_at and not criterion.deliverable.dropped_at)


def why_not(criterion: Criterion, voices: Iterable[str]) -> str:
    """Why it cannot be accepted; ``voices`` are those that agree on its present text. Nothing if it can."""
    if is_agreed(criterion):
        return ""
    if criterion.withdrawn_at:
        return "It is withdrawn."
    if criterion.deliverable.dropped_at:
        return "Its deliverable is dropped."
    spoke = [str(each.label) for each in Voice if each in set(voices)]
    if not spoke:
        return "Nobody has agreed on its present text yet."
    return f"Only {' and '.join(spoke)} {'have' if len(spoke) > 1 else 'has'} agreed on its present text."


def offered(session: AcceptanceSession) -> list[Offered]:
    """Every criterion of the project that is not withdrawn and not on the agenda; three queries."""
    there = present(session.project.criteria.filter(withdrawn_at=None, deliverable__dropped_at=None))
    wanted = list(there.exclude(agenda_items__session=session).order_by("deliverable__number", "number"))
    voices, before = voices_on(wanted), last_shown(session.project)
    return [Offered(each, why_not(each, voices.get(each.pk, ())), before.get(each.pk)) for each in wanted]


def voices_on(criteria: Iterable[Criterion]) -> dict[int, set[Voice]]:
    """By criterion that is not agreed on, the voices that agree on its present text; two queries."""
    texts = present_texts([each for each in criteria if not is_agreed(each)])
    said = standings(texts.values())
    return {criterion: set(said[text.pk]) for criterion, text in texts.items()}


def last_shown(project: Project) -> dict[int, AgendaItem]:
    """By criterion, its item in the last closed session in which it was shown, with the decision that counts."""
    shown = AgendaItem.objects.filter(session__project=project, showing__isnull=False)
    found = shown.select_related("session", "final__text").defer("final__text__text").order_by("showing")
    return {each.criterion_id: each for each in found}
