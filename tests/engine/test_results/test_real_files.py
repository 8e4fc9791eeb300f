"""Real files give the counts that are in them, counted in another way."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import REAL_DATA
from engine.test_results.reading import results_of

pytestmark = pytest.mark.real_data
STREAMS = sorted((REAL_DATA / "gherkin").glob("*/*.ndjson"))
JUNIT = sorted((REAL_DATA / "junit_xml").glob("*.xml"))
ORDER = ["UNKNOWN", "PASSED", "SKIPPED", "PENDING", "UNDEFINED", "AMBIGUOUS", "FAILED"]


def envelopes(file: Path) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for line in file.read_text().splitlines():
        for kind, said in json.loads(line).items():
            found.setdefault(kind, []).append(said)
    return found


@pytest.mark.parametrize("file", STREAMS, ids=lambda each: each.stem)
def test_each_attempt_of_a_stream_is_as_its_worst_step(file: Path) -> None:
    said = envelopes(file)
    steps: dict[str, list[str]] = {each["id"]: [] for each in said.get("testCaseStarted", [])}
    for each in said.get("testStepFinished", []):
        steps[each["testCaseStartedId"]].append(each["testStepResult"]["status"])
    expected = Counter(max(each, key=ORDER.index).lower() for each in steps.values())
    found, info = results_of(file)
    assert Counter(str(each.status) for each in found) == expected
    ended = said.get("testCaseFinished", [])
    assert sum(not each.is_last for each in found) == sum(bool(each.get("willBeRetried")) for each in ended)
    assert info.revision == said["meta"][0]["ci"]["git"]["revision"]


@pytest.mark.parametrize("file", STREAMS, ids=lambda each: each.stem)
def test_each_scenario_of_a_stream_has_the_name_and_tags_of_its_pickle(file: Path) -> None:
    said = envelopes(file)
    pickles = {each["id"]: each for each in said.get("pickle", [])}
    ran = [pickles[each["pickleId"]] for each in said.get("testCase", [])]
    found = [each for each in results_of(file)[0] if each.is_last]
    expected = sorted((each["name"], each["uri"], tuple(tag["name"] for tag in each["tags"])) for each in ran)
    assert sorted((each.name, each.place, each.tags) for each in found) == expected


@pytest.mark.parametrize("file", JUNIT, ids=lambda each: each.stem)
def test_a_junit_file_has_as_many_of_each_kind_as_elements(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    cases = list(root.iter("testcase"))
    tags = [{child.tag for child in each} & {"failure", "error", "errors", "skipped"} for each in cases]
    found, _ = results_of(file)
    assert len(found) == len(cases)
    assert sum(each.status == "passed" for each in found) == sum(not each for each in tags)
    assert sum(each.status == "skipped" for each in found) == sum(each == {"skipped"} for each in tags)
    assert [each.name for each in found] == [each.get("name") for each in cases]


def test_all_the_files_are_there() -> None:
    assert (len(STREAMS), len(JUNIT)) >= (23, 1)


def test_what_breaks_outside_of_scenarios_is_told() -> None:
    for name in ("beforeall", "afterall"):
        (file,) = (each for each in STREAMS if each.stem == f"global-hooks-{name}-error")
        assert "hook went wrong" in results_of(file)[1].problems[0]
