"""The steps of the features about writing a standard on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from pytest_bdd import given, parsers, scenarios, when

from cli.running import command_line
from cli.standard_folders import write_standard

scenarios("lint_a_standard.feature", "write_a_standard.feature")


@given(parsers.parse('a standard "{name}" with a limit for the rule "{rule}"'))
def _(name: str, rule: str) -> None:
    write_standard(Path(name), lambda rules: rules.update({rule: {"dimension": "schedule", "limit": 5}}))


@given(parsers.parse('a standard of my own "{name}"'))
def _(name: str) -> None:
    assert command_line(f"plumbline standard new {name}").exit_code == 0


@given(parsers.parse('its case expects that nothing offends against "{rule}"'))
def _(rule: str) -> None:
    _change_case("our_way", lambda expect: expect["offenders"].update({rule: []}))


@given(parsers.parse('the case of "{name}" expects that "{rule}" passes'))
def _(name: str, rule: str) -> None:
    _change_case(name, lambda expect: expect["rules"].update({rule: "pass"}))


def _change_case(standard: str, change: Callable[[dict[str, Any]], object]) -> None:
    path = Path(standard, "cases", "missing_logic.yaml")
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(case["expect"])
    path.write_text(yaml.safe_dump(case), encoding="utf-8")


@when(parsers.parse('I set the limit of "{rule}" in "{name}" to {limit:d}'))
def _(rule: str, name: str, limit: int) -> None:
    path = Path(name, "rules.yaml")
    path.write_text(f"rules:\n  {rule}:\n    limit: {limit}\n", encoding="utf-8")
