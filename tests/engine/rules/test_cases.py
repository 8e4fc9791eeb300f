"""Every rule is kept by one small plan and broken by another; the plans lie under ``cases``."""

from pathlib import Path

import pytest

from engine.rules.case_files import Case, cases_of, missing_cases, stray_cases
from plumbline.engine.catalogue import rules

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", list(cases_of(rules(), CASES)), ids=str)
def test_the_case_gives_what_it_says(case: Case) -> None:
    case.prove()


def test_every_rule_has_a_case_that_keeps_it_and_one_that_breaks_it() -> None:
    assert missing_cases(rules(), CASES) == []


def test_every_case_belongs_to_a_rule() -> None:
    assert stray_cases(rules(), CASES) == []
