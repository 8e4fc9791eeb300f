"""What is wrong with a benefits dependency network, each with how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plumbline.engine.benefits.network import Network, Node, NodeKind, fed_by, reaches


class Fault(StrEnum):
    """In the order in which they are told."""

    RING = "ring"
    NOT_AIMED = "benefit without objective"
    NOT_FED = "benefit without change"
    NOT_OWNED = "nobody owns it"
    LEADS_NOWHERE = "without a path to a benefit"


MENDING = {
    Fault.RING: "Take out the link that says what you do not believe: nothing brings about itself.",
    Fault.NOT_AIMED: "Link the benefit to the objective it serves, or to another benefit that serves one. "
    "If there is none, ask why the organisation should want it.",
    Fault.NOT_FED: "Enter what people will do differently so that the benefit comes, and link it. "
    "What the project delivers changes nothing by itself.",
    Fault.NOT_OWNED: "Name one person who stays when the project is gone.",
    Fault.LEADS_NOWHERE: "Link it to the change or the benefit that it is for. If there is none, ask why it is done.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """``keys`` are the nodes it is about: of a ring in the order of its links, from the one that was entered first."""

    fault: Fault
    keys: tuple[str, ...]
    sentence: str


def lint(network: Network) -> tuple[Problem, ...]:
    """By fault, then in the order of the nodes. No problem: the network is sound.

    A benefit is fed if any business change reaches it, and aimed if it reaches any objective. Each knot of rings is
    told once, by one of its shortest rings.
    """
    order = list(Fault)
    found = [*_rings(network), *_of_nodes(network)]
    return tuple(sorted(found, key=lambda each: order.index(each.fault)))


def _of_nodes(network: Network) -> Iterator[Problem]:
    for node in network.nodes:
        if node.kind is NodeKind.OBJECTIVE:
            continue
        ahead = {network.by_key[each].kind for each in reaches(network, node.key)}
        behind = {network.by_key[each].kind for each in fed_by(network, node.key)}
        if node.kind is NodeKind.BENEFIT:
            if NodeKind.OBJECTIVE not in ahead:
                yield _problem(Fault.NOT_AIMED, node, "reaches no objective")
            if NodeKind.CHANGE not in behind:
                yield _problem(Fault.NOT_FED, node, "is fed by no business change")
        elif NodeKind.BENEFIT not in ahead:
            yield _problem(Fault.LEADS_NOWHERE, node, "has no path to a benefit")
        if not node.has_owner and node.kind is not NodeKind.ENABLER:
            yield _problem(Fault.NOT_OWNED, node, "has no owner")


def _problem(fault: Fault, node: Node, says: str) -> Problem:
    return Problem(fault, (node.key,), f"{node.key} {node.name} {says}.")


def _rings(network: Network) -> Iterator[Problem]:
    told: set[str] = set()
    for node in network.nodes:
        ahead = reaches(network, node.key)
        if node.key in told or node.key not in ahead:
            continue
        told |= ahead & fed_by(network, node.key)
        ring = _shortest_ring(network, node.key)
        way = " -> ".join((*ring, ring[0]))
        yield Problem(Fault.RING, ring, f"{way}: each brings about the next, and the last the first.")


def _shortest_ring(network: Network, key: str) -> tuple[str, ...]:
    """Breadth first from the node until a link leads back to it."""
    ways: list[tuple[str, ...]] = [(key,)]
    seen = {key}
    for way in ways:
        for after in network.after[way[-1]]:
            if after == key:
                return way
            if after not in seen:
                seen.add(after)
                ways.append((*way, after))
    raise ValueError(f"{key} lies in no ring")
