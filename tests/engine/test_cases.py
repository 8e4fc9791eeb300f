"""A standard's own examples: small plans, and what it is to say about them."""

from __future__ import annotations

import pytest

from engine.standard.small_standard import RULES, small_standard
from plumbline.engine.cases import cases_of, judge_case
from plumbline.engine.standard import InvalidStandard, load_standard

CASE = """\
title: One task leads nowhere
plan: |
  data date,2026-03-02
  id,name,duration,start,predecessors
  A10,Start,0,2026-03-02,
  A20,Survey,5,,A10
  A30,Design,10,,A10
  A40,Finish,0,,A20
expect:
  rules:
    missing_logic: fail
  offenders:
    missing_logic: [A30]
"""


def judged(case: str, **replaced: str) -> tuple[str, ...]:
    files = small_standard(**replaced) | {"cases/one.yaml": case.encode()}
    (found,) = cases_of(files)
    return judge_case(found, load_standard(files))


def refused(case: str) -> str:
    with pytest.raises(InvalidStandard) as refusal:
        cases_of({"cases/one.yaml": case.encode()})
    return str(refusal.value)


def test_a_case_that_holds_says_nothing():
    assert judged(CASE) == ()


def test_another_limit_is_another_finding():
    (difference,) = judged(CASE, rules=RULES.replace("limit: 5", "limit: 60"))
    assert difference.startswith("missing_logic: fail is expected, but it is pass.")


def test_other_offenders_are_named():
    (difference,) = judged(CASE.replace("[A30]", "[A20, A40]"))
    assert difference == "missing_logic: A20, A40 are expected to offend, but it is A30"


def test_a_status_is_compared_with_its_reasons():
    (difference,) = judged(CASE + "  dimensions:\n    resources: green\n")
    assert difference.startswith("resources: green is expected, but it is")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  dimensions:\n    shedule: red\n", "the standard has no dimension 'shedule'; did you mean 'schedule'?"),
        ("  overall: green\n", "overall: green is expected, but it is"),
    ],
)
def test_what_the_standard_does_not_say_is_said(line: str, message: str):
    assert message in judged(CASE + line)[0]


def test_a_rule_the_standard_does_not_apply_is_named():
    (difference,) = judged(CASE.replace("missing_logic: fail", "missing_logik: fail"))
    assert difference == "the standard applies no rule 'missing_logik'; did you mean 'missing_logic'?"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("missing_logic: fail", "missing_logic: broken", "cases/one.yaml:11 expect.rules.missing_logic"),
        ("  A20,Survey,5", "  A20,Survey,five", "cases/one.yaml:2 plan:"),
        ("title: One task leads nowhere\n", "", "cases/one.yaml:1 title: this key is missing"),
        ("expect:", "as_of: March\nexpect:", "as_of"),
        ("expect:", "expected:", "this key is not known here; did you mean 'expect'?"),
    ],
)
def test_a_case_that_cannot_be_read_is_refused_by_its_place(before: str, after: str, message: str):
    assert before in CASE
    assert message in refused(CASE.replace(before, after, 1))


def test_a_standard_may_be_without_cases():
    assert cases_of(small_standard()) == ()


def test_a_case_looks_on_from_its_own_day():
    files = small_standard() | {"cases/one.yaml": CASE.replace("expect:", "as_of: 2026-09-01\nexpect:").encode()}
    assert f"{cases_of(files)[0].facts.as_of:%Y-%m-%d}" == "2026-09-01"
