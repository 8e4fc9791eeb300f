"""Activities that cannot be told apart by their names."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Uid

RULE = Rule(
    title="Duplicate names",
    question="How many activities have the name of another one?",
    population="activities and milestones",
    statement="{share} activities and milestones ({percent}) {have} the name of another one",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "In a report, a filter or a meeting an activity is known by its name alone. Two of one name are mixed up, "
        "progress is entered on the wrong one, and a doubled line counts its work twice."
    ),
    mend=(
        "Add to each listed name what tells it from the others: the place, the part, the lot. Delete a line that is "
        "there twice by mistake."
    ),
    references=("GAO BP 1",),
    parameters=(("within", "summary"),),
    choices=(("within", ("summary", "plan")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Names are compared without regard to case and spaces: below the same summary, or in the whole plan."""
    if facts.plan is None:
        return NO_PLAN
    counted = work_and_milestones(facts.plan.schedule)
    in_whole_plan = settings.choice("within") == "plan"
    namesakes: dict[tuple[Uid | None, str], list[Activity]] = defaultdict(list)
    for each in counted:
        if each.name.strip():
            namesakes[None if in_whole_plan else each.parent, " ".join(each.name.casefold().split())].append(each)
    others = {each.uid: group for group in namesakes.values() if len(group) > 1 for each in group}
    offenders = tuple(
        Offender.activity(each, _detail(each, others[each.uid])) for each in counted if each.uid in others
    )
    return Count(len(offenders), len(counted), offenders)


def _detail(activity: Activity, group: list[Activity]) -> str:
    other = group[0] if group[0].uid != activity.uid else group[1]
    more = f" and {len(group) - 2} more" if len(group) > 2 else ""
    return f"the same name as {other.id or other.uid}{more}"
