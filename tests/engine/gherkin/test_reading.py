"""Criteria in Gherkin: whole features and lone scenarios, every language, errors at the line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gherkin.dialect import DIALECTS

from conftest import REAL_DATA
from plumbline.engine.gherkin import UnreadableGherkin, items_of, read, read_criterion
from plumbline.engine.gherkin.headings import step_keyword
from plumbline.engine.gherkin.read import MOST_CASES, MOST_CHARACTERS

FEATURES = sorted((REAL_DATA / "gherkin").glob("*/*.feature"))
WHOLE = """@billing
Feature: Refunds
  Somebody who cannot ride gets their money back.

  Background:
    Given a ticket of 10 crowns

  Scenario: The tram is late
    When it is 20 minutes late
    Then 10 crowns are paid back

  Rule: Whoever rides pays
    @slow
    Scenario Outline: A part of the way
      When they ride <stops> stops
      Then <paid> crowns are paid back
        | stop | paid |
        | 1    | 9    |

      Examples: Near
        | stops | paid |
        | 1     | 9    |
        | 2     | 8    |
"""


def envelopes(feature: Path) -> list[dict[str, Any]]:
    streams = feature.parent.glob("*.ndjson")
    return [json.loads(line) for stream in streams for line in stream.read_text(encoding="utf-8").splitlines()]


@pytest.mark.real_data
@pytest.mark.parametrize("path", FEATURES or [Path("none")], ids=lambda each: each.stem)
def test_every_real_feature_says_what_its_expected_stream_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    stream = envelopes(path)
    uris = {each["source"]["uri"] for each in stream if "source" in each and each["source"]["data"] == text}
    assert uris, f"the stream of {path.name} holds another source"
    wrong = [each["parseError"]["message"] for each in stream if "parseError" in each]
    if wrong:
        with pytest.raises(UnreadableGherkin) as refused:
            read(text)
        assert [each.message for each in refused.value.problems] == wrong
        return

    document = read(text)

    expected = next(each["gherkinDocument"] for each in stream if each.get("gherkinDocument", {}).get("uri") in uris)
    scenarios = scenarios_in(expected["feature"]["children"])
    pickles = [each["pickle"] for each in stream if each.get("pickle", {}).get("uri") in uris]
    assert document.is_whole
    assert document.feature is not None
    assert document.feature.name == expected["feature"]["name"]
    assert [(each.name, each.line, len(each.steps)) for each in document.scenarios] == [
        (each["name"], each["location"]["line"], len(each["steps"])) for each in scenarios
    ]
    assert [(each.name, list(each.tags), [text for _, text in each.steps]) for each in document.cases] == [
        (each["name"], [tag["name"] for tag in each["tags"]], [step["text"] for step in each["steps"]])
        for each in pickles
    ]


def scenarios_in(children: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for each in children:
        found += [each["scenario"]] if "scenario" in each else scenarios_in(each.get("rule", {}).get("children", []))
    return found


@pytest.mark.real_data
def test_there_are_real_features() -> None:
    assert len(FEATURES) >= 23


def test_a_whole_feature_is_read_with_background_rule_outline_and_table() -> None:
    document = read(WHOLE)

    assert document.feature is not None
    outside, rule = document.feature.blocks
    assert (document.feature.tags, document.feature.language) == (("@billing",), "en")
    assert outside.background is not None
    assert outside.background.steps[0].text == "a ticket of 10 crowns"
    assert (rule.keyword, rule.name) == ("Rule", "Whoever rides pays")
    outline = rule.scenarios[0]
    assert (outline.first_line, outline.line, outline.tags) == (13, 14, ("@slow",))
    assert outline.steps[1].table == (("stop", "paid"), ("1", "9"))
    assert (outline.examples[0].name, outline.examples[0].header) == ("Near", ("stops", "paid"))
    assert outline.examples[0].rows == (("1", "9"), ("2", "8"))
    assert [each.name for each in document.cases] == ["The tram is late", "A part of the way", "A part of the way"]
    assert document.cases[2].steps[-1] == ("outcome", "8 crowns are paid back")
    assert document.cases[2].tags == ("@billing", "@slow")


def test_scenarios_alone_are_read_as_well_and_keep_their_lines() -> None:
    document = read_criterion('# why\n@fast\nScenario: One\n  Given x\n  """\n  words\n  """\n', name="Refunds")

    assert not document.is_whole
    assert document.feature is not None
    assert document.feature.name == "Refunds"
    scenario = document.scenarios[0]
    assert (scenario.first_line, scenario.line, scenario.steps[0].line) == (2, 3, 4)
    assert scenario.steps[0].doc_string == "words"


@pytest.mark.parametrize("language", sorted(DIALECTS))
def test_every_language_is_read_whole_and_as_scenarios(language: str) -> None:
    words = DIALECTS[language]
    given, when, then = (step_keyword(language, each) for each in ("given", "when", "then"))
    scenario = f"{words['scenario'][0]}: One\n  {given}x\n  {when}y\n  {then}z\n"
    header = f"# language: {language}\n"

    alone = read_criterion(f"{header}{scenario}", name="Named")
    whole = read_criterion(f"{header}{words['feature'][0]}: Named\n{scenario}")

    for document in (alone, whole):
        assert document.feature is not None
        assert (document.feature.language, document.feature.name) == (language, "Named")
        assert [step.text.strip() for step in document.scenarios[0].steps] == ["x", "y", "z"]
    assert (alone.is_whole, whole.is_whole) == (False, True)


@pytest.mark.parametrize(
    ("text", "line", "column", "advice"),
    [
        ("Scenario: a\n  Given x\n  nonsense", 3, 3, "“nonsense” cannot stand here. Begin a step with Given, When or"),
        ("Scenario: a\n  Given x\n  | a |\n  | b | c |", 4, 3, "more or fewer cells than the first row"),
        ('Scenario: a\n  Given x\n  """\n  open', 4, 0, "The text ends inside a doc string"),
        ("@two words\nScenario: a\n  Given x", 1, 1, "A tag is one word"),
        ("# language: xx\nFeature: a", 1, 1, "Gherkin has no language 'xx'"),
        ("Szenario: a\n  Angenommen x", 1, 1, "“Szenario:” is German. Put '# language: de' on the first line."),
        ("Given x\nWhen y", 1, 1, "This step stands in no scenario. Put a line 'Scenario: …' above it."),
        ("It works.", 1, 1, "There is no scenario yet"),
        ("Feature: Nothing", 1, 1, "There is no scenario yet"),
        ("Scenario: a\nScenario: b\n  Given x", 1, 1, "“a” has no step yet"),
        ("Scenario: a\n  Given x\nScenario: a\n  Given y", 3, 1, "“a” stands at line 1 already"),
        ("# language: de\nSzenario: a\n  Angenommen x\n  Unsinn", 4, 3, "Begin a step with Angenommen, Wenn or Dann"),
        ("Scenario: a\n  Given x\n@left", 3, 0, "below a tag, a scenario has to follow"),
    ],
)
def test_an_error_names_line_and_column_and_what_to_do(text: str, line: int, column: int, advice: str) -> None:
    with pytest.raises(UnreadableGherkin) as refused:
        read_criterion(text)
    first = refused.value.problems[0]
    assert (first.line, first.column) == (line, column)
    assert advice in first.advice
    assert f"Line {line}" in str(first)


