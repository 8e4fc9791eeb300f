"""What ``plumbline forecast`` prints of plans and of plain networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.plans import xer as large_xer
from cli.contracts import assert_keeps_contract
from cli.plan_files import SOUND, xer
from cli.running import plumbline

NETWORK = """id,name,optimistic,most likely,pessimistic,predecessors
A,First,2,4,12,
B,Second,3,5,7,A
"""
DURATIONS = "id;duration;predecessors\nA;4;\nB;5;A\n"
DATED = """id,name,duration,optimistic,most likely,pessimistic,start,predecessors,cost
A,Dig,4,2,4,12,2026-03-02,,100
B,Build,5,3,5,7,,A,200
C,Done,0,,,,,B,
"""


@pytest.fixture
def network(tmp_path: Path) -> str:
    return written(tmp_path, NETWORK)


def written(folder: Path, text: str) -> str:
    path = folder / "net.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_network_of_three_points_is_simulated_in_working_days(network: str):
    ran = plumbline("forecast", network, "--iterations", "20000", "--distribution", "triangular", "--format", "json")
    assert ran.exit_code == 0
    assert_keeps_contract("forecast", ran.json)
    (project,) = ran.json["projects"]
    finish = project["finish"]
    assert finish["deterministic_days"] == 9
    expected = {"p10": 8.18, "p50": 10.73, "p80": 13.08, "p90": 14.30}
    assert {level: finish["quantile_days"][level] for level in expected} == pytest.approx(expected, abs=0.08)
    assert finish["chance_of_deterministic"] == pytest.approx(0.211, abs=0.01)
    assert finish["mean_days"] == pytest.approx(11, abs=0.05)
    assert finish["sd_days"] == pytest.approx(2.3094, abs=0.05)
    assert [(each["id"], each["criticality"]) for each in project["activities"]] == [("A", 1), ("B", 1)]
    assert [each["ssi"] for each in project["activities"]] == pytest.approx([0.9354, 0.3536], abs=0.02)
    assert "begins on 2001-01-01" in ran.json["problems"][0]["message"]


def test_the_same_seed_gives_the_same_text_and_another_one_does_not(network: str):
    one, again, other = (
        plumbline("forecast", network, "--format", "json", "--seed", seed, "--workers", workers).output
        for seed, workers in (("7", "1"), ("7", "3"), ("8", "1"))
    )
    assert one == again
    assert one != other


def test_a_network_of_durations_alone_gets_a_range(tmp_path: Path):
    path = written(tmp_path, DURATIONS)
    certain = plumbline("forecast", path, "--low", "100", "--high", "100", "--format", "json").json["projects"][0]
    assert set(certain["finish"]["quantile_days"].values()) == {9}
    spread = plumbline("forecast", path, "--format", "json").json["projects"][0]
    assert spread["distributions"] == {"beta-PERT": 2}
    assert spread["finish"]["quantile_days"]["p80"] > 9


def test_a_table_with_dates_and_costs_keeps_them(tmp_path: Path):
    words = ("--by", "2026-03-13", "--budget", "300", "--format", "json")
    ran = plumbline("forecast", written(tmp_path, DATED), *words)
    assert_keeps_contract("forecast", ran.json)
    (project,) = ran.json["projects"]
    assert project["finish"]["deterministic"] == "2026-03-12T17:00"
    assert [each["id"] for each in project["milestones"]] == ["C"]
    assert project["cost"]["deterministic"] == 300
    (asked,) = project["finish"]["chances"]
    assert asked["by"] == "2026-03-13T23:59"
    assert 0.2 < asked["chance"] < 0.9
    assert [each["budget"] for each in project["cost"]["chances"]] == [300]
    assert project["joint"]["both"][0]["chance"] <= asked["chance"]


def test_a_person_reads_the_finish_milestones_and_what_moves_it(tmp_path: Path):
    ran = plumbline("forecast", written(tmp_path, DATED), "--by", "2026-03-13")
    for words in (
        "P80",
        "Chance of plan",
        "Finish",
        "C  Done",
        "2026-03-12",
        "Finished by 2026-03-13",
        "Cost",
        "A  Dig",
    ):
        assert words in ran.output
    undated = plumbline("forecast", written(tmp_path, NETWORK))
    assert "day 9.0" in undated.output
    assert "2001-01-01" in undated.errors


def test_a_plan_file_is_simulated_with_its_own_calendars(tmp_path: Path):
    path = tmp_path / "plan.xer"
    path.write_bytes(large_xer(60))
    ran = plumbline("forecast", str(path), "--iterations", "200", "--format", "json")
    assert ran.exit_code == 0
    assert_keeps_contract("forecast", ran.json)
    assert ran.json["projects"][0]["finish"]["quantiles"]["p90"] > ran.json["projects"][0]["finish"]["deterministic"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,name,optimistic,most likely,pessimistic\nA,x,5,4,6\n", "row 2: The estimate"),
        ("id,name,optimistic,most likely,pessimistic\nA,x,5,4,\n", "'' is not a duration"),
        ("id,duration,predecessors\nA,4,B\nB,5,A\n", "form a loop: A -> B -> A"),
        ("nothing,here\n1,2\n", "No row of the table names its columns"),
    ],
)
def test_what_cannot_be_simulated_is_refused_with_its_place(tmp_path: Path, text: str, words: str):
    path = written(tmp_path, text)
    ran = plumbline("forecast", path)
    assert ran.exit_code == 2
    assert words in ran.errors
    document = plumbline("forecast", path, "--format", "json").json
    assert_keeps_contract("forecast", document)
    assert (document["projects"], document["format"]) == ([], None)
    assert document["problems"]


def test_a_file_that_is_not_there_and_a_project_that_is_not_in_it_are_named(tmp_path: Path):
    assert "does not exist" in plumbline("forecast", str(tmp_path / "none.xer")).errors
    path = tmp_path / "sound.xer"
    path.write_bytes(xer(("LINE", SOUND)))
    assert "no project 'X'" in plumbline("forecast", str(path), "--project", "X").errors
