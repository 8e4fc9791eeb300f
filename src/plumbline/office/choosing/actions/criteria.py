"""Criteria and their weights: given directly, or by comparison two by two. Every change is a new row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from plumbline.engine.scoring import pairwise_weights
from plumbline.office.choosing.models import Weighting
from plumbline.office.choosing.queries.weights import weighting_of
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person

MOST_CRITERIA = 10
HEAVIEST = 1000
Given = tuple[str, str, float]
"""Key (empty for a new one), title, weight."""


def set_criteria(organisation: Organisation, *, by: Person | None, criteria: Sequence[Given]) -> Weighting:
    """Raises ``ValidationError`` without criteria, for two of one title, and for a weight that is not above zero."""
    with action("set_criteria", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if not 1 <= len(criteria) <= MOST_CRITERIA:
            raise ValidationError(f"There are between 1 and {MOST_CRITERIA} criteria.")
        titles = [title.strip().lower() for _, title, _ in criteria]
        if len(set(titles)) < len(titles):
            raise ValidationError("Each criterion stands once. Two have the same title.")
        if any(not 0 < weight <= HEAVIEST for _, _, weight in criteria):
            raise ValidationError(f"A weight lies above 0, up to {HEAVIEST}.")
        found = Weighting(organisation=organisation, by=by, method=Weighting.Method.DIRECT, criteria=_keyed(criteria))
        line.about(add(found), criteria={each["title"]: each["weight"] for each in found.criteria})
    return found


def compare_criteria(
    organisation: Organisation, *, by: Person | None, judgements: Mapping[tuple[str, str], float]
) -> Weighting:
    """Weights of the present criteria from ``judgements`` by key. They are kept whether or not they go together.

    Raises ``ValidationError`` if a pair is missing.
    """
    with action("compare_criteria", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        last = weighting_of(organisation)
        if last is None:
            raise ValidationError("Say first which criteria there are.")
        try:
            found = pairwise_weights([each["key"] for each in last.criteria], judgements)
        except ValueError as error:
            raise ValidationError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
        criteria = [{**each, "weight": round(found.weights[each["key"]], 6)} for each in last.criteria]
        row = Weighting(
            organisation=organisation,
            by=by,
            method=Weighting.Method.PAIRWISE,
            criteria=criteria,
            judgements=[[first, second, how] for (first, second), how in judgements.items()],
            ratio=found.ratio,
        )
        line.about(add(row), ratio=round(found.ratio, 4))
    return row


def _keyed(criteria: Sequence[Given]) -> list[dict[str, object]]:
    """A key stays with its criterion when the title changes, so that points stay too."""
    taken = {key for key, _, _ in criteria if key}
    found: list[dict[str, object]] = []
    for given, title, weight in criteria:
        key = given
        if not key:
            stem = slugify(title)[:40] or "criterion"
            key = next(each for each in (stem, *(f"{stem}-{number}" for number in range(2, 99))) if each not in taken)
            taken.add(key)
        found.append({"key": key, "title": title.strip(), "weight": weight})
    return found
