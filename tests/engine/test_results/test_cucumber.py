"""Cucumber's two reports: what a scenario is as, and which of its attempts counts."""

from __future__ import annotations

import json
from typing import Any

from engine.test_results.reading import results


def stream(*attempts: list[str], ends: bool = True) -> str:
    said: list[dict[str, Any]] = [
        {"meta": {"implementation": {"name": "cucumber-js", "version": "11"}}},
        {"pickle": {"id": "p", "uri": "a.feature", "name": "Stops", "tags": [{"name": "@AC-1"}]}},
        {"testCase": {"id": "c", "pickleId": "p"}},
    ]
    for number, steps in enumerate(attempts):
        going = {"testCaseStartedId": f"s{number}"}
        said.append({"testCaseStarted": {"id": f"s{number}", "testCaseId": "c", "attempt": number}})
        for status in steps:
            result = {"status": status, "message": f"{status} it is", "duration": {"seconds": 1, "nanos": 500_000_000}}
            said.append({"testStepFinished": {**going, "testStepResult": result}})
        if ends:
            said.append({"testCaseFinished": {**going, "willBeRetried": number < len(attempts) - 1}})
    return "\n".join(json.dumps(each) for each in said)


def test_of_the_attempts_the_last_counts() -> None:
    found, info = results(stream(["FAILED", "SKIPPED"], ["PASSED"]))
    assert [(each.status, each.attempt, each.is_last) for each in found] == [("failed", 1, False), ("passed", 2, True)]
    assert (found[0].message, found[0].seconds, found[0].tags) == ("FAILED it is", 3.0, ("@AC-1",))
    assert info.tool == "cucumber-js 11"


def test_a_stream_that_breaks_off_leaves_its_scenario_unknown() -> None:
    assert results(stream(["PASSED"], ends=False))[0][0].status == "unknown"
    assert results(stream(["FAILED"], ends=False))[0][0].status == "failed"


def test_what_was_planned_and_never_ran_is_unknown() -> None:
    (found,), _ = results(stream())
    assert (found.status, found.message) == ("unknown", "It was planned and did not run.")


def report(*steps: str, **more: Any) -> str:
    listed = [{"result": {"status": each, "duration": 2_000_000_000}} for each in steps]
    element = {"type": "scenario", "name": "Stops", "steps": listed, "tags": [{"name": "@AC-2"}], **more}
    background = {"type": "background", "steps": [{"result": {"status": "passed"}}]}
    feature = {"uri": "a.feature", "name": "A", "tags": [{"name": "@REQ-1"}], "elements": [background, element]}
    return json.dumps([feature, {**feature, "uri": "b.feature"}], indent=1)


def test_the_older_report_is_read_feature_by_feature() -> None:
    found, _ = results(report("passed", "undefined", "skipped"))
    assert [(each.place, each.status) for each in found] == [("a.feature", "undefined"), ("b.feature", "undefined")]
    assert (found[0].tags, found[0].seconds) == (("@REQ-1", "@AC-2"), 6.0)


def test_hooks_and_the_background_count() -> None:
    hook = [{"result": {"status": "failed", "error_message": "no database"}}]
    (found, _), _ = results(report("passed", after=hook))
    assert (found.status, found.message) == ("failed", "no database")
    broken = report("passed").replace('"passed"', '"failed"', 1)
    assert [each.status for each in results(broken)[0]] == ["failed", "passed"]


def test_a_report_without_features_has_no_results() -> None:
    assert results("[ ]")[0] == []
