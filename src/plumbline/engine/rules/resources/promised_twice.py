"""Work that people are to do who are promised to more than they have time for."""

from __future__ import annotations

from plumbline.engine.capacity import PersonFact, WeekFact
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.people_of_the_project import known_people
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Promised twice",
    question="How much of the work is to be done by people who have too much to do that week, over all projects?",
    population="hours of work that are left in the plan",
    statement="at least {percent} of the hours to come lie in weeks in which their people have too much to do: {named}",
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

    What a person has in a week is working time less leave and line work, with some tolerance on top. Hours of names
    that are matched with nobody may lie in such weeks too: while they could break the limit, nothing passes.
    """
    known = known_people(facts)
    if isinstance(known, Count):
        return known
    staffed = known.staffed
    if not staffed:
        return _NO_WORK
    whole = max(known.asked, staffed)
    most = 1 + settings.number("tolerance_percent") / 100
    over = {each: [week for week in each.weeks if week.everywhere > week.free * most] for each in known.people}
    twice = sum(week.here for weeks in over.values() for week in weeks)
    if not _above(twice, whole, settings) and _above(twice + whole - staffed, whole, settings):
        return not_assessable(
            f"{_hours(whole - staffed)} of {_hours(whole)} h are of names that are matched with nobody. "
            "Say on the page Names in plans who is meant."
        )
    offenders = tuple(_offender(person, weeks) for person, weeks in over.items() if weeks)
    return Count(_hours(twice), _hours(whole) or 1, offenders)


def _above(minutes: int, whole: int, settings: RuleSettings) -> bool:
    return settings.limit is not None and 100 * minutes > settings.limit * whole


def _hours(minutes: int) -> int:
    return minutes // 60


def _offender(person: PersonFact, weeks: list[WeekFact]) -> Offender:
    worst = max(weeks, key=lambda each: each.everywhere - each.free)
    said = f"{len(weeks)} {'week' if len(weeks) == 1 else 'weeks'} from {weeks[0].monday}"
    detail = f"{said}, at worst {worst.everywhere // 60} of {worst.free // 60} h from {worst.monday}"
    return Offender(f"resource-{person.key}", "", person.name, detail)
