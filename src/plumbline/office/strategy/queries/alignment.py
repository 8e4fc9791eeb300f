"""Which projects are for an objective, and which for none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries import projects
from plumbline.office.strategy.models import Alignment, Objective


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the running projects is for an objective, by number and by budget."""

    projects: int
    aligned: int
    budget: Decimal
    aligned_budget: Decimal

    @property
    def percent(self) -> int | None:
        return round(self.aligned / self.projects * 100) if self.projects else None

    @property
    def budget_percent(self) -> int | None:
        return round(self.aligned_budget / self.budget * 100) if self.budget else None


def aligned_share(organisation: Organisation) -> Share:
    counted = _marked(Project.objects.filter(organisation=organisation, archived_at=None)).aggregate(
        number=Count("pk"),
        for_one=Count("pk", filter=Q(is_aligned=True)),
        money=Sum("budget"),
        money_for_one=Sum("budget", filter=Q(is_aligned=True)),
    )
    money, money_for_one = (counted[each] or Decimal(0) for each in ("money", "money_for_one"))
    return Share(counted["number"], counted["for_one"], money, money_for_one)


def without_objective(organisation: Organisation) -> QuerySet[Project]:
    """Running projects that no objective names, by themselves or by their programme."""
    return _marked(projects(organisation)).filter(Q(is_aligned=False)).order_by("code")


def alignments_of(objective: Objective) -> list[Alignment]:
    """The strongest first."""
    return list(
        Alignment.objects.filter(objective=objective)
        .select_related("project__standing", "programme", "by")
        .order_by("-strength", "programme__name", "project__code")
    )


def objectives_of(project: Project) -> list[Alignment]:
    """By itself or by its programme, the strongest first."""
    return list(
        Alignment.objects.filter(_of(project), objective__archived_at=None)
        .select_related("objective__owner", "programme", "by")
        .order_by("-strength", "objective__name")
    )


def _of(project: Project) -> Q:
    itself = Q(project=project)
    return itself | Q(programme=project.programme_id) if project.programme_id else itself


def _marked(found: QuerySet[Project]) -> QuerySet[Project]:
    standing = Alignment.objects.filter(objective__archived_at=None)
    by_itself = Exists(standing.filter(project=OuterRef("pk")))
    by_programme = Exists(standing.filter(programme=OuterRef("programme_id")))
    return found.annotate(is_aligned=by_itself | by_programme)
