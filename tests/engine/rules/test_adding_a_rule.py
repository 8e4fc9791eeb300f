"""A new rule is one new file and two cases; nothing that exists is edited."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from engine.rules.case_files import cases_of, missing_cases
from plumbline.engine.catalogue import InvalidCatalogueEntry, metrics_in, rules_in

A_RULE = '''
"""Activities whose name says nothing."""

from plumbline.engine.rules.populations import NO_PLAN, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, Severity

RULE = Rule(
    title="Short names",
    question="How many open activities have a name too short to say anything?",
    population="open activities",
    statement="{share} open activities ({percent}) {have} a name of fewer than {letters} letters",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why="A name should tell what is done.",
    mend="Give each listed activity a verb and an object.",
    parameters=(("letters", 5),),
)


def check(facts, settings):
    if facts.plan is None:
        return NO_PLAN
    tasks = incomplete_tasks(facts.plan.schedule)
    short = [each for each in tasks if len(each.name) < settings.number("letters")]
    return Count(len(short), len(tasks), tuple(Offender.activity(each, f"'{each.name}'") for each in short))
'''
A_CASE_THAT_KEEPS = """
says: A name of five letters is long enough.
plan: {activities: [{id: A, name: Paint}]}
expect: {numerator: 0, denominator: 1}
"""
A_CASE_THAT_BREAKS = """
says: A name of four letters is not.
plan: {activities: [{id: A, name: Work}]}
expect: {numerator: 1, denominator: 1, offenders: {A: "'Work'"}}
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """An empty package of rules with one family."""
    (tmp_path / "more_rules" / "naming").mkdir(parents=True)
    for folder in ("more_rules", "more_rules/naming"):
        (tmp_path / folder / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield importlib.import_module("more_rules")
    for name in [each for each in sys.modules if each.partition(".")[0] == "more_rules"]:
        del sys.modules[name]


def write(package: ModuleType, path: str, content: str) -> None:
    (Path(package.__path__[0]) / path).write_text(content, encoding="utf-8")


def test_a_new_file_is_a_rule_and_its_cases_are_run(package: ModuleType, tmp_path: Path) -> None:
    write(package, "naming/short_names.py", A_RULE)
    folder = tmp_path / "cases" / "naming" / "short_names"
    folder.mkdir(parents=True)
    (folder / "keeps.yaml").write_text(A_CASE_THAT_KEEPS, encoding="utf-8")
    (folder / "breaks.yaml").write_text(A_CASE_THAT_BREAKS, encoding="utf-8")

    rules = rules_in(package)

    assert [(each.family, each.name) for each in rules] == [("naming", "short_names")]
    assert missing_cases(rules, tmp_path / "cases") == []
    cases = list(cases_of(rules, tmp_path / "cases"))
    assert [str(each) for each in cases] == ["naming/short_names/breaks", "naming/short_names/keeps"]
    for case in cases:
        case.prove()


def test_a_case_that_says_something_else_than_the_rule_fails(package: ModuleType, tmp_path: Path) -> None:
    write(package, "naming/short_names.py", A_RULE)
    folder = tmp_path / "cases" / "naming" / "short_names"
    folder.mkdir(parents=True)
    (folder / "keeps.yaml").write_text(A_CASE_THAT_BREAKS, encoding="utf-8")
    (folder / "breaks.yaml").write_text(A_CASE_THAT_BREAKS.replace("'Work'", "'Play'"), encoding="utf-8")

    for case in cases_of(rules_in(package), tmp_path / "cases"):
        with pytest.raises(AssertionError):
            case.prove()


def test_a_rule_without_cases_is_told_which_are_missing(package: ModuleType, tmp_path: Path) -> None:
    write(package, "naming/short_names.py", A_RULE)

    missing = missing_cases(rules_in(package), tmp_path / "cases")

    assert missing == ["naming/short_names/keeps*.yaml", "naming/short_names/breaks*.yaml"]


@pytest.mark.parametrize(
    ("content", "what"),
    [("check = len", "RULE = Rule"), (A_RULE.replace("def check", "def count"), "check()")],
    ids=["no RULE", "no check"],
)
def test_a_file_that_is_no_rule_is_named_with_what_it_lacks(package: ModuleType, content: str, what: str) -> None:
    write(package, "naming/short_names.py", content)

    with pytest.raises(InvalidCatalogueEntry, match=r"short_names\.py: it needs") as raised:
        rules_in(package)

    assert what in str(raised.value)


def test_two_rules_of_one_name_are_refused(package: ModuleType) -> None:
    write(package, "naming/short_names.py", A_RULE)
    (Path(package.__path__[0]) / "style").mkdir()
    write(package, "style/__init__.py", "")
    write(package, "style/short_names.py", A_RULE)

    with pytest.raises(InvalidCatalogueEntry, match="two rules have the name 'short_names'"):
        rules_in(package)


def test_a_file_that_is_no_metric_is_named_with_what_it_lacks(package: ModuleType) -> None:
    write(package, "count_of_names.py", "def measure(facts): return None")

    with pytest.raises(InvalidCatalogueEntry, match=r"count_of_names\.py: it needs METRIC = Metric"):
        metrics_in(package)
