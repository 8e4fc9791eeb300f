"""What another standard would find is what assessing with it finds, asked of as little as possible."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.standard.small_standard import small_standard
from engine.test_own_rules import OWN
from plumbline.engine.assess import assess
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.impact import Impact, Kept, change_between, impact_on
from plumbline.engine.readers import read
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.standard import Standard, load_standard

PLAN = """\
data date,2026-03-02
id,name,duration,start,finish,predecessors,baseline start,baseline finish
A10,Start,0,2026-03-03,2026-03-03,,2026-03-03,2026-03-03
A20,Review of the design,60,2026-03-03,2026-05-25,A10,2026-03-03,2026-03-20
A30,Review of the survey,5,2026-03-03,2026-03-09,A10,2026-03-03,2026-03-09
A40,Build,40,2026-05-26,2026-07-20,A20FS-2d,2026-03-23,2026-05-15
A50,Finish,0,2026-07-20,2026-07-20,A40,2026-05-15,2026-05-15
"""
NAMES = (
    "missing_logic", "leads", "high_duration", "critical_path_length_index", "baseline_execution_index",
    "missing_resources", "hard_constraints", "lags",
)  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> ProjectFacts:
    plan = read(PLAN.encode(), "plan.csv").schedules[0]
    return ProjectFacts(as_of=plan.data_date or plan.start, plan=PlanFacts(plan))


def standard(rules: str) -> Standard:
    files = small_standard(rules=rules, health=HEALTH)
    page = files["guidance/missing_logic.md"]
    used = [name for name in NAMES if f"  {name}:" in rules]
    kept = {name: data for name, data in files.items() if not name.startswith("guidance/")}
    return load_standard(kept | {f"guidance/{name}.md": page for name in used})


HEALTH = "dimensions:\n  schedule:\n    why: So.\n    indicators:\n      - metric: finish_slip_days\n        amber: 5\n"


def rules(chosen: dict[str, float | None], own: str = "") -> str:
    lines = ["rules:"]
    for name, limit in chosen.items():
        lines += [f"  {name}:", "    dimension: schedule", *([f"    limit: {limit}"] if limit is not None else [])]
    return "\n".join(lines) + "\n" + own


def kept_of(before: Standard, facts: ProjectFacts) -> dict[str, Kept]:
    return {
        each.rule: Kept(each.outcome, each.numerator, each.denominator, each.value)
        for each in assess(facts, before).results
    }


def by_assessing(before: Standard, after: Standard, facts: ProjectFacts) -> Impact:
    fails = [
        {each.rule for each in assess(facts, one).results if each.outcome is Outcome.FAIL} for one in (before, after)
    ]
    return Impact(tuple(sorted(fails[1] - fails[0])), tuple(sorted(fails[0] - fails[1])))


limits = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.none(), st.sampled_from([0, 1, 2, 5, 10])), min_size=1)


@given(before=limits, after=limits, own=st.sampled_from(["", OWN, OWN.replace("10.0", "80.0")]))
@settings(deadline=None, max_examples=150)
def test_it_is_what_assessing_with_both_finds(
    facts: ProjectFacts, before: dict[str, float | None], after: dict[str, float | None], own: str
):
    one, other = standard(rules(before)), standard(rules(after, own))
    change = change_between(one, other)
    kept = {name: each for name, each in kept_of(one, facts).items() if name in change.concerns}
    assert impact_on(change, kept, facts) == by_assessing(one, other, facts)


def test_where_only_a_limit_moved_no_plan_is_looked_at(facts: ProjectFacts):
    one, other = standard(rules({"missing_logic": 5, "leads": 0})), standard(rules({"missing_logic": 90, "leads": 0}))
    change = change_between(one, other)
    assert [each.name for each in change.recount] == ["missing_logic"]
    assert (change.judge, change.gone) == ((), ())
    assert impact_on(change, kept_of(one, facts), None) == Impact((), ("missing_logic",))


def test_a_rule_whose_condition_changed_is_judged_anew():
    one = standard(rules({"missing_logic": 5}, OWN))
    other = standard(rules({"missing_logic": 5}, OWN.replace("10.0", "80.0")))
    assert [each.name for each in change_between(one, other).judge] == ["long_review"]
    words = standard(rules({"missing_logic": 5}, OWN.replace("Who waits", "Whoever waits")))
    assert change_between(one, words).judge == ()


def test_nothing_changes_between_a_standard_and_itself():
    same = standard(rules({"missing_logic": 5}, OWN))
    change = change_between(same, same)
    assert (change.recount, change.judge, change.gone) == ((), (), ())
