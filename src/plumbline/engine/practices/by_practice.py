"""What an assessment says about each best practice. The rules themselves say which practices they serve."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plumbline.engine import catalogue
from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.practices.gao import PRACTICES, Practice
from plumbline.engine.rules.rule import Outcome, Rule
from plumbline.engine.rules.verdict import RuleResult

_REFERENCE = re.compile(r"GAO BP (\d+)")
_WORST_FIRST = (Outcome.FAIL, Outcome.NOT_ASSESSABLE, Outcome.WAIVED, Outcome.PASS)


@dataclass(frozen=True, slots=True)
class PracticeResult:
    """``results`` are those of the rules that serve the practice; ``status`` is the worst of them.

    A practice of which some rule cannot judge is not assessable, and so is one that no rule serves.
    """

    practice: Practice
    status: Outcome
    results: tuple[RuleResult, ...]

    def with_outcome(self, outcome: Outcome) -> tuple[RuleResult, ...]:
        return tuple(each for each in self.results if each.outcome is outcome)

    @property
    def sentence(self) -> str:
        """As in 'Of 4 rules: 3 passed, 1 failed. Human judgement stays: whether ...'"""
        return f"{self._counted()} Human judgement stays: {self.practice.judgement}"

    def _counted(self) -> str:
        if not self.results:
            return "No rule looks at it."
        counts = [(outcome, len(self.with_outcome(outcome))) for outcome in reversed(_WORST_FIRST)]
        words = {Outcome.PASS: "passed", Outcome.WAIVED: "waived", Outcome.FAIL: "failed"}
        said = ", ".join(f"{number} {words.get(outcome, outcome)}" for outcome, number in counts if number)
        return f"Of {len(self.results)} rule{'s' if len(self.results) > 1 else ''}: {said}."


def by_practice(results: Iterable[RuleResult]) -> tuple[PracticeResult, ...]:
    """The results sorted under the ten practices, in their order; one may stand under several, or under none."""
    results = tuple(results)
    serving = {each.name: practices_of(each.rule) for each in catalogue.rules()}
    found = []
    for practice in PRACTICES:
        own = tuple(each for each in results if practice.number in serving.get(each.rule, ()))
        outcomes = {each.outcome for each in own}
        status = next((each for each in _WORST_FIRST if each in outcomes), Outcome.NOT_ASSESSABLE)
        found.append(PracticeResult(practice, status, own))
    return tuple(found)


def practices_of(rule: Rule) -> tuple[int, ...]:
    """The numbers of the practices that a rule serves, from its references."""
    found = (_REFERENCE.fullmatch(each) for each in rule.references)
    return tuple(int(match[1]) for match in found if match)


def rules_of(practice: Practice) -> tuple[CataloguedRule, ...]:
    """The rules that serve a practice, by family and name."""
    return tuple(each for each in catalogue.rules() if practice.number in practices_of(each.rule))
