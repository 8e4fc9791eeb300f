"""Criteria as files with tags, those files taken apart again, and the tests written from them run by pytest itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from engine.gherkin.test_reading import WHOLE
from plumbline.engine.gherkin import UnreadableGherkin, Written, feature_text, pending_tests, read, take_apart
from plumbline.engine.gherkin.write_tests import runnable

TAGS = ("@AC-12", "@REQ-3", "@D-1")
SCENARIOS = "# language: de\n\n# warum\nSzenario: Eins\n  Angenommen x\n\n@langsam\nSzenario: Zwei\n  Wenn y"
TEXTS = [
    SCENARIOS,
    WHOLE.strip(),
    "Scenario: One\n  Given x",
    "Background:\n  Given a\n\nScenario: One\n  When x\n\nRule: R\n\n  Scenario: Two\n    When y",
    "# language: fr\n@a\nFonctionnalité: Tout\n  Scénario: Un\n    Soit x",
]


def written(text: str, title: str = "It prints", kind: str = "gherkin") -> Written:
    return Written(TAGS, title, kind, text, "test")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", TEXTS)
def test_a_criterion_goes_out_with_its_tags_and_comes_back_as_it_was(text: str) -> None:
    out = feature_text(written(text))

    document = read(out)
    assert document.feature is not None
    assert set(TAGS) <= set(document.feature.tags)
    assert all(set(TAGS) <= set(each.tags) for each in document.cases)
    assert document.feature.language == read(text, name="x").feature.language  # type: ignore[union-attr]
    (arrived,) = take_apart(out)
    assert (arrived.number, arrived.requirement, arrived.deliverable) == (12, 3, 1)
    assert text in (arrived.text, arrived.bare)
    assert (arrived.bare == text) == (not read(text, name="x").is_whole)


@pytest.mark.parametrize("kind", ["plain", "checklist"])
def test_what_is_no_gherkin_goes_out_as_comments_that_pretend_nothing(kind: str) -> None:
    text = "- [ ] Scenario: One\n  Given x\n# language: de"
    out = feature_text(written(text, kind=kind))

    document = read(out)
    assert document.feature is not None
    assert (document.feature.name, document.scenarios) == ("It prints", ())
    assert all(f"#   {line}" in out for line in text.split("\n"))
    assert take_apart(out)[0].scenarios == 0


def test_a_file_name_is_the_tag_and_the_title() -> None:
    assert written("x", title="Is it “quick”? Yes / no").file_name == "AC-12-is-it-quick-yes-no.feature"
    assert written("x", title="速い").file_name == "AC-12.feature"


def test_scenarios_with_tags_are_those_criteria_and_others_are_new() -> None:
    arrived = take_apart(
        "Feature: F\n\n  Background:\n    Given b\n\n  @AC-4 @slow\n  Scenario: One\n    When x\n\n"
        "  Scenario: New\n    When y\n\n  Rule: R\n    why\n\n    @AC-4\n    Scenario: Two\n      When z\n"
    )
    assert [(each.number, each.title, each.scenarios) for each in arrived] == [(4, "One", 2), (None, "New", 1)]
    assert arrived[0].text == (
        "Background:\n  Given b\n\n@slow\nScenario: One\n  When x\n\nRule: R\n  why\n\nScenario: Two\n  When z"
    )
    assert arrived[1].text == "Background:\n  Given b\n\nScenario: New\n  When y"
    assert all(read(each.text, name="F").scenarios for each in arrived)


def test_a_scenario_of_two_criteria_is_refused_at_its_line() -> None:
    with pytest.raises(UnreadableGherkin, match="Line 3, column 1: This belongs to @AC-1 and @AC-2"):
        take_apart("Feature: F\n@AC-1 @AC-2\nScenario: S\n  Given x\n")


def test_a_file_without_a_feature_is_refused() -> None:
    for text in ("", "Scenario: S\n  Given x", "# only words"):
        with pytest.raises(UnreadableGherkin, match="There is no feature in the file"):
            take_apart(text)


SKELETON = {
    "a.feature": feature_text(written(WHOLE.strip())),
    "b.feature": feature_text(
        Written(
            ("@AC-13",),
            "Odd",
            "gherkin",
            "Scenario: Odd\n  * a ticket of 10 crowns\n  And a 'quote' \"and\" \\back\n"
            "  When <this> is no placeholder\n"
            "Scenario Outline: Twice\n  Given <a b> and <a b> of <class>\n  Examples:\n  | a b | class |\n  | 1 | 2 |",
        )
    ),
    "c.feature": feature_text(Written(("@AC-14",), "Vier", "gherkin", SCENARIOS)),
    "d.feature": feature_text(Written(("@AC-15",), "Plain", "plain", "No test.")),
}


def run(folder: Path) -> dict[str, ElementTree.Element]:
    """By the name of the test, as CI would run and report it."""
    command = [sys.executable, "-m", "pytest", "-q", "--strict-markers", "-p", "no:django", "-p", "no:cacheprovider"]
    given = [*command, "-c", "/dev/null", f"--rootdir={folder}", f"--junitxml={folder}/out.xml", str(folder)]
    done = subprocess.run(given, capture_output=True, text=True, timeout=120, cwd=folder, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return {each.attrib["name"]: each for each in ElementTree.parse(folder / "out.xml").iter("testcase")}


def laid_down(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_the_skeleton_runs_under_pytest_and_every_scenario_is_pending(tmp_path: Path) -> None:
    files = pending_tests(SKELETON, 'D-1 "Ticket"')
    laid_down(tmp_path, files)

    results = run(tmp_path)

    assert len(results) == 3 + 2 + 2
    for case in results.values():
        failure = case.find("failure")
        assert failure is not None
        assert "Pending: Given" in failure.attrib["message"] or "Pending: When y" in failure.attrib["message"]
    late = next(each for name, each in results.items() if "late" in name)
    assert {each.attrib["value"] for each in late.iter("property")} == {"AC-12", "REQ-3", "D-1", "billing"}


def test_a_step_stands_once_however_often_it_is_used(tmp_path: Path) -> None:
    module = pending_tests(SKELETON, "D-1")["test_acceptance.py"]
    ast.parse(module)
    assert module.count("a ticket of 10 crowns'") == 2  # where it is matched, and where it is told
    assert "def _(a_b, a_b_2, the_class):" in module
    assert "features/d.feature" not in pending_tests(SKELETON, "D-1")


def test_steps_that_are_written_pass(tmp_path: Path) -> None:
    files = pending_tests({"a.feature": SKELETON["a.feature"]}, "D-1")
    files["test_acceptance.py"] = files["test_acceptance.py"].replace("    pytest.fail(", "    str(")
    files["test_acceptance.py"] = files["test_acceptance.py"].replace(", pytrace=False", "")
    laid_down(tmp_path, files)
    assert [each.find("failure") for each in run(tmp_path).values()] == [None, None, None]


def test_a_first_step_that_pytest_bdd_refuses_becomes_a_given() -> None:
    text = "# language: de\nFunktionalität: F\n  Szenario: S\n    * x\n    Und y\n"
    assert runnable(text, read(text)).splitlines()[3:] == ["    Angenommen x", "    Und y"]
