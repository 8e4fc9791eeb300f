"""What Plumbline shows of its own acceptance is what its tests ask, and comes from runs of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plumbline.demo.own import Record, recorded
from plumbline.demo.own.record import FILE
from project.tracked import REPOSITORY
from tooling import own_acceptance
from tooling.own_acceptance import WHERE, NotRecorded, line_of, renewed, scenarios_of, texts_in, wanted_of, written

FEATURE = """Feature: Lamps

  Background:
    Given a quay

  Scenario: A lamp burns
    When it is dark
    Then it burns
"""
OUTLINE = """Feature: Lamps

  Scenario Outline: A lamp burns
    When it is <light>
    Then it burns

    Examples:
      | light |
      | dark  |
      | dim   |
"""


def element(name: str, line: int, *statuses: str, **more: str) -> dict[str, Any]:
    steps = [
        {"keyword": "Then", "name": f"step {at}", "line": at, "match": {}, "result": {"status": each, "duration": 7}}
        for at, each in enumerate(statuses)
    ]
    for each in steps:
        each["result"] |= more  # type: ignore[operator]
    return {"keyword": "Scenario", "id": name, "name": name, "line": line, "tags": [], "steps": steps}


def report(*elements: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"uri": "acceptance/lamps.feature", "name": "Lamps", "elements": list(elements)}]


def test_the_recorded_features_are_those_of_the_acceptance_tests() -> None:
    """A feature that has never been recorded is not shown, and so cannot be shown wrongly."""
    texts = texts_in(REPOSITORY / WHERE)
    changed = [f"{WHERE}/{each.file}" for each in recorded().features if texts.get(each.file) != each.text]
    assert not changed, (
        f"not as they were recorded; run this, and commit what it writes: bin/record {' '.join(changed)}"
    )


def test_every_scenario_has_a_result_under_the_tag_of_its_criterion() -> None:
    for each in recorded().features:
        assert [tag["name"] for tag in each.said["tags"]] == [f"@AC-{each.number}"]
        assert sorted(one["name"] for one in each.said["elements"]) == sorted(scenarios_of(each.text))
        assert all(one["steps"] for one in each.said["elements"])


def test_the_record_is_where_the_demo_world_reads_it_and_as_it_is_written() -> None:
    assert own_acceptance.FILE == FILE
    text = FILE.read_text(encoding="utf-8")
    assert written(json.loads(text)) == text


def test_a_run_is_kept_without_what_differs_from_run_to_run() -> None:
    line = line_of("lamps.feature", FEATURE, report(element("A lamp burns", 6, "passed", "passed")))
    assert line["said"]["uri"] == "tests/acceptance/lamps.feature"
    assert [each["result"] for each in line["said"]["elements"][0]["steps"]] == [{"status": "passed"}] * 2
    later = report(element("A lamp burns", 6, "passed", "passed", duration="9"))
    assert line_of("lamps.feature", FEATURE, later) == line


def test_what_failed_is_recorded_as_failed() -> None:
    message = "x" * 900 + f"{own_acceptance.ROOT}/tests/lamps.py:7: AssertionError: it is dark"
    said = report(element("A lamp burns", 6, "passed", "failed", error_message=message))
    result = line_of("lamps.feature", FEATURE, said)["said"]["elements"][0]["steps"][1]["result"]
    assert result["status"] == "failed"
    assert result["error_message"].endswith("xtests/lamps.py:7: AssertionError: it is dark")
    assert len(result["error_message"]) == 500


@pytest.mark.parametrize("said", [[], report(element("Another", 6, "passed"))])
def test_a_run_that_left_a_scenario_out_is_not_recorded(said: list[dict[str, Any]]) -> None:
    with pytest.raises(NotRecorded, match=r"lamps\.feature"):
        line_of("lamps.feature", FEATURE, said)


def test_each_row_of_an_outline_has_a_result() -> None:
    row = element("A lamp burns", 3, "passed")
    assert len(line_of("lamps.feature", OUTLINE, report(row, row))["said"]["elements"]) == 2
    with pytest.raises(NotRecorded, match="not for each row"):
        line_of("lamps.feature", OUTLINE, report(row))


def test_only_what_was_asked_for_is_recorded_anew() -> None:
    kept = [{"file": "a.feature", "text": "old"}, {"file": "b.feature", "text": "old"}]
    new = [{"file": "b.feature", "text": "new"}, {"file": "aa.feature", "text": "new"}]
    assert [(each["file"], each["text"]) for each in renewed(kept, new, {"a.feature", "aa.feature", "b.feature"})] == [
        ("a.feature", "old"),
        ("aa.feature", "new"),
        ("b.feature", "new"),
    ]


def test_a_feature_that_is_no_more_leaves_the_record() -> None:
    kept = [{"file": "a.feature"}, {"file": "gone.feature"}]
    assert wanted_of(["tests/acceptance/gone.feature"], {"a.feature": ""}, ["gone.feature"]) == {"gone.feature"}
    assert renewed(kept, [], {"a.feature"}) == [{"file": "a.feature"}]


def test_a_feature_that_nobody_knows_is_refused() -> None:
    with pytest.raises(NotRecorded, match=r"no tests/acceptance/lmaps\.feature"):
        wanted_of(["lmaps.feature"], {"lamps.feature": ""}, [])


def test_results_of_another_revision_are_another_run() -> None:
    first, *others = recorded().features
    early = replace(first, ran_on=date(2026, 1, 5), revision="0123456789ab")
    run, *_ = Record((early, *others)).runs
    assert (run.ran_on, run.revision) == (early.ran_on, early.revision)
    assert [each["uri"] for each in json.loads(run.report)] == [f"{WHERE}/{first.file}"]
