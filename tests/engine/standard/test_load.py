"""A standard is loaded whole, or refused with everything that is wrong with it."""

from __future__ import annotations

import pytest

from engine.standard.small_standard import GUIDANCE, HEALTH, RULES, STANDARD, small_standard
from plumbline.engine.catalogue import rule_named
from plumbline.engine.rules.rule import Severity
from plumbline.engine.standard import InvalidStandard, Problem, load_standard


def problems_of(files: dict[str, bytes]) -> list[Problem]:
    with pytest.raises(InvalidStandard) as refused:
        load_standard(files)
    return list(refused.value.problems)


def only_problem_of(files: dict[str, bytes]) -> Problem:
    problems = problems_of(files)
    assert len(problems) == 1, problems
    return problems[0]


def test_a_sound_standard_is_loaded_whole() -> None:
    standard = load_standard(small_standard())
    assert (standard.name, standard.version) == ("ours", "1.0.0")
    assert list(standard.dimensions) == ["schedule", "resources"]
    assert list(standard.rules) == ["missing_logic", "critical_path_length_index", "missing_resources"]
    assert standard.guidance["missing_logic"] == GUIDANCE
    assert standard.cadences.plan_update.days == 30
    assert not standard.health["resources"].required


def test_a_rule_keeps_its_own_settings_where_the_standard_is_silent() -> None:
    standard = load_standard(small_standard())
    index = rule_named("critical_path_length_index")
    assert standard.settings_for(index.name, index.rule) == index.rule.settings()


def test_a_standard_sets_limit_severity_and_parameters() -> None:
    chosen = "  missing_logic:\n    dimension: schedule\n    limit: 2.5\n    severity: info\n"
    standard = load_standard(small_standard(rules=RULES.replace(RULES.split("rules:\n")[1].split("  crit")[0], chosen)))
    settings = standard.settings_for("missing_logic", rule_named("missing_logic").rule)
    assert (settings.limit, settings.severity) == (2.5, Severity.INFO)


def test_a_rule_the_standard_does_not_apply_has_no_settings() -> None:
    with pytest.raises(KeyError):
        load_standard(small_standard()).settings_for("leads", rule_named("leads").rule)


@pytest.mark.parametrize("file", ["standard", "rules", "health"])
def test_a_missing_file_is_named(file: str) -> None:
    files = small_standard()
    del files[f"{file}.yaml"]
    assert Problem(f"{file}.yaml", "", "this file is missing") in problems_of(files)


