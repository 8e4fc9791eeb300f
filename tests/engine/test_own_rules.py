"""A standard brings rules of its own: a condition, a limit, and words that help."""

from __future__ import annotations

import pytest

from engine.standard.small_standard import HEALTH, RULES, small_standard
from plumbline.engine.assess import assess
from plumbline.engine.assessment.records import Status
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import read
from plumbline.engine.rules.rule import Outcome, Severity
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.standard import InvalidStandard, differences, load_standard

PLAN = """\
data date,2026-03-02
id,name,duration,start,predecessors
A10,Start,0,2026-03-02,
A20,Review of the design,15,,A10
A30,Review of the survey,5,,A10
A40,Build,40,,A20;A30
A50,Finish,0,,A40
"""

OWN = """\
custom:
  long_review:
    title: Review that takes too long
    question: Does any review take more than two weeks?
    dimension: schedule
    severity: major
    where: activity.name.startsWith("Review")
    must: activity.duration_days <= 10.0
    why: Who waits for a review for weeks begins without it.
    mend: Send parts of it earlier.
"""


def result(own: str = OWN, rule: str = "long_review") -> RuleResult:
    standard = load_standard(small_standard(rules=RULES + own))
    plan = read(PLAN.encode(), "plan.csv").schedules[0]
    found = assess(ProjectFacts(as_of=plan.data_date or plan.start, plan=PlanFacts(plan)), standard)
    return next(each for each in found.results if each.rule == rule)


def problems(own: str, health: str = HEALTH) -> str:
    with pytest.raises(InvalidStandard) as refused:
        load_standard(small_standard(rules=RULES + own, health=health))
    return str(refused.value)


def test_what_does_not_meet_the_condition_offends():
    found = result()
    assert found.outcome is Outcome.FAIL
    assert [each.id for each in found.offenders] == ["A20"]
    assert (found.numerator, found.denominator, found.severity) == (1, 2, Severity.MAJOR)
    assert found.sentence == "1 of 2 activities is not as the standard asks; the limit is 0."
    assert (found.family, found.dimension) == ("own", "schedule")


@pytest.mark.parametrize("limit", ["at_most: 1", "at_most_percent: 50"])
def test_a_limit_lets_some_go(limit: str):
    assert result(OWN.replace("    why:", f"    {limit}\n    why:")).outcome is Outcome.PASS


def test_nothing_to_ask_about_is_no_pass():
    assert result(OWN.replace("Review", "Inspect", 5)).outcome is Outcome.NOT_ASSESSABLE


def test_a_fact_that_is_unknown_is_named_with_where_it_is():
    own = OWN.replace("activity.duration_days <= 10.0", "activity.baseline_finish > activity.finish")
    found = result(own)
    assert found.outcome is Outcome.NOT_ASSESSABLE
    assert "cannot be answered for “A20”" in found.sentence


def test_links_and_the_project_can_be_asked_about_too():
    links = OWN.replace('    where: activity.name.startsWith("Review")\n', "    each: link\n").replace(
        "activity.duration_days <= 10.0", 'link.kind == "FS" && link.predecessor.id != "A30"'
    )
    assert [each.id for each in result(links).offenders] == ["A40"]
    project = OWN.replace('    where: activity.name.startsWith("Review")\n', "    each: project\n").replace(
        "activity.duration_days <= 10.0", "project.activities < 3"
    )
    assert result(project).outcome is Outcome.FAIL


def test_health_may_rest_on_it():
    health = HEALTH.replace(
        "  resources:\n", "      - rule: long_review\n        on_fail: red\n        required: false\n  resources:\n", 1
    )
    standard = load_standard(small_standard(rules=RULES + OWN, health=health))
    plan = read(PLAN.encode(), "plan.csv").schedules[0]
    found = assess(ProjectFacts(as_of=plan.data_date or plan.start, plan=PlanFacts(plan)), standard)
    (schedule,) = (each for each in found.dimensions if each.dimension == "schedule")
    assert next(each.status for each in schedule.indicators if each.name == "long_review") is Status.RED


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "must: activity.duration_days <= 10.0",
            "must: activity.duration_days <=",
            "rules.yaml:17 custom.long_review.must",
        ),
        ("dimension: schedule", "dimension: shedule", "standard.yaml has no dimension 'shedule'"),
        ("long_review:", "leads:", "the catalogue has a rule of this name"),
        ("    why:", "    at_most: 1\n    at_most_percent: 5\n    why:", "give one of 'at_most'"),
        ("    severity: major\n", "    each: resource\n", "Input should be 'project', 'activity' or 'link'"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_line(before: str, after: str, message: str):
    assert before in OWN
    assert message in problems(OWN.replace(before, after, 1))


def test_a_change_of_it_is_said():
    before, after = (load_standard(small_standard(rules=RULES + own)) for own in (OWN, OWN.replace("10.0", "5.0")))
    (difference,) = differences(before, after)
    assert difference.sentence.startswith(
        "Own rule “Review that takes too long”: must was activity.duration_days <= 10.0"
    )


def test_it_needs_no_page_of_guidance_but_may_have_one():
    files = small_standard(rules=RULES + OWN)
    assert "long_review" not in load_standard(files).guidance
    assert "long_review" in load_standard(files | {"guidance/long_review.md": b"# Long\n"}).guidance
