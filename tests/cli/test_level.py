"""``plumbline level``: plans that share people, and instances of the literature."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline
from engine.optimisation.levelling.crews import crew
from engine.readers.written_instances import RCP, SM
from plumbline.cli import compiled
from plumbline.engine.optimisation.levelling import PYTHON
from plumbline.engine.writers import plan_document

PLAN = crew({"A": 3, "B": 1, "C": 5}, "B-C FS0", "A Crane, B Crane")
SCH = "\n".join(
    [
        "2 1 0 0",
        "0 1 2 1 2 [0] [0]",
        "1 1 2 2 3 [{0}] [3]",
        "2 1 2 1 3 [{1}] [4]",
        "3 1 0",
        "0 1 0 0",
        "1 1 3 1",
        "2 1 4 1",
        "3 1 0 0",
        "1",
    ]
)


@pytest.fixture(autouse=True)
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is compiled gives the same; to compile takes longer than all of these together."""
    monkeypatch.setattr("plumbline.cli.commands.level.levelling_machine", lambda: PYTHON)


def plan(folder: Path, name: str) -> str:
    path = folder / f"{name}.plan.json"
    path.write_bytes(plan_document.write(replace(PLAN, name=name)).content)
    return str(path)


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize(("name", "text"), [("small.sm", SM), ("small.rcp", RCP)])
def test_an_instance_has_a_makespan_and_a_start_for_each_job(tmp_path: Path, name: str, text: str) -> None:
    result = plumbline("level", write(tmp_path, name, text), "--generations", "2", "--format", "json")
    assert result.exit_code == 0, result.errors
    assert_keeps_contract("level", result.json)
    assert (result.json["makespan"], result.json["status"], result.json["unit"]) == (8, "optimal", "unit of time")
    starts = {each["uid"]: each["start"] for each in result.json["activities"]}
    assert {starts[2], starts[3]} in ({0, 5}, {0, 3})
    assert (starts[1], starts[4]) == (0, 8)
    assert result.json["verified"]


def test_plans_share_a_resource_by_its_name_and_it_is_said_what_moves(tmp_path: Path) -> None:
    north, south = (plan(tmp_path, name) for name in ("north", "south"))
    result = plumbline("level", north, south, "--generations", "3", "--objective", "tardiness", "--priority", "north=5")
    assert result.exit_code == 0, result.errors
    assert "What moves, and why" in result.output
    assert "Crane is full" in result.output
    assert "nothing broken" in result.output
    document = plumbline("level", north, south, "--generations", "3", "--format", "json").json
    assert_keeps_contract("level", document)
    assert [each["file"] for each in document["projects"]] == [north, south]


def test_the_plan_that_counts_more_is_in_time(tmp_path: Path) -> None:
    north, south = (plan(tmp_path, name) for name in ("north", "south"))
    asked = ("--generations", "3", "--objective", "tardiness", "--format", "json")
    for name, place in (("north", 0), ("south", 1)):
        projects = plumbline("level", north, south, *asked, "--priority", f"{name}=9").json["projects"]
        assert projects[place]["tardiness"] < projects[1 - place]["tardiness"]


def test_a_due_date_in_the_distance_leaves_nothing_late(tmp_path: Path) -> None:
    north = plan(tmp_path, "north")
    asked = ("--generations", "1", "--objective", "tardiness", "--due", "north=2099-01-01", "--format", "json")
    assert plumbline("level", north, *asked).json["tardiness"] == 0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--due", "nobody=2026-01-01"), "names none of the projects"),
        (("--due", "north=soon"), "is no date"),
        (("--priority", "north=0"), "no whole number from 1"),
        (("--pool", "Welders"), "should be as in"),
    ],
)
def test_a_wish_that_cannot_be_understood_is_refused(tmp_path: Path, asked: tuple[str, ...], said: str) -> None:
    result = plumbline("level", plan(tmp_path, "north"), *asked, "--format", "json")
    assert result.exit_code == 2
    assert said in result.errors
    assert_keeps_contract("level", result.json)


def test_a_file_that_is_no_plan_is_refused(tmp_path: Path) -> None:
    result = plumbline("level", write(tmp_path, "plan.xer", "nonsense"), "--format", "json")
    assert (result.exit_code, result.json["status"], result.json["activities"]) == (2, "unknown", [])
    assert_keeps_contract("level", result.json)


def test_maximal_lags_are_kept_or_said_to_contradict_each_other(tmp_path: Path) -> None:
    loose = write(tmp_path, "loose.sch", SCH.format(3, 4).replace("2 1 2 1 3 [4] [4]", "2 1 1 3 [4]"))
    answer = plumbline("level", loose, "--format", "json")
    assert answer.exit_code == 0, answer.errors
    assert_keeps_contract("level", answer.json)
    assert (answer.json["makespan"], answer.json["status"]) == (7, "optimal")
    ring = write(tmp_path, "ring.sch", SCH.format(3, -2))
    answer = plumbline("level", ring, "--format", "json")
    assert (answer.exit_code, answer.json["status"]) == (1, "infeasible")
    assert "add up to more than 0" in answer.json["problems"][0]["message"]
    assert "No schedule exists" in plumbline("level", ring).output


def test_what_is_compiled_is_kept_by_what_its_source_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(compiled, "fastest", lambda kept: PYTHON)
    assert compiled.levelling_machine() is PYTHON
    (folder,) = (tmp_path / "plumbline").iterdir()
    assert folder.name.startswith("levelling-")


def test_the_document_is_the_same_each_time_with_generations(tmp_path: Path) -> None:
    north = plan(tmp_path, "north")
    one, other = (plumbline("level", north, "--generations", "2", "--format", "json").output for _ in range(2))
    assert json.loads(one) == json.loads(other)
