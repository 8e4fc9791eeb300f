"""Work that people are to do who are promised to more than they have time for."""

from __future__ import annotations

from plumbline.engine.capacity import PersonFact, WeekFact
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.people_of_the_project import known_people
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Promised twice",
    question="How much of the work is to be done by people who have too much to do that week, over all projects?",
    population="hours of the coming year by people who are known",
    statement="{percent} of the hours to come lie in weeks in which their people have too much to do: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "Every plan looks sound by itself. Where two of them count on the same person in the same week, one will be "
        "late, and it is mostly the one whose manager asks last."
    ),
    mend=(
        "Look at the listed people on the page Capacity, agree with their resource owner and the other projects who "
        "gets them when, and put the dates agreed on into the plan. Or ask for somebody else."
    ),
    references=("GAO BP 3",),
    parameters=(("tolerance_percent", 10),),
)

_NO_WORK = not_assessable("None of the work that is known lies in the coming year.")


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Hours of this project in weeks in which all projects together ask a person for more than they have, of all.

    What a person has in a week is working time less leave and line work, with some tolerance on top.
    """
    known = known_people(facts)
    if isinstance(known, Count):
        return known
    whole = sum(each.minutes for each in known.people)
    if not whole:
        return _NO_WORK
    most = 1 + settings.number("tolerance_percent") / 100
    over = {each: [week for week in each.weeks if week.everywhere > week.free * most] for each in known.people}
    offenders = tuple(_offender(person, weeks) for person, weeks in over.items() if weeks)
    return Count(sum(week.here for weeks in over.values() for week in weeks) // 60, whole // 60 or 1, offenders)


def _offender(person: PersonFact, weeks: list[WeekFact]) -> Offender:
    worst = max(weeks, key=lambda each: each.everywhere - each.free)
    said = f"{len(weeks)} {'week' if len(weeks) == 1 else 'weeks'} from {weeks[0].monday}"
    detail = f"{said}, at worst {worst.everywhere // 60} of {worst.free // 60} h from {worst.monday}"
    return Offender(f"resource-{person.key}", "", person.name, detail)
