"""The benefits dependency network of Ward and Daniel: enabler -> business change -> benefit -> objective."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class NodeKind(StrEnum):
    """In the order in which one leads to the next."""

    ENABLER = "enabler"
    CHANGE = "change"
    BENEFIT = "benefit"
    OBJECTIVE = "objective"

    @property
    def layer(self) -> int:
        """From 0, the enablers, to 3, the objectives."""
        return list(NodeKind).index(self)


LINKS_ALLOWED = frozenset(
    {
        (NodeKind.ENABLER, NodeKind.ENABLER),
        (NodeKind.ENABLER, NodeKind.CHANGE),
        (NodeKind.CHANGE, NodeKind.CHANGE),
        (NodeKind.CHANGE, NodeKind.BENEFIT),
        (NodeKind.BENEFIT, NodeKind.BENEFIT),
        (NodeKind.BENEFIT, NodeKind.OBJECTIVE),
    }
)
"""An output alone changes nothing: an enabler brings about a benefit by way of a business change only."""


@dataclass(frozen=True, slots=True)
class Node:
    key: str
    kind: NodeKind
    name: str
    has_owner: bool = True


@dataclass(frozen=True)
class Network:
    """``links`` lead from what brings about to what is brought about, by key.

    Raises ``ValueError`` for a key that stands twice, a link to nowhere, and a link that may not be.
    """

    nodes: tuple[Node, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if len(self.by_key) < len(self.nodes):
            raise ValueError("Two nodes of the network have the same key.")
        for source, target in self.links:
            if source not in self.by_key or target not in self.by_key:
                raise ValueError(f"The link {source} -> {target} leads to nothing that is in the network.")
            kinds = self.by_key[source].kind, self.by_key[target].kind
            if kinds not in LINKS_ALLOWED:
                raise ValueError(f"{source} -> {target}: an {kinds[0]} does not lead to a {kinds[1]}.")

    @cached_property
    def by_key(self) -> dict[str, Node]:
        return {each.key: each for each in self.nodes}

    @cached_property
    def after(self) -> dict[str, tuple[str, ...]]:
        """What each node brings about directly."""
        return self._neighbours(self.links)

    @cached_property
    def before(self) -> dict[str, tuple[str, ...]]:
        """What brings each node about directly."""
        return self._neighbours((target, source) for source, target in self.links)

    def _neighbours(self, links: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {each.key: [] for each in self.nodes}
        for source, target in links:
            found[source].append(target)
        return {key: tuple(each) for key, each in found.items()}


def reaches(network: Network, key: str) -> frozenset[str]:
    """Everything that the node brings about, directly or by way of others; itself only if it lies in a ring."""
    return _beyond(network.after, key)


def fed_by(network: Network, key: str) -> frozenset[str]:
    """Everything that brings the node about, directly or by way of others; itself only if it lies in a ring."""
    return _beyond(network.before, key)


def _beyond(neighbours: dict[str, tuple[str, ...]], key: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(neighbours[key])
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(neighbours[current])
    return frozenset(found)
