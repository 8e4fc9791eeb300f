"""What Plumbline shows of its own acceptance is what its tests ask, and comes from a run of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from plumbline.demo.own import recorded
from project.tracked import REPOSITORY
from tooling.own_acceptance import WHERE, NotAllRan, asked, asked_in, compacted, scenarios_of

RENEW = "run bin/record: the features have changed since the acceptance tests were recorded last"
FEATURE = """Feature: Lamps

  Background:
    Given a quay

  Scenario: A lamp burns
    When it is dark
    Then it burns
"""


def element(name: str, line: int, *statuses: str, **more: str) -> dict[str, Any]:
    steps = [
        {
            "keyword": "Then",
            "name": f"step {at}",
            "line": at,
            "match": {},
            "result": {"status": each, "duration": 7} | more,
        }
        for at, each in enumerate(statuses)
    ]
    return {"type": "scenario", "id": name, "name": name, "line": line, "tags": [], "steps": steps}


def report(*elements: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"uri": "acceptance/lamps.feature", "name": "Lamps", "elements": list(elements)}]


def test_the_recorded_features_are_those_of_the_acceptance_tests() -> None:
    assert [asdict(each) for each in recorded().features] == asked_in(REPOSITORY / WHERE), RENEW


def test_every_scenario_has_a_result_under_the_tag_of_its_criterion() -> None:
    record = recorded()
    run = {each["uri"]: each for each in json.loads(record.run)}
    for each in record.features:
        said = run[f"{WHERE}/{each.file}"]
        assert [tag["name"] for tag in said["tags"]] == [f"@AC-{each.number}"]
        ran = {one["name"] for one in said["elements"]}
        assert [name for name in scenarios_of(each.text) if "<" not in name and name not in ran] == [], RENEW
        assert all(one["steps"] for one in said["elements"])


def test_a_run_is_kept_without_what_differs_from_run_to_run() -> None:
    said = report(element("A lamp burns", 6, "passed", "passed"))
    (feature,) = json.loads(compacted(said, [asked(1, "lamps.feature", FEATURE)]))
    assert (feature["uri"], feature["tags"]) == ("tests/acceptance/lamps.feature", [{"name": "@AC-1"}])
    assert [each["result"] for each in feature["elements"][0]["steps"]] == [{"status": "passed"}] * 2
    later = report(element("A lamp burns", 6, "passed", "passed", duration="9"))
    assert compacted(said, [asked(1, "lamps.feature", FEATURE)]) == compacted(
        later, [asked(1, "lamps.feature", FEATURE)]
    )


def test_what_failed_is_recorded_as_failed() -> None:
    said = report(
        element("A lamp burns", 6, "passed", "failed", error_message="x" * 900 + "AssertionError: it is dark")
    )
    (feature,) = json.loads(compacted(said, [asked(1, "lamps.feature", FEATURE)]))
    result = feature["elements"][0]["steps"][1]["result"]
    assert result["status"] == "failed"
    assert result["error_message"].endswith("AssertionError: it is dark")
    assert len(result["error_message"]) == 500


@pytest.mark.parametrize("said", [[], report(element("Another", 6, "passed"))])
def test_a_run_that_left_something_out_is_not_recorded(said: list[dict[str, Any]]) -> None:
    with pytest.raises(NotAllRan, match=r"lamps\.feature"):
        compacted(said, [asked(1, "lamps.feature", FEATURE)])


def test_rows_of_an_outline_are_results_each() -> None:
    outline = FEATURE.replace("Scenario: A lamp burns", "Scenario Outline: Lamp <number> burns")
    said = report(element("Lamp 1 burns", 6, "passed"), element("Lamp 2 burns", 6, "passed"))
    (feature,) = json.loads(compacted(said, [asked(1, "lamps.feature", outline)]))
    assert len(feature["elements"]) == 2
