"""``plumbline select`` says what to choose and why, for people and for programs."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline

EXAMPLE = """
title: Next year
budget: 110
capacity: {tester: 9}
buckets: {run: {most: 1}, grow: {}}
exclusions: [[P1, P2]]
candidates:
  - {name: P1, title: New portal, value: 100, cost: 60, bucket: grow}
  - {name: P2, value: 80, cost: 50, roles: {tester: 3}, bucket: run}
  - {name: P3, value: 75, cost: 40, needs: [P5]}
  - {name: P4, value: 45, cost: 30}
  - {name: P5, value: 20, cost: 20}
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "next.yaml"
    path.write_text(EXAMPLE)
    return str(path)


def test_the_example_is_chosen_with_reasons_limits_and_frontier(file: str) -> None:
    done = plumbline("select", file, "--format", "json", "--frontier", "4")
    assert done.exit_code == 0, done.errors
    assert_keeps_contract("select", done.json)
    found = done.json
    assert (found["chosen"], found["value"], found["cost"]) == (["P2", "P3", "P5"], 175, 110)
    assert (found["proof"], found["gap"]) == ("optimal", 0)
    first = found["candidates"][0]
    assert [each["limit"]["kind"] for each in first["lacks"]] == ["group", "budget"]
    assert (first["other"]["lost"], first["other"]["leaves"]) == (10, ["P2", "P3"])
    assert [each["budget"] for each in found["frontier"]] == [55, 110, 165, 220]
    assert found["binding"][0]["limit"]["kind"] == "budget"


def test_the_same_is_told_in_words(file: str) -> None:
    text = plumbline("select", file, "--frontier", "2").output
    assert "3 of 5 candidates, worth 175; none is better." in text
    assert "New portal  worth 100, costs 60" in text
    assert (
        "It would need another left out by the rule “at most one of P1, P2” and 60 more than the budget of 1 leaves. "
        "With it the best choice is worth 10 less: P4 would come in and P2 and P3 would go." in text
    )
    assert "budget of 1: 110 of 110" in text
    assert "without the budget, 65 more could be had" in text


def test_only_those_asked_for_are_turned_round(file: str) -> None:
    found = plumbline("select", file, "--why", "P4", "--format", "json").json
    assert [each["name"] for each in found["candidates"] if each["other"]] == ["P4"]
    assert plumbline("select", file, "--why", "P9").exit_code == 2


def test_what_cannot_be_kept_together_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tight.yaml"
    path.write_text(EXAMPLE.replace("budget: 110", "budget: 10\nmandatory: [P4]"))
    done = plumbline("select", str(path), "--format", "json")
    assert done.exit_code == 1
    assert_keeps_contract("select", done.json)
    assert [each["kind"] for each in done.json["conflict"]] == ["must", "budget"]
    assert "- that P4 must be in" in plumbline("select", str(path)).output


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("candidates: [{name: A, value: much}]")
    done = plumbline("select", str(path), "--format", "json")
    assert done.exit_code == 2
    assert_keeps_contract("select", done.json)
    assert "candidates[1].value" in done.json["problems"][0]["message"]
    assert "candidates[1].value" in done.errors
    assert plumbline("select", str(tmp_path / "none.yaml")).exit_code == 2


def test_without_the_solver_few_are_chosen_and_many_are_told_what_to_install(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    missing: Any = lambda name, *rest: None if name == "ortools" else found(name, *rest)  # noqa: E731
    monkeypatch.setattr("plumbline.engine.optimisation.selection.solver.find_spec", missing)
    assert plumbline("select", file, "--format", "json").json["value"] == 175
    many = tmp_path / "many.csv"
    many.write_text("name,value\n" + "".join(f"C{number},{number}\n" for number in range(30)))
    refused = plumbline("select", str(many))
    assert refused.exit_code == 2
    assert "pip install 'plumbline[optimise]'" in refused.errors
