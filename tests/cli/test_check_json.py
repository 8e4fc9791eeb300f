"""The JSON contract and the SARIF log of ``plumbline check``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cli.contracts import assert_is_sarif, assert_keeps_contract
from cli.plan_files import SOUND, TASK, Step, with_a_lead_before, xer
from cli.running import plumbline
from plumbline import library
from plumbline.engine.standard import load_standard


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def leads() -> str:
    Path("leads.xer").write_bytes(xer(("LINE", with_a_lead_before("Test the signals", 16))))
    return "leads.xer"


def test_there_is_one_result_for_each_rule_of_the_standard(leads: str) -> None:
    results = plumbline("check", leads, "--format", "json").json["projects"][0]["results"]
    assert sorted(each["rule"] for each in results) == sorted(load_standard(library.files_of("predictive")).rules)


def test_the_summary_counts_the_results(leads: str) -> None:
    document = plumbline("check", leads, "--format", "json").json
    project = document["projects"][0]
    outcomes = Counter(each["outcome"].replace(" ", "_") for each in project["results"])
    assert project["summary"] == {"waived": 0, "failing": 1, **outcomes}
    assert (outcomes["fail"], document["exit_code"]) == (1, 1)


def test_what_is_not_assessable_has_no_numbers(leads: str) -> None:
    results = plumbline("check", leads, "--format", "json").json["projects"][0]["results"]
    (missed,) = [each for each in results if each["rule"] == "missed_tasks"]
    assert missed["outcome"] == "not assessable"
    assert (missed["numerator"], missed["denominator"], missed["value"]) == (None, None, None)


def test_the_same_file_gives_the_same_document(leads: str) -> None:
    first, second = (plumbline("check", leads, "--format", "json").output for _ in range(2))
    assert first == second


def test_the_day_of_judgement_can_be_chosen(leads: str) -> None:
    long_after = plumbline("check", leads, "--as-of", "2028-01-31", "--format", "json").json["projects"][0]
    assert long_after["as_of"] == "2028-01-31T00:00"
    assert long_after["overall"]["status"] == "unknown"


def test_the_document_is_ascii_whatever_the_names_are() -> None:
    steps = [SOUND[0], Step("Überführung \x9b敷设", TASK, 40, -8), SOUND[-1]]
    Path("names.xer").write_bytes(xer(("LINE", steps)))
    output = plumbline("check", "names.xer", "--format", "json").output
    assert output.isascii()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["absent.xer"], "does not exist"),
        (["leads.xer", "--baseline", "absent.xer"], "absent.xer"),
        (["leads.xer", "--standard", "absent"], "absent"),
        (["leads.xer", "--standard", "predictiv"], "did you mean predictive"),
        (["leads.xer", "--standard", "leads.xer"], "folder"),
        (["leads.xer", "--project", "EAST"], "LINE"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("leads")
def test_what_cannot_be_read_is_a_document_and_a_message(arguments: list[str], words: str) -> None:
    ran = plumbline("check", *arguments, "--format", "json")
    assert ran.exit_code == ran.json["exit_code"] == 2
    assert_keeps_contract("check", ran.json)
    assert ran.json["projects"] == []
    assert words in ran.json["problems"][0]["message"] + ran.json["problems"][0]["place"]
    assert words in ran.errors


def test_sarif_of_an_unreadable_file_says_that_the_run_failed() -> None:
    ran = plumbline("check", "absent.xer", "--format", "sarif")
    assert ran.exit_code == 2
    assert_is_sarif(ran.json)
    (invocation,) = ran.json["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["level"] == "error"


def test_sarif_has_one_result_for_each_offender() -> None:
    led = [Step(f"Section {each}", TASK, 40, -8) for each in range(7)]
    Path("leads.xer").write_bytes(xer(("LINE", [SOUND[0], *led, SOUND[-1]])))
    ran = plumbline("check", "leads.xer", "--format", "sarif")
    assert_is_sarif(ran.json)
    results = ran.json["runs"][0]["results"]
    assert [each["ruleId"] for each in results] == ["logic/leads"] * 7
    assert {each["level"] for each in results} == {"error"}
    assert len({each["partialFingerprints"]["finding/v1"] for each in results}) == 7


def test_a_fingerprint_survives_a_new_version_of_the_plan(leads: str) -> None:
    before = plumbline("check", leads, "--format", "sarif").json
    Path(leads).write_bytes(xer(("LINE", [*with_a_lead_before("Test the signals", 16)[:-1], Step("More"), SOUND[-1]])))
    after = plumbline("check", leads, "--format", "sarif").json
    assert before != after
    assert _fingerprints(before) == _fingerprints(after)


def test_a_file_name_with_spaces_is_a_valid_address() -> None:
    Path("plan of the line.xer").write_bytes(xer(("LINE", with_a_lead_before("Test the signals", 16))))
    log = plumbline("check", "plan of the line.xer", "--format", "sarif").json
    assert_is_sarif(log)
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "plan%20of%20the%20line.xer"


def _fingerprints(log: dict[str, list[dict[str, list[dict[str, object]]]]]) -> list[object]:
    return [each["partialFingerprints"] for each in log["runs"][0]["results"]]
