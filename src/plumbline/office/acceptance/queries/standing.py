"""Who has agreed on the present text of a criterion, voice by voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery

from plumbline.office.acceptance.models import Agreement, Criterion, CriterionText, Voice
from plumbline.office.people.models import Person

Standing = dict[Voice, list[Agreement]]


@dataclass(frozen=True, slots=True)
class Counts:
    """Criteria that were not withdrawn."""

    total: int = 0
    agreed: int = 0

    @property
    def open(self) -> int:
        return self.total - self.agreed

    @property
    def is_agreed(self) -> bool:
        """There is something to agree on, and all of it is agreed."""
        return self.total > 0 and self.open == 0


def present_text(criterion: Criterion) -> CriterionText:
    return CriterionText.objects.filter(criterion=criterion).select_related("by").order_by("-number")[0]


def standing_of(text: CriterionText) -> Standing:
    """By voice those who agree on this text, the first first; who took it back is not among them."""
    return standings([text])[text.pk]


def standings(texts: Iterable[CriterionText]) -> dict[int, Standing]:
    """By the id of the text; one query however many there are."""
    found: dict[int, Standing] = {each.pk: {} for each in texts}
    last: dict[tuple[int, str, int], Agreement] = {}
    for each in Agreement.objects.filter(text__in=found).select_related("by").order_by("pk"):
        last[each.text_id, each.voice, each.by_id] = each
    for each in sorted(last.values(), key=lambda each: each.pk):
        if each.agrees:
            found[each.text_id].setdefault(Voice(each.voice), []).append(each)
    return found


def present_texts(criteria: Iterable[Criterion]) -> dict[int, CriterionText]:
    """By the id of the criterion; one query however many there are."""
    newest = CriterionText.objects.filter(criterion=OuterRef("criterion")).order_by("-number").values("pk")[:1]
    rows = CriterionText.objects.filter(criterion__in=[each.pk for each in criteria], pk=Subquery(newest))
    return {each.criterion_id: each for each in rows}


def spoken_by(person: Person, standing: Standing) -> set[Voice]:
    return {voice for voice, agreements in standing.items() if any(each.by_id == person.pk for each in agreements)}


def counts_by_deliverable(project_id: int) -> dict[int, Counts]:
    """Of deliverables that were not dropped; those without criteria are left out. One query."""
    rows = Criterion.objects.filter(project=project_id, withdrawn_at=None, deliverable__dropped_at=None)
    found: dict[int, Counts] = {}
    for deliverable_id, agreed_at in rows.values_list(F("deliverable_id"), "agreed_at"):
        before = found.get(deliverable_id, Counts())
        found[deliverable_id] = Counts(before.total + 1, before.agreed + (agreed_at is not None))
    return found
