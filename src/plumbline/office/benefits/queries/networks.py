"""The benefits dependency network of projects, from rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plumbline.engine.benefits import Network, Node, NodeKind, reaches
from plumbline.office.benefits.models import LIVE, Benefit, BenefitLink, Means
from plumbline.office.strategy.models import Objective

Thing = Means | Benefit | Objective


@dataclass(frozen=True)
class ProjectNetwork:
    """``things`` by the keys of the network: E-1, C-1, B-1 as they are called, O- and its number for an objective."""

    things: dict[str, Thing]
    links: list[BenefitLink]

    @cached_property
    def network(self) -> Network:
        nodes = tuple(_node(key, each) for key, each in self.things.items())
        links = ((key_of(each.source), key_of(each.target)) for each in self.links)
        return Network(nodes, tuple(dict.fromkeys(links)))

    @cached_property
    def means(self) -> dict[str, Means]:
        return {key: each for key, each in self.things.items() if isinstance(each, Means)}

    def objectives_of(self, benefit: Benefit) -> list[Objective]:
        """Those that it reaches, by itself or by way of other benefits."""
        from_it = set(_beyond(self.network, key_of(benefit)))
        return [each for key, each in self.things.items() if isinstance(each, Objective) and key in from_it]


def key_of(thing: Thing) -> str:
    return f"O-{thing.pk}" if isinstance(thing, Objective) else thing.reference


def networks_of(projects: Iterable[int], *, with_ended: bool = True) -> dict[int, ProjectNetwork]:
    """By project; three queries however many there are. ``with_ended``: benefits that are no longer measured too."""
    wanted = set(projects)
    things: dict[int, dict[str, Thing]] = {each: {} for each in wanted}
    links: dict[int, list[BenefitLink]] = defaultdict(list)
    for means in Means.objects.filter(project__in=wanted, ended_at=None).select_related("owner", "project"):
        things[means.project_id][key_of(means)] = means
    benefits = Benefit.objects.filter(project__in=wanted).select_related("profile__owner", "project", "organisation")
    for benefit in benefits if with_ended else benefits.filter(profile__status__in=LIVE):
        things[benefit.project_id][key_of(benefit)] = benefit
    beside = ("from_means", "to_means", "from_benefit", "to_benefit", "to_objective")
    for link in BenefitLink.objects.filter(project__in=wanted, ended_at=None).select_related(*beside):
        there = things[link.project_id]
        if isinstance(link.target, Objective):
            if link.target.archived_at is not None:
                continue
            there.setdefault(key_of(link.target), link.target)
        if key_of(link.source) in there and key_of(link.target) in there:
            links[link.project_id].append(link)
    return {each: ProjectNetwork(things[each], links[each]) for each in wanted}


def _beyond(network: Network, key: str) -> frozenset[str]:
    return reaches(network, key) if key in network.by_key else frozenset()


def _node(key: str, thing: Thing) -> Node:
    if isinstance(thing, Objective):
        return Node(key, NodeKind.OBJECTIVE, thing.name)
    if isinstance(thing, Benefit):
        profile = thing.profile
        return Node(key, NodeKind.BENEFIT, thing.title, profile is not None and profile.owner_id is not None)
    return Node(key, NodeKind(thing.kind), thing.title, thing.owner_id is not None)
