"""The lint of the network and what is at risk, against the tables of docs/methods/benefits.md, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.benefits.tables import day, table
from plumbline.engine.benefits import (
    MENDING,
    ChangeDates,
    Fault,
    Network,
    Node,
    NodeKind,
    late_changes,
    late_feeding,
    lint,
)

KINDS = {"E": NodeKind.ENABLER, "C": NodeKind.CHANGE, "B": NodeKind.BENEFIT, "O": NodeKind.OBJECTIVE}
CASES = table("nodes", "links", "finds")
RISKS = table("node", "due", "expected", "done", "late", "B1 at risk by")
DAY = date(2026, 3, 2)


def network(nodes: str, links: str) -> Network:
    made = tuple(
        Node(each.rstrip("*"), KINDS[each[0]], f"the {each[0]}", has_owner=not each.endswith("*"))
        for each in nodes.split()
    )
    pairs = [each.split(">") for each in links.split()]
    return Network(made, tuple((source, target) for source, target in pairs))


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_the_lint_finds_what_was_found_by_hand(case: list[str]) -> None:
    nodes, links, finds = case
    found = [f"{each.fault}: {' '.join(each.keys)}" for each in lint(network(nodes, links))]
    assert found == [each.strip() for each in finds.split(";") if each.strip()]


def test_every_fault_occurs_in_the_cases_and_can_be_mended() -> None:
    told = " ".join(case[2] for case in CASES)
    assert all(fault in told for fault in Fault)
    assert set(MENDING) == set(Fault)


def test_a_ring_is_named_link_by_link() -> None:
    (ring,) = lint(network("C1 C2 B1 O1", "C1>C2 C2>C1 C2>B1 B1>O1"))
    assert ring.sentence == "C1 -> C2 -> C1: each brings about the next, and the last the first."


@pytest.mark.parametrize("row", RISKS, ids=" ".join)
def test_a_benefit_is_at_risk_by_whatever_feeds_it_late(row: list[str]) -> None:
    key, due, expected, done, late, by = row
    dates = {key: ChangeDates(day(due), day(expected), day(done))}
    chain = network("E1 C1 B1 O1", "E1>C1 C1>B1 B1>O1")
    found = late_changes(dates, DAY)
    assert (key in found) is (late == "yes")
    assert " ".join(late_feeding(chain, "B1", found)) == by


def test_what_does_not_feed_it_does_not_matter() -> None:
    chain = network("C1 C2 B1 B2 O1", "C1>B1 C2>B2 B1>O1 B2>O1")
    assert late_feeding(chain, "B1", frozenset({"C2"})) == ()


def test_an_enabler_does_not_lead_to_a_benefit() -> None:
    with pytest.raises(ValueError, match="E1 -> B1: an enabler does not lead to a benefit"):
        network("E1 B1", "E1>B1")


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="B1 -> O1"):
        network("B1", "B1>O1")


def test_a_key_stands_once() -> None:
    with pytest.raises(ValueError, match="same key"):
        network("B1 B1", "")


CHANGES = [f"C{number}" for number in range(8)]


@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from(CHANGES)), max_size=24, unique=True))
def test_a_ring_that_is_named_is_one_and_none_is_missed(links: list[tuple[str, str]]) -> None:
    made = network(" ".join(CHANGES), " ".join(f"{source}>{target}" for source, target in links))
    rings = [each.keys for each in lint(made) if each.fault is Fault.RING]
    for ring in rings:
        assert all(pair in links for pair in zip(ring, (*ring[1:], ring[0]), strict=True))
    assert bool(rings) is not _can_be_ordered(links)


def _can_be_ordered(links: list[tuple[str, str]]) -> bool:
    """Whether nodes without anything before them can be taken away until none is left."""
    left, open_links = set(CHANGES), set(links)
    while free := {each for each in left if all(target != each for _, target in open_links)}:
        left -= free
        open_links = {each for each in open_links if each[0] in left}
    return not left