def test_every_problem_is_told_and_not_only_the_first() -> None:
    with pytest.raises(UnreadableGherkin) as refused:
        read("Feature: a\n  Scenario: b\n    Given x\n  one\n  two\n")
    assert [each.line for each in refused.value.problems] == [4, 5]


def test_what_nobody_runs_is_refused_before_it_is_multiplied_out() -> None:
    rows = "| 1 |\n" * (MOST_CASES + 1)
    with pytest.raises(UnreadableGherkin, match="20,001 rows of examples; the most is 20,000"):
        read(f"Feature: a\nScenario Outline: b\nGiven <c>\nExamples:\n| c |\n{rows}")
    with pytest.raises(UnreadableGherkin, match="longer than 2,000,000 characters"):
        read("x" * (MOST_CHARACTERS + 1))


def test_a_checklist_is_its_items_and_words_between() -> None:
    items = items_of("At the stop:\n- [ ] The lamp is on\n\n* [x] The clock is right  \n")
    assert [(each.line, each.words) for each in items] == [(2, "The lamp is on"), (4, "The clock is right")]


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("- [ ] one\n-[ ] two", 2, "An item begins with '- [ ] '"),
        ("[ ] one", 1, "An item begins with"),
        ("- [ ]", 1, "This item has no words"),
        ("nothing", 1, "There is no item yet"),
        ("- [ ] one\n" * 201, 201, "more than 200 items"),
    ],
)
def test_an_item_written_wrongly_is_told_by_line(text: str, line: int, advice: str) -> None:
    with pytest.raises(UnreadableGherkin) as refused:
        items_of(text)
    assert refused.value.problems[0].line == line
    assert advice in refused.value.problems[0].advice