@pytest.mark.parametrize(
    ("file", "text", "key", "line", "says"),
    [
        ("standard", STANDARD.replace("title: Our projects\n", ""), "title", 1, "missing"),
        ("standard", STANDARD.replace("version: 1.0.0", "version: 1.0"), "version", 4, "put it in quotes"),
        ("standard", STANDARD.replace("version: 1.0.0", "version: new"), "version", 4, "'new' does not have"),
        ("standard", STANDARD.replace("name: ours", "name: Our Standard"), "name", 2, "does not have the expected"),
        ("standard", STANDARD.replace("schema_version: 1", "schema_version: 2"), "schema_version", 1, "1"),
        ("standard", STANDARD.replace("days: 30", "days: 0"), "cadences.plan_update.days", 16, "greater than"),
        ("standard", STANDARD + "tilte: x\n", "tilte", 18, "did you mean 'title'?"),
        ("rules", RULES.replace("limit: 5", "limit: 101"), "rules.missing_logic.limit", 4, "between 0 and 100"),
        ("rules", RULES.replace("limit: 5", "limit: -1"), "rules.missing_logic.limit", 4, "between 0 and 100"),
        ("rules", RULES.replace("limit: 5", "limit: .inf"), "rules.missing_logic.limit", 4, "finite"),
        ("rules", RULES.replace("limit: 5", "limit: five"), "rules.missing_logic.limit", 4, "a number is expected"),
        ("rules", RULES.replace("limit: 5", "limit: true"), "rules.missing_logic.limit", 4, "a number is expected"),
        ("rules", RULES.replace("limit: 5", "limti: 5"), "rules.missing_logic.limti", 4, "did you mean 'limit'?"),
        ("rules", RULES.replace("major", "grave"), "rules.missing_logic.severity", 5, "'major'"),
        (
            "rules",
            RULES.replace("dimension: resources", "dimension: resorces"),
            "rules.missing_resources.dimension",
            9,
            "did you mean 'resources'?",
        ),
        (
            "rules",
            RULES + "    parameters: {shortest: 2}\n",
            "rules.missing_resources.parameters.shortest",
            10,
            "no parameter 'shortest'; there are: shortest_days",
        ),
        (
            "rules",
            RULES + "    parameters: {shortest_days: soon}\n",
            "rules.missing_resources.parameters.shortest_days",
            10,
            "must be a number",
        ),
        ("health", HEALTH.replace("slip", "slop"), "dimensions.schedule.indicators[0]", 5, "'finish_slip_days'?"),
        (
            "health",
            HEALTH.replace("rule: missing_logic", "rule: leads"),
            "dimensions.schedule.indicators[1]",
            8,
            "rules.yaml does not apply a rule 'leads'",
        ),
        (
            "health",
            HEALTH.replace("rule: missing_logic", "metric: open_activities"),
            "dimensions.schedule.indicators[1]",
            8,
            "informs only",
        ),
        ("health", HEALTH.replace("red: 20", "red: 4"), "dimensions.schedule.indicators[0]", 5, "stricter than amber"),
        (
            "health",
            HEALTH.replace("red: 0.85", "red: 0.96"),
            "dimensions.schedule.indicators[2]",
            12,
            "higher is better here",
        ),
        (
            "health",
            HEALTH.replace("amber: 10\n        red: 33", "on_fail: red"),
            "dimensions.resources.indicators[0]",
            20,
            "has no limit, so it cannot fail",
        ),
        (
            "health",
            HEALTH.replace("      - rule: missing_resources", "      - rule: missing_resources\n        on_fail: red"),
            "dimensions.resources.indicators[0]",
            20,
            "or 'on_fail'",
        ),
        (
            "health",
            HEALTH.replace("- metric: finish_slip_days", "- metric: finish_slip_days\n        rule: missing_logic"),
            "dimensions.schedule.indicators[0]",
            5,
            "exactly one of",
        ),
        (
            "health",
            HEALTH.replace("rule: critical_path_length_index", "rule: missing_logic").replace("0.85", "0.99"),
            "dimensions.schedule.indicators[2]",
            12,
            "stands in this dimension twice",
        ),
        ("health", HEALTH.replace("  resources:", "  staff:"), "dimensions.staff", 16, "has no dimension 'staff'"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_line(file: str, text: str, key: str, line: int, says: str) -> None:
    problem = only_problem_of(small_standard(**{file: text}))
    assert (problem.file, problem.key, problem.line) == (f"{file}.yaml", key, line)
    assert says in problem.message


def test_an_unknown_rule_is_named_with_a_guess() -> None:
    files = small_standard(rules=RULES.replace("missing_logic", "missing_logics"))
    found = [each for each in problems_of(files) if each.key == "rules.missing_logics"]
    assert any("did you mean 'missing_logic'?" in each.message for each in found)


def test_a_rule_without_guidance_and_guidance_without_a_rule_are_both_named() -> None:
    files = small_standard()
    files["guidance/leads.md"] = files.pop("guidance/missing_logic.md")
    assert [str(each) for each in problems_of(files)] == [
        "guidance/leads.md: no rule in rules.yaml uses this page",
        "rules.yaml:2 rules.missing_logic: guidance/missing_logic.md is missing",
    ]


def test_empty_guidance_is_named() -> None:
    files = small_standard()
    files["guidance/missing_logic.md"] = b" \n"
    assert str(only_problem_of(files)) == "guidance/missing_logic.md: the page is empty"


def test_a_file_that_belongs_to_no_standard_is_named_and_a_read_me_is_welcome() -> None:
    files = small_standard() | {"README.md": b"Ours.", "notes.txt": b"-"}
    assert str(only_problem_of(files)) == "notes.txt: this file is no part of a standard"


def test_mistakes_in_several_files_are_all_reported_at_once() -> None:
    files = small_standard(
        standard=STANDARD.replace("title: Our projects\n", ""),
        rules=RULES.replace("limit: 5", "limti: 5").replace("dimension: resources", "dimension: staff"),
        health=HEALTH.replace("amber: 5\n        red: 20", "amber: 5\n        red: 4"),
    )
    del files["guidance/missing_resources.md"]
    assert [each.key for each in problems_of(files)] == [
        "dimensions.schedule.indicators[0]",
        "rules.missing_logic.limti",
        "rules.missing_resources",
        "rules.missing_resources.dimension",
        "title",
    ]


def test_an_unreadable_file_does_not_hide_what_is_wrong_in_another() -> None:
    files = small_standard(rules="rules: [", health=HEALTH.replace("finish_slip_days", "slip"))
    assert {each.file for each in problems_of(files)} == {"rules.yaml", "health.yaml"}


def test_a_limit_for_a_count_must_be_whole() -> None:
    rules = RULES + "  invalid_dates:\n    dimension: schedule\n    limit: 0.5\n"
    files = small_standard(rules=rules) | {"guidance/invalid_dates.md": GUIDANCE.encode()}
    assert only_problem_of(files).message == "a count is a whole number; 0.5 is not"


@pytest.mark.parametrize("limit", [0, 100])
def test_the_ends_of_the_range_of_a_limit_are_allowed(limit: int) -> None:
    standard = load_standard(small_standard(rules=RULES.replace("limit: 5", f"limit: {limit}")))
    assert standard.rules["missing_logic"].limit == limit
