"""Candidates and limits are read from YAML, JSON and a table, and what is wrong is named with its place."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from engine.optimisation.selection.cases import EXAMPLE, example
from plumbline.engine.optimisation.selection import Bucket, Group, choose
from plumbline.engine.optimisation.selection.file import read_selection
from plumbline.engine.optimisation.selection.unreadable import UnreadableSelection

YAML = b"""
title: Next year
periods: [2027-H1, 2027-H2]
budget: 110
capacity: {tester: [3, null]}
buckets: {run: {most: 0.6}, grow: {}}
exclusions: [[P1, P2]]
mandatory: [P2]
groups: [{name: One of them, members: [P1, P3], least: 1}]
candidates:
  - {name: P1, title: First, value: 100, cost: 60, bucket: run}
  - {name: P2, value: 80.5, cost: [20, 30], roles: {tester: 2}, latest: 2}
  - {name: P3, value: 75, needs: [P2], earliest: 2, loss_per_period: 1.5, must: yes}
"""
TABLE = "name,value,needs,excludes,cost 1\nlimit,,,,110\n" + "".join(
    f"{name},{value},{'P5' if name == 'P3' else ''},{'P2' if name == 'P1' else ''},{cost}\n"
    for name, cost, value in EXAMPLE
)


def test_yaml_holds_all_that_can_be_said() -> None:
    found = read_selection(YAML, "next.yaml")
    assert (found.title, found.periods, found.titles["P1"]) == ("Next year", ("2027-H1", "2027-H2"), "First")
    problem = found.problem
    assert (problem.budget, problem.capacity) == ((110, 110), {"tester": (3, None)})
    assert problem.buckets == {"run": Bucket(Decimal(0), Decimal("0.6")), "grow": Bucket()}
    assert problem.groups[-1] == Group("One of them", ("P1", "P3"), 1, None)
    first, second, third = problem.candidates
    assert (first.cost, first.bucket, first.must) == ((60,), "run", False)
    assert (second.value, second.roles, second.must, second.latest) == (Decimal("80.5"), {"tester": (2,)}, True, 1)
    assert (third.needs, third.earliest, third.loss_per_period, third.must) == (("P2",), 1, Decimal("1.5"), True)


def test_a_table_gives_the_example() -> None:
    found = read_selection(TABLE.encode(), "candidates.CSV").problem
    assert found.candidates == example().candidates
    assert choose(found).value == 175


def test_a_table_parted_by_semicolons_has_roles_and_limits_by_period() -> None:
    text = 'name;value;must;"needs";role:tester 1;role:tester 2;cost 2\nlimit;;;;4;;9\nA;5;yes;"B";1;2;\nB;1;;;;;3\n'
    found = read_selection(text.encode(), "a.csv").problem
    assert (found.periods, found.capacity, found.budget) == (2, {"tester": (4, None)}, (None, 9))
    first, second = found.candidates
    assert (first.roles, first.cost, first.must, first.needs) == ({"tester": (1, 2)}, (), True, ("B",))
    assert (second.roles, second.cost) == ({}, (0, 3))


def test_json_is_read_without_losing_a_decimal() -> None:
    content = json.dumps({"candidates": [{"name": "A", "value": 0.1}]}).encode()
    assert read_selection(content, "a.json").problem.candidates[0].value == Decimal("0.1")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"candidates: []", "a.yaml", "candidates: "),
        (b"candidates: [{name: A, value: many}]", "a.yaml", r"candidates\[1\].value: "),
        (b"candidates: [{name: A, value: 1, colour: red}]", "a.yaml", r"candidates\[1\].colour: "),
        (b"candidates: [{name: A, value: 1, needs: [B]}]", "a.yaml", "needs 'B', which is not a candidate"),
        (b"budget: &b 1\ntotal_budget: *b\ncandidates: [{name: A, value: 1}]", "a.yaml", "anchors and aliases"),
        (b"candidates: [", "a.yaml", "cannot be understood"),
        (b"{", "a.json", "cannot be understood"),
        (b"\xff\xfe", "a.yaml", "not UTF-8"),
        (b"mandatory: [B]\ncandidates: [{name: A, value: 1}]", "a.yaml", "mandatory: 'B' is not a candidate"),
        (b"budget: [1]\nperiods: 2\ncandidates: [{name: A, value: 1}]", "a.yaml", "the budget has 1 periods, not 2"),
        (b"title,value\n", "a.csv", "needs the columns name and value"),
        (b"name,value,colour\n", "a.csv", "the column 'colour' is not known"),
        (b"name,value\nlimit,\nlimit,\n", "a.csv", "2 rows of limits"),
        (b"name,value\n" + b"A,1\n" * 2, "a.csv", "two candidates 'A'"),
        (b"x" * 5_000_001, "a.yaml", "5,000,000 are allowed"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(content: bytes, name: str, said: str) -> None:
    with pytest.raises(UnreadableSelection, match=said):
        read_selection(content, name)
