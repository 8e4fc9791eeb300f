"""Results for a person who reviews a schedule by the ten best practices of the GAO's guide."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.cli.check_formats.marks import MARK
from plumbline.cli.terminal import Page
from plumbline.engine.assessment import RuleResult
from plumbline.engine.practices import Characteristic, PracticeResult, by_practice
from plumbline.engine.rules.rule import Outcome

_PRACTICE_INDENT, _RULE_INDENT = 2, 11


def show_practices(page: Page, results: Iterable[RuleResult]) -> None:
    practices = by_practice(results)
    for characteristic in Characteristic:
        page.line((characteristic.capitalize(), "bold"))
        for each in practices:
            if each.practice.characteristic is characteristic:
                _practice(page, each)
        page.gap()


def _practice(page: Page, found: PracticeResult) -> None:
    practice = found.practice
    page.line(MARK[found.status], f" {practice.number:2} ", (practice.title, "bold"), indent=_PRACTICE_INDENT)
    passed = found.with_outcome(Outcome.PASS)
    for outcome in (Outcome.FAIL, Outcome.NOT_ASSESSABLE, Outcome.WAIVED):
        for result in found.with_outcome(outcome):
            page.line(MARK[outcome], f" {result.title}: ", (result.sentence, "dim"), indent=_RULE_INDENT)
    if passed:
        page.line(MARK[Outcome.PASS], f" {', '.join(each.title for each in passed)}", indent=_RULE_INDENT)
    page.line(("Judge yourself: ", "bold"), practice.judgement, indent=_RULE_INDENT)
