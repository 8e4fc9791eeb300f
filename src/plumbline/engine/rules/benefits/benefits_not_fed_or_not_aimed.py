"""Benefits that nothing brings about, or that serve no objective."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.benefits import Fault, lint
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_benefits import NO_BENEFITS, benefits, offender
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Benefits not fed or not aimed",
    question="How many benefits hang in the air: no business change brings them, or no objective needs them?",
    population="benefits",
    statement="{share} benefits {are} not fed by a business change, or serve no objective: {named}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "What a project delivers changes nothing by itself. If nobody does anything differently, the benefit does not "
        "come; and if no objective is behind it, nobody will miss it."
    ),
    mend=(
        "Draw the network on the page Benefits: which business change brings each listed benefit, and which objective "
        "it serves. Take out a link that makes benefits bring about themselves in a circle."
    ),
    references=("Ward and Daniel, benefits dependency network",),
)

_SAYS = {
    Fault.NOT_FED: "no business change leads to it",
    Fault.NOT_AIMED: "it reaches no objective",
    Fault.RING: "it lies in a ring",
}


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """By the lint of the network; a change or a benefit in between counts as the way."""
    told = benefits(facts)
    if not told.benefits:
        return NO_BENEFITS
    faults: dict[str, list[str]] = defaultdict(list)
    for problem in lint(told.network):
        for key in problem.keys if problem.fault in _SAYS else ():
            faults[key].append(_SAYS[problem.fault])
    offenders = tuple(offender(each, "; ".join(faults[each.key])) for each in told.benefits if each.key in faults)
    return Count(len(offenders), len(told.benefits), offenders)
