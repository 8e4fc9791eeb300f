"""Plans with known defects: every rule finds exactly those that were built in."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import REAL_DATA
from plumbline.engine.catalogue import rule_named
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import read
from plumbline.engine.rules.populations import incomplete_tasks
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.baseline import with_baseline

FOLDER = REAL_DATA / "schedules" / "generated"
FILES = sorted(each.name.removesuffix(".defects.json") for each in FOLDER.glob("*.defects.json")) or [
    pytest.param("", marks=pytest.mark.skip(reason=f"no real plan files: {FOLDER} is missing"))
]

pytestmark = pytest.mark.parametrize("name", FILES)

CHECKED = {
    "1_logic",
    "2_leads",
    "3_lags",
    "4_relationship_types",
    "5_hard_constraints",
    "6_high_float_over_44d",
    "7_negative_float",
    "8_high_duration_over_44d",
    "9_invalid_dates",
    "10_no_resource",
    "11_missed",
    "14_bei",
}


@cache
def defects_of(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.defects.json").read_text(encoding="utf-8"))
    return content


@cache
def facts_of(name: str) -> ProjectFacts:
    plan = with_baseline(schedule_of(name), schedule_of(defects_of(name)["baseline_file"]))
    return ProjectFacts(as_of=datetime.fromisoformat(defects_of(name)["data_date"]), plan=PlanFacts(plan))


def schedule_of(name: str) -> Schedule:
    path: Path = next(each for each in FOLDER.glob(f"{name}.*") if each.name.endswith((".xer", ".xml")))
    (schedule,) = read(path.read_bytes(), path.name).schedules
    return schedule


def judged(rule: str, name: str, **parameters: float | str) -> RuleResult:
    catalogued = rule_named(rule)
    return catalogued.judge(facts_of(name), catalogued.rule.settings(parameters=parameters))


def assert_finds(result: RuleResult, offenders: Iterable[int], denominator: int) -> None:
    assert sorted(each.uid for each in result.offenders) == sorted(offenders)
    assert (result.numerator, result.denominator) == (len(result.offenders), denominator)


def open_tasks(name: str) -> int:
    count: int = defects_of(name)["denominators"]["normal_incomplete"]
    return count


def test_every_check_of_the_file_is_tested_here(name: str) -> None:
    assert {each for each in defects_of(name) if each[0].isdigit()} == CHECKED


def test_missing_logic(name: str) -> None:
    logic = defects_of(name)["1_logic"]
    lacking = {*logic["no_predecessor_incomplete"], *logic["no_successor_incomplete"]}

    result = judged("missing_logic", name)

    assert_finds(result, lacking, open_tasks(name))
    assert {each.uid for each in result.offenders if "no successor" in each.detail} == set(
        logic["no_successor_incomplete"]
    )


@pytest.mark.parametrize(("rule", "key"), [("leads", "2_leads"), ("lags", "3_lags")])
def test_leads_and_lags(name: str, rule: str, key: str) -> None:
    defects, denominators = defects_of(name), defects_of(name)["denominators"]

    into_open, among_all = judged(rule, name), judged(rule, name, links="all")

    assert into_open.numerator == defects[key]["count_incomplete_successor"]
    assert into_open.denominator == denominators["links_incomplete_successor"]
    assert among_all.denominator == denominators["links_all"]
    assert sorted([each.predecessor, each.uid] for each in among_all.offenders) == sorted(defects[key]["links"])


def test_tasks_with_lags(name: str) -> None:
    open_ones = {each.uid for each in incomplete_tasks(schedule_of(name))}
    waiting = {successor for _, successor in defects_of(name)["3_lags"]["links"]} & open_ones

    assert_finds(judged("tasks_with_lags", name), waiting, open_tasks(name))


def test_what_lacks_logic_dangles_as_well(name: str) -> None:
    dangling = {each.uid for each in judged("dangling_ends", name).offenders}

    assert {each.uid for each in judged("missing_logic", name).offenders} <= dangling


def test_none_of_the_plans_has_a_loop_or_a_line_that_is_no_work(name: str) -> None:
    assert [judged(each, name).numerator for each in ("loops", "links_on_summaries", "zero_duration_tasks")] == [0] * 3


def test_relationship_types(name: str) -> None:
    types = defects_of(name)["4_relationship_types"]

    for population, key in (("successor_incomplete", "incomplete_successor"), ("all", "all")):
        result = judged("relationship_types", name, links=population)

        assert result.numerator == types["FS"][key]
        assert result.denominator == sum(each[key] for each in types.values())
        for kind in ("SS", "FF", "SF"):
            assert sum(each.detail.startswith(kind) for each in result.offenders) == types[kind][key]


def test_hard_constraints(name: str) -> None:
    hard = defects_of(name)["5_hard_constraints"]
    tied_to_a_day = [uid for uid in hard["incomplete"] if hard["types"][str(uid)] in ("START_ON", "FINISH_ON")]

    assert_finds(judged("hard_constraints", name), hard["incomplete"], open_tasks(name))
    assert_finds(
        judged("hard_constraints", name, start_on_and_finish_on="soft"),
        {*hard["incomplete"]} - {*tied_to_a_day},
        open_tasks(name),
    )


@pytest.mark.parametrize(
    ("rule", "key"), [("high_float", "6_high_float_over_44d"), ("negative_float", "7_negative_float")]
)
def test_float(name: str, rule: str, key: str) -> None:
    assert_finds(judged(rule, name), defects_of(name)[key]["incomplete"], open_tasks(name))


@pytest.mark.parametrize(
    ("measure", "key"),
    [
        ("baseline_or_current", "incomplete"),
        ("baseline", "incomplete"),
        ("current", "incomplete_by_current_duration"),
        ("remaining", "incomplete_by_remaining_duration"),
    ],
)
def test_high_duration(name: str, measure: str, key: str) -> None:
    result = judged("high_duration", name, measure=measure)

    assert_finds(result, defects_of(name)["8_high_duration_over_44d"][key], open_tasks(name))


def test_invalid_dates(name: str) -> None:
    defects = defects_of(name)
    built_in = {uid for faults in defects["9_invalid_dates"].values() for uid in faults}

    assert_finds(judged("invalid_dates", name), built_in, defects["denominators"]["normal"])


def test_missing_resources(name: str) -> None:
    assert_finds(judged("missing_resources", name), defects_of(name)["10_no_resource"]["incomplete"], open_tasks(name))


def test_missed_tasks(name: str) -> None:
    missed = defects_of(name)["11_missed"]

    assert_finds(judged("missed_tasks", name), missed["missed"], len(missed["due"]))


def test_baseline_execution_index(name: str) -> None:
    index = defects_of(name)["14_bei"]

    result = judged("baseline_execution_index", name)

    assert (result.numerator, result.denominator) == (index["completed"], index["due_by_baseline"])
    assert result.value == pytest.approx(index["bei"], abs=5e-7)


def test_a_microsoft_project_file_brings_its_own_baseline(name: str) -> None:
    if not name.startswith("msp"):
        pytest.skip("an XER file holds no baseline")
    defects, facts = defects_of(name), ProjectFacts(as_of=datetime(2026, 6, 1), plan=PlanFacts(schedule_of(name)))

    missed, index = (rule_named(rule).judge(facts) for rule in ("missed_tasks", "baseline_execution_index"))

    assert_finds(missed, defects["11_missed"]["missed"], len(defects["11_missed"]["due"]))
    assert (index.numerator, index.denominator) == (
        defects["14_bei"]["completed"],
        defects["14_bei"]["due_by_baseline"],
    )
