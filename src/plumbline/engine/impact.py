"""What another standard would find in projects that were assessed already, asked of as little as possible.

Where only a limit moved, the count that was kept is compared anew; only what was never counted, or counted otherwise,
is judged on the plan itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Count, Outcome
from plumbline.engine.rules.verdict import verdict
from plumbline.engine.rules_in_force import rules_in_force, settings_of
from plumbline.engine.standard.schema import Standard

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Kept:
    """How one rule came out under the standard before: what it had counted, and the value that was compared."""

    outcome: Outcome
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class StandardChange:
    """What has to be asked again to go from one standard to ``after``: rules by name."""

    after: Standard
    recount: tuple[CataloguedRule, ...]
    judge: tuple[CataloguedRule, ...]
    gone: tuple[str, ...]

    @property
    def concerns(self) -> frozenset[str]:
        """The rules whose kept outcomes are needed."""
        return frozenset([*(each.name for each in (*self.recount, *self.judge)), *self.gone])


@dataclass(frozen=True, slots=True)
class Impact:
    """Rules that would fail and do not now, and the other way round."""

    new: tuple[str, ...]
    gone: tuple[str, ...]


def change_between(before: Standard, after: Standard) -> StandardChange:
    """Which rules another standard counts otherwise, limits otherwise, or does without."""
    known = {each.name: each for each in rules_in_force(before)}
    recount, judge = list[CataloguedRule](), list[CataloguedRule]()
    for each in rules_in_force(after):
        old = known.get(each.name)
        if old is None or _counts_otherwise(before, after, each):
            judge.append(each)
        elif settings_of(before, old).limit != settings_of(after, each).limit:
            recount.append(each)
    names = {each.name for each in rules_in_force(after)}
    return StandardChange(after, tuple(recount), tuple(judge), tuple(name for name in known if name not in names))


def impact_on(change: StandardChange, kept: dict[str, Kept], facts: ProjectFacts | None) -> Impact:
    """What ``change`` would do to one project. ``facts`` may be ``None`` where nothing has to be judged.

    A rule that is set aside for the project is no finding, before or after.
    """
    was = {name: each.outcome is Outcome.FAIL for name, each in kept.items()}
    waived = {name for name, each in kept.items() if each.outcome is Outcome.WAIVED}
    will = {each.name: _recounted(change.after, each, kept.get(each.name)) for each in change.recount}
    if facts is not None:
        for each in change.judge:
            will[each.name] = each.judge(facts, settings_of(change.after, each)).outcome is Outcome.FAIL
    return Impact(
        new=tuple(
            sorted(name for name, fails in will.items() if fails and not was.get(name, False) and name not in waived)
        ),
        gone=tuple(sorted(name for name in was if was[name] and not will.get(name, name not in change.concerns))),
    )


def _counts_otherwise(before: Standard, after: Standard, each: CataloguedRule) -> bool:
    if each.name in after.custom or each.name in before.custom:
        own = (before.custom.get(each.name), after.custom.get(each.name))
        asked = [(one.each, one.where, one.must) if one else None for one in own]
        return asked[0] != asked[1]
    return settings_of(before, each).parameters != settings_of(after, each).parameters


def _recounted(after: Standard, each: CataloguedRule, kept: Kept | None) -> bool:
    if kept is None or kept.value is None or kept.outcome is Outcome.NOT_ASSESSABLE:
        return False
    settings = settings_of(after, each)
    share = Count(_whole(kept.numerator or 0), _whole(kept.denominator or 0))
    found = verdict(each.name, each.family, each.rule, settings, share)
    if found.value is None or abs(found.value - kept.value) > _SAME:  # an index is no share of what was counted
        index = Count(share.numerator, share.denominator, value=Fraction(str(kept.value)))
        found = verdict(each.name, each.family, each.rule, settings, index)
    return found.outcome is Outcome.FAIL


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number
