"""The benefits of one project: how they stand, what they hang on, and what is wrong with the network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from plumbline.engine.benefits import MENDING, NodeKind, Problem, late_changes, lint
from plumbline.office.benefits.models import LIVE, Benefit, BenefitLink, BenefitsReview, Means
from plumbline.office.benefits.queries.finding import benefits_of
from plumbline.office.benefits.queries.networks import Thing, key_of, networks_of
from plumbline.office.benefits.queries.rows import BenefitRow, rows_of
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node as the picture needs it; ``state`` is done, late, at risk or open."""

    key: str
    layer: int
    kind: str
    name: str
    state: str
    owner: str
    address: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    problem: Problem
    how: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    nodes: list[Drawn]
    links: list[BenefitLink]
    pairs: list[tuple[str, str]]
    problems: list[Mend]


@dataclass(frozen=True, slots=True)
class ProjectPage:
    rows: list[BenefitRow]
    network: NetworkPage
    reviews: list[BenefitsReview]

    @property
    def waiting_review(self) -> BenefitsReview | None:
        return next((each for each in self.reviews if each.held_on is None), None)


def project_page(project: Project) -> ProjectPage:
    """Ten queries at most, however many benefits there are."""
    rows = rows_of(benefits_of(project), today(project.organisation))
    rows.sort(key=lambda each: each.profile.status not in LIVE)
    reviews = (
        BenefitsReview.objects.filter(project=project).select_related("held_by").prefetch_related("reviewers__person")
    )
    return ProjectPage(rows, network_page(project, rows), list(reviews))


def network_page(project: Project, rows: list[BenefitRow] | None = None) -> NetworkPage:
    day = today(project.organisation)
    net = networks_of([project.pk], with_ended=False)[project.pk]
    found = rows if rows is not None else rows_of(benefits_of(project), day)
    at_risk = {key_of(each.benefit) for each in found if each.is_at_risk}
    late = late_changes({key: each.dates for key, each in net.means.items()}, day)
    return NetworkPage(
        nodes=[_drawn(project.organisation.slug, key, each, late | at_risk) for key, each in net.things.items()],
        links=net.links,
        pairs=list(net.network.links),
        problems=[Mend(each, MENDING[each.fault]) for each in lint(net.network)],
    )


def _drawn(slug: str, key: str, thing: Thing, worrying: frozenset[str]) -> Drawn:
    if isinstance(thing, Objective):
        layer = NodeKind.OBJECTIVE.layer
        there = reverse("strategy:objective", args=[slug, thing.pk])
        return Drawn(key, layer, "objective", thing.name, "open", "", there)
    if isinstance(thing, Benefit):
        assert thing.profile is not None
        state = "at risk" if key in worrying else "done" if thing.profile.status == "realised" else "open"
        owner = thing.profile.owner.name if thing.profile.owner else ""
        layer, due = NodeKind.BENEFIT.layer, thing.profile.realised_on
        there = reverse("benefits:benefit", args=[slug, thing.pk])
        return Drawn(key, layer, "benefit", thing.title, state, owner, there, due)
    return _drawn_means(slug, key, thing, key in worrying)


def _drawn_means(slug: str, key: str, means: Means, is_late: bool) -> Drawn:
    state = "done" if means.done_on else "late" if is_late else "open"
    owner, kind = means.owner.name if means.owner else "", NodeKind(means.kind)
    there = reverse("benefits:means", args=[slug, means.pk])
    words = str(means.get_kind_display()).lower()
    return Drawn(key, kind.layer, words, means.title, state, owner, there, means.due_on)
