"""How the projects of each objective stand: those aligned with it or with any objective below it, each counted once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Alignment, Objective

_WORST_FIRST = ("red", "amber", "unknown", "green")


@dataclass(slots=True)
class Health:
    """How many projects have which overall evidence status."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def worst(self) -> str | None:
        return next((each for each in _WORST_FIRST if self.counts[each]), None)

    def parts(self) -> list[tuple[str, int]]:
        return [(each, self.counts[each]) for each in _WORST_FIRST if self.counts[each]]


def health_by_objective(organisation: Organisation) -> dict[int, Health]:
    """Three queries, however large the tree.

    A project belongs to one programme at most: so the counts of whole programmes, and the projects that are aligned by
    themselves and whose programme is not, add up without counting any twice.
    """
    parents = dict(Objective.objects.filter(organisation=organisation, archived_at=None).values_list("pk", "parent_id"))
    programmes: dict[int, set[int]] = defaultdict(set)
    projects: dict[int, dict[int, tuple[int | None, str]]] = defaultdict(dict)
    for objective, programme, project, its_programme, status in _aligned(organisation):
        for each in _and_above(objective, parents):
            if programme:
                programmes[each].add(programme)
            else:
                projects[each][project] = (its_programme, status or "unknown")
    by_programme = _counts_of_programmes(organisation)
    return {each: _added(programmes[each], projects[each].values(), by_programme) for each in parents}


def _aligned(organisation: Organisation) -> Iterable[tuple[int, int, int, int, str]]:
    return (
        Alignment.objects.filter(
            objective__organisation=organisation, objective__archived_at=None, project__archived_at=None
        )
        .order_by()
        .values_list(
            "objective_id", "programme_id", "project_id", "project__programme_id", "project__standing__overall"
        )
    )


def _counts_of_programmes(organisation: Organisation) -> dict[int, Counter[str]]:
    counted = (
        Project.objects.filter(
            programme__in=Alignment.objects.filter(objective__organisation=organisation).values("programme_id"),
            archived_at=None,
        )
        .order_by()
        .values_list("programme_id", "standing__overall")
        .annotate(number=Count("pk"))
    )
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for programme, status, number in counted:
        found[programme][status or "unknown"] += number
    return found


def _added(
    programmes: set[int], projects: Iterable[tuple[int | None, str]], by_programme: dict[int, Counter[str]]
) -> Health:
    health = Health()
    for each in programmes:
        health.counts += by_programme.get(each, Counter())
    health.counts.update(status for programme, status in projects if programme not in programmes)
    return health


def _and_above(objective: int, parents: Mapping[int, int | None]) -> list[int]:
    found: list[int] = []
    current: int | None = objective
    while current is not None and current in parents:
        found.append(current)
        current = parents[current]
    return found
