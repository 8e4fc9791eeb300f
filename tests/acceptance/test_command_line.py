"""The steps of the features about the command line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.desk import Desk
from cli.contracts import assert_is_sarif
from cli.plan_files import SOUND, TASK, Step, with_a_lead_before, xer
from cli.running import command_line
from cli.standard_folders import write_standard
from plumbline.engine.readers import read

scenarios(
    "check_a_plan.feature",
    "convert_a_plan.feature",
    "compare_two_plans.feature",
    "show_a_plan.feature",
    "explain_a_rule.feature",
)

HOURS_A_DAY = 8
HOSTILE = ("\x1b]0;gone\x07 Lay \x1b[2J the cables", "[bold red]Signals[/bold red]", "Test\u202e\x9b31m the signals")


@given(parsers.re(r'a Primavera plan "(?P<name>[^"]+)" in which every activity is linked$'))
def _(name: str) -> None:
    Path(name).write_bytes(xer(("LINE", SOUND)))


@given(parsers.parse('a Primavera plan "{name}" with a lead of {days:d} days before "{activity}"'))
def _(name: str, days: int, activity: str) -> None:
    Path(name).write_bytes(xer(("LINE", with_a_lead_before(activity, days * HOURS_A_DAY))))


@given(parsers.parse('a Primavera plan "{name}" that ends with "{activity}"'))
def _(name: str, activity: str) -> None:
    last = [each.name for each in SOUND].index(activity)
    Path(name).write_bytes(xer(("LINE", SOUND[: last + 1])))


@given(parsers.parse('a Primavera plan "{name}" in which "{activity}" takes {days:d} days'))
def _(name: str, activity: str, days: int) -> None:
    steps = [replace(each, hours=days * HOURS_A_DAY) if each.name == activity else each for each in SOUND]
    Path(name).write_bytes(xer(("LINE", steps)))


@given(parsers.parse('a Primavera plan "{name}" with {number:d} activities that each follow a lead'))
def _(name: str, number: int) -> None:
    led = [Step(f"Section {each}", TASK, 40, -8) for each in range(1, number + 1)]
    Path(name).write_bytes(xer(("LINE", [*SOUND[:2], *led, SOUND[-1]])))


@given(parsers.parse('a Primavera plan "{name}" whose activities are named with terminal escapes and markup'))
def _(name: str) -> None:
    steps = [SOUND[0], *(Step(each, TASK, 40, -8) for each in HOSTILE), SOUND[-1]]
    Path(name).write_bytes(xer(("LINE", steps)))


@given(parsers.parse('a Primavera plan "{name}" cut in half'))
def _(name: str) -> None:
    whole = xer(("LINE", SOUND))
    Path(name).write_bytes(whole[: len(whole) // 2])


@given(parsers.parse('a Primavera file "{name}" with the projects "{first}" and "{second}"'))
def _(name: str, first: str, second: str) -> None:
    Path(name).write_bytes(xer((first, SOUND), (second, SOUND)))


@given("no file at all")
def _() -> None: ...


@given(parsers.parse('a folder "{name}"'))
def _(name: str) -> None:
    Path(name).mkdir()


@given(parsers.parse('an empty file "{name}"'))
def _(name: str) -> None:
    Path(name).touch()


@given(parsers.parse('a file "{name}" that says "{text}"'))
def _(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@given(parsers.parse('a standard "{name}" that calls leads {severity}'))
def _(name: str, severity: str) -> None:
    write_standard(Path(name), lambda rules: rules["leads"].update(severity=severity))


@when(parsers.parse('I run "{line}" with "{name}" on standard input'))
def _(desk: Desk, line: str, name: str) -> None:
    desk.ran = command_line(line, stdin=Path(name).read_bytes())


@then(parsers.parse('the output does not say "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert text not in desk.result.output


@then(parsers.parse('the last line says "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert text in desk.result.output.splitlines()[-1]


@then("the JSON has at least one problem and no project")
def _(desk: Desk) -> None:
    assert desk.result.json["problems"]
    assert desk.result.json["projects"] == []


@then(parsers.parse('the JSON has a problem that says "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert any(text in each["message"] for each in desk.result.json["problems"])


@then(parsers.parse("in the JSON the finish moved by {days:d} working days, in parts that add up"))
def _(desk: Desk, days: int) -> None:
    (project,) = desk.result.json["projects"]
    assert project["finish_moved_minutes"] == days * project["minutes_per_day"]
    assert sum(each["moved_minutes"] for each in project["moves"]) == project["finish_moved_minutes"]
    for each in project["moves"]:
        assert sum(part["moved_minutes"] for part in each["parts"]) + each["rest_minutes"] == each["moved_minutes"]


@then(parsers.parse('the JSON holds the projects "{names}"'))
def _(desk: Desk, names: str) -> None:
    assert [each["name"] for each in desk.result.json["projects"]] == names.split(", ")


@then(parsers.parse('in the JSON the rule "{rule}" of family "{family}" has outcome "{outcome}" with {count}'))
def _(desk: Desk, rule: str, family: str, outcome: str, count: str) -> None:
    result = _result_of(desk, rule)
    assert (result["family"], result["outcome"]) == (family, outcome)
    assert f"{result['numerator']} of {result['denominator']}" == count


@then(parsers.re(r'in the JSON the rule "(?P<rule>\w+)" of family "(?P<family>\w+)" has outcome "(?P<outcome>[^"]+)"$'))
def _(desk: Desk, rule: str, family: str, outcome: str) -> None:
    result = _result_of(desk, rule)
    assert (result["family"], result["outcome"]) == (family, outcome)


@then(
    parsers.re(
        r'in the JSON the practice (?P<number>\d+) has the status "(?P<status>[^"]+)" because of "(?P<rules>.*)"$'
    )
)
def _(desk: Desk, number: str, status: str, rules: str) -> None:
    practices = desk.result.json["projects"][0]["practices"]
    (found,) = [each for each in practices if each["number"] == int(number)]
    outcomes = {each["rule"]: each["outcome"] for each in desk.result.json["projects"][0]["results"]}
    assert found["status"] == status
    assert ", ".join(each for each in found["rules"] if outcomes[each] == "fail") == rules


@then(parsers.parse('in the JSON the offender of "{rule}" is "{name}"'))
def _(desk: Desk, rule: str, name: str) -> None:
    assert [each["name"] for each in _result_of(desk, rule)["offenders"]] == [name]


@then(parsers.parse('in the JSON the activity "{activity}" starts early at "{start}" and is critical'))
def _(desk: Desk, activity: str, start: str) -> None:
    (found,) = [each for each in desk.result.json["projects"][0]["activities"] if each["id"] == activity]
    assert (found["early_start"], found["critical"]) == (start, True)


@then(parsers.parse('"{name}" is a plan in the format "{format}"'))
def _(name: str, format: str) -> None:
    assert read(Path(name).read_bytes(), name).format == format


@then(parsers.parse('"{name}" holds the same plan as "{other}"'))
def _(name: str, other: str) -> None:
    assert read(Path(name).read_bytes(), name).schedules == read(Path(other).read_bytes(), other).schedules


@then(parsers.parse('the file "{name}" still says "{text}"'))
def _(name: str, text: str) -> None:
    assert Path(name).read_text(encoding="utf-8") == text


@then(parsers.parse('there is no file "{name}"'))
def _(name: str) -> None:
    assert not Path(name).exists()


@then(parsers.parse('the errors say "{text}"'))
def _(desk: Desk, text: str) -> None:
    assert text in desk.result.errors


@then("nothing is said")
def _(desk: Desk) -> None:
    assert (desk.result.output, desk.result.errors) == ("", "")


@then("the output is a SARIF 2.1.0 log")
def _(desk: Desk) -> None:
    assert_is_sarif(desk.result.json)


@then(parsers.parse('the SARIF log has a result of rule "{rule}" in "{file}"'))
def _(desk: Desk, rule: str, file: str) -> None:
    (result,) = desk.result.json["runs"][0]["results"]
    assert result["ruleId"] == rule
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == file


@then("no control character reaches the terminal")
def _(desk: Desk) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", desk.result.output)


def _result_of(desk: Desk, rule: str) -> Any:
    (result,) = [each for each in desk.result.json["projects"][0]["results"] if each["rule"] == rule]
    return result
