"""Benefits of an organisation, and one of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.benefits.models import (
    LIVE,
    Benefit,
    BenefitLink,
    BenefitMeasurement,
    BenefitsReview,
    Means,
    MeasurementTable,
)
from plumbline.office.benefits.queries.networks import networks_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.strategy.models import Objective

BESIDE = ("organisation", "project__organisation", "project__programme", "project__portfolio", "profile__owner",
          "profile__successor")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """What does not fit is left out. ``status`` empty: all that are still measured or to come."""

    q: str = ""
    objective: Objective | None = None
    programme: Programme | None = None
    portfolio: Portfolio | None = None
    owner: Person | None = None
    status: str = ""

    @property
    def narrows(self) -> bool:
        return any((self.q, self.objective, self.programme, self.portfolio, self.owner, self.status))


def benefits_in(organisation: Organisation, filters: Filters | None = None) -> QuerySet[Benefit]:
    """Archived projects' benefits too: they are measured on."""
    chosen = filters or Filters()
    found = Benefit.objects.filter(organisation=organisation, profile__isnull=False).select_related(*BESIDE)
    for word in chosen.q.split():
        found = found.filter(Q(profile__title__icontains=word) | Q(project__code__icontains=word))
    if chosen.objective:
        found = found.filter(pk__in=_reaching(organisation, chosen.objective))
    if chosen.programme:
        found = found.filter(project__programme=chosen.programme)
    if chosen.portfolio:
        found = found.filter(project__portfolio=chosen.portfolio)
    if chosen.owner:
        found = found.filter(profile__owner=chosen.owner)
    found = found.filter(profile__status=chosen.status) if chosen.status else found.filter(profile__status__in=LIVE)
    return found.order_by("project__code", "number")


def _reaching(organisation: Organisation, objective: Objective) -> list[int]:
    linked = BenefitLink.objects.filter(project__organisation=organisation, to_objective=objective, ended_at=None)
    networks = networks_of(linked.values_list("project_id", flat=True))
    return [
        each.pk
        for net in networks.values()
        for each in net.things.values()
        if isinstance(each, Benefit) and objective in net.objectives_of(each)
    ]


def benefits_of(project: Project) -> QuerySet[Benefit]:
    """The ended ones last."""
    found = Benefit.objects.filter(project=project, profile__isnull=False).select_related(*BESIDE)
    return found.order_by("number")


def benefit_in(organisation: Organisation, benefit_id: int) -> Benefit:
    """404 for one of another organisation."""
    found = Benefit.objects.filter(organisation=organisation, pk=benefit_id).select_related(*BESIDE).first()
    if found is None:
        raise Http404
    return found


def measurement_in(organisation: Organisation, measurement_id: int) -> BenefitMeasurement:
    beside = [f"benefit__{each}" for each in BESIDE]
    mine = BenefitMeasurement.objects.filter(benefit__organisation=organisation, pk=measurement_id)
    found = mine.select_related(*beside).first()
    if found is None:
        raise Http404
    return found


def means_in(organisation: Organisation, means_id: int) -> Means:
    mine = Means.objects.filter(organisation=organisation, pk=means_id)
    found = mine.select_related(
        "organisation", "project__organisation", "project__portfolio", "project__programme", "owner"
    ).first()
    if found is None:
        raise Http404
    return found


def link_in(organisation: Organisation, link_id: int) -> BenefitLink:
    mine = BenefitLink.objects.filter(project__organisation=organisation, pk=link_id)
    found = mine.select_related("project__organisation").first()
    if found is None:
        raise Http404
    return found


def review_in(organisation: Organisation, review_id: int) -> BenefitsReview:
    mine = BenefitsReview.objects.filter(project__organisation=organisation, pk=review_id)
    found = mine.select_related(
        "project__organisation", "project__portfolio", "project__programme", "lesson__project", "held_by"
    ).first()
    if found is None:
        raise Http404
    return found


def table_in(organisation: Organisation, table_id: int) -> MeasurementTable:
    found = MeasurementTable.objects.filter(organisation=organisation, pk=table_id).select_related("organisation")
    kept = found.first()
    if kept is None:
        raise Http404
    return kept
