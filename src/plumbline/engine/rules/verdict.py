"""From a count to a result: compared exactly, and said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from plumbline.engine.rules.rule import Count, LimitKind, Offender, Outcome, Rule, RuleSettings, Severity

_PERCENT_KINDS = (LimitKind.AT_MOST_PERCENT, LimitKind.AT_LEAST_PERCENT)
_MOST_DECIMALS = 9
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """What one rule says about one project.

    ``value`` is compared with ``limit`` and has its unit: a percentage, a number of things or a ratio, as
    ``limit_kind`` says (a percentage where there is no limit). ``dimension`` is the dimension of health
    that the standard in force counts the rule to.
    """

    rule: str
    family: str
    title: str
    outcome: Outcome
    numerator: int | float | None
    denominator: int | float | None
    value: float | None
    limit: float | None
    limit_kind: LimitKind
    severity: Severity
    offenders: tuple[Offender, ...]
    sentence: str
    dimension: str | None = None


def verdict(name: str, family: str, rule: Rule, settings: RuleSettings, count: Count) -> RuleResult:
    """Compare a count with the limit in force. Nothing is rounded before it is compared.

    A count without anything to assess is never a pass. A rule without a limit never fails.
    """
    measured = _measured(rule, count)
    return RuleResult(
        rule=name,
        family=family,
        title=rule.title,
        outcome=_outcome(rule, settings, measured),
        numerator=count.numerator,
        denominator=count.denominator,
        value=None if measured is None else float(measured),
        limit=settings.limit,
        limit_kind=rule.limit_kind,
        severity=settings.severity,
        offenders=count.offenders,
        sentence=_sentence(rule, settings, count, measured),
    )


def _measured(rule: Rule, count: Count) -> Fraction | None:
    if count.value is not None:
        return count.value
    if count.numerator is None or not count.denominator:
        return None
    if rule.limit_kind is LimitKind.AT_MOST_COUNT:
        return Fraction(count.numerator)
    share = Fraction(count.numerator) / Fraction(count.denominator)
    return share if rule.limit_kind is LimitKind.AT_LEAST_RATIO else 100 * share


def _outcome(rule: Rule, settings: RuleSettings, measured: Fraction | None) -> Outcome:
    if measured is None:
        return Outcome.NOT_ASSESSABLE
    if settings.limit is None or rule.limit_kind is LimitKind.NONE:
        return Outcome.PASS
    limit = _exactly(settings.limit)
    if rule.limit_kind in (LimitKind.AT_LEAST_PERCENT, LimitKind.AT_LEAST_RATIO):
        return Outcome.PASS if measured >= limit else Outcome.FAIL
    return Outcome.PASS if measured <= limit else Outcome.FAIL


def _sentence(rule: Rule, settings: RuleSettings, count: Count, measured: Fraction | None) -> str:
    if measured is None:
        return count.reason or f"There is nothing to assess: the plan has no {rule.population}."
    one = count.numerator == 1
    said = rule.statement.format(
        share=f"{_counted(count.numerator)} of {_counted(count.denominator)}",
        percent=f"{_shown(measured, settings.limit)} %",
        value=_shown(measured, settings.limit),
        numerator=_counted(count.numerator),
        denominator=_counted(count.denominator),
        named=_named(count.offenders),
        have="has" if one else "have",
        are="is" if one else "are",
        **{name: value if isinstance(value, str) else _plain(value) for name, value in settings.parameters.items()},
    )
    return f"{said}; {_limit_in_words(rule, settings)}."


def _named(offenders: tuple[Offender, ...]) -> str:
    """The first few of them."""
    names = [each.id or each.name for each in offenders]
    shown = ", ".join(names[:_MOST_NAMED]) or "none"
    return f"{shown} and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else shown


def _limit_in_words(rule: Rule, settings: RuleSettings) -> str:
    if settings.limit is None or rule.limit_kind is LimitKind.NONE:
        return "no limit is set"
    unit = " %" if rule.limit_kind in _PERCENT_KINDS else ""
    limit = f"{_plain(settings.limit)}{unit}"
    if rule.limit_kind in (LimitKind.AT_LEAST_PERCENT, LimitKind.AT_LEAST_RATIO):
        return f"at least {limit} is asked for"
    return f"the limit is {limit}"


def _shown(measured: Fraction, limit: float | None) -> str:
    """Two decimals, and more where two would make a value look equal to a limit that it is not equal to."""
    for decimals in range(2, _MOST_DECIMALS):
        shown = f"{float(measured):.{decimals}f}"
        if limit is None or Fraction(shown) != _exactly(limit) or measured == _exactly(limit):
            break
    return shown.rstrip("0").rstrip(".")


def _counted(number: int | float | None) -> str:
    """Things are whole numbers; days may be parts of days."""
    return str(number) if isinstance(number, int) else f"{number or 0:.1f}".removesuffix(".0")


def _plain(number: float) -> str:
    return f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}"


def _exactly(limit: float) -> Fraction:
    return Fraction(str(limit))
