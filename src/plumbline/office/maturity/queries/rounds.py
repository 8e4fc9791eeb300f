"""Rounds, and how far their assessors are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from plumbline.engine.maturity import Perspective
from plumbline.office.maturity.models import Assessor, Judgement, Round
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions of a perspective were answered by how many people."""

    perspective: Perspective
    answered: int
    asked: int

    @property
    def share(self) -> int:
        return round(100 * self.answered / self.asked) if self.asked else 0


@dataclass(frozen=True, slots=True)
class RoundPage:
    """``assessors`` carry how much each has ``answered``, of ``questions``; only the lead is shown them."""

    questions: int
    assessors: Sequence[Assessor]
    progress: list[Progress]
    evidence: int

    @property
    def finished(self) -> int:
        return sum(each.finished_at is not None for each in self.assessors)


def round_in(organisation: Organisation, round_id: int) -> Round:
    """404 for one of another organisation."""
    found = (
        Round.objects.filter(organisation=organisation, pk=round_id)
        .select_related("organisation", "lead", "result")
        .first()
    )
    if found is None:
        raise Http404
    return found


def rounds(organisation: Organisation) -> QuerySet[Round]:
    """The last begun first, with how many were asked."""
    return (
        Round.objects.filter(organisation=organisation)
        .select_related("result", "lead")
        .annotate(asked=Count("assessors"))
        .order_by("-begun_at", "-id")
    )


def open_round(organisation: Organisation) -> Round | None:
    return rounds(organisation).filter(state=Round.State.OPEN).first()


def assessor_of(found: Round, person: Person) -> Assessor | None:
    return Assessor.objects.filter(round=found, person=person).select_related("round__organisation", "person").first()


def leads(membership: Membership, found: Round) -> bool:
    """The lead, and the PMO manager, so that a round is not stuck when its lead has left."""
    return membership.person_id == found.lead_id or membership.role == Role.PMO_MANAGER


def round_page(found: Round) -> RoundPage:
    """A fixed number of queries."""
    model = found.model
    assessors = list(
        Assessor.objects.filter(round=found)
        .select_related("person")
        .annotate(answered=Count("judgements", filter=~Q(judgements__value="")))
        .order_by("person__name")
    )
    counts: dict[str, int] = {}
    for attribute in Judgement.objects.filter(assessor__round=found).exclude(value="").values_list("attribute"):
        perspective = attribute[0].partition("-")[0]
        counts[perspective] = counts.get(perspective, 0) + 1
    progress = [
        Progress(each, counts.get(each.key, 0), len(each.attributes) * len(assessors)) for each in model.perspectives
    ]
    measured = found.evidence.exclude(suggests="").count()
    return RoundPage(len(list(model.attributes())), assessors, progress, measured)
