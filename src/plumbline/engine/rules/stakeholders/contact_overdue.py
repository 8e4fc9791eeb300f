"""People who have not been spoken with for longer than was agreed."""

from __future__ import annotations

from datetime import timedelta

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.register_of_stakeholders import NO_REGISTER, offender, stakes
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity, not_assessable

RULE = Rule(
    title="Contact overdue",
    question="How many stakeholders have not been spoken with for longer than was agreed?",
    population="stakeholders with an agreed rhythm",
    statement="{share} stakeholders with an agreed rhythm ({percent}) {have} not been spoken with in time: {named}",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=10,
    severity=Severity.MINOR,
    why=(
        "Support wears off by itself. Somebody who has heard nothing for two months fills the silence with what "
        "others tell, and it is rarely the best version."
    ),
    mend=(
        "Speak with the listed people and log the contact. If the rhythm was too ambitious, agree on one that is "
        "kept: a promise of two months that holds is worth more than one of two weeks that does not."
    ),
    parameters=(("grace_days", 7),),
)

_NO_RHYTHM = not_assessable(
    "No rhythm of contact is agreed with anybody in the register. Say for each who matters after how many days at most "
    "they are spoken with."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Overdue is whoever was last spoken with longer ago than the rhythm and some days of grace."""
    known = stakes(facts)
    if not known:
        return NO_REGISTER
    grace, today = timedelta(days=int(settings.number("grace_days"))), facts.as_of.date()
    due = [(each, each.contacted_on + timedelta(days=each.contact_every)) for each in known if each.contact_every]
    if not due:
        return _NO_RHYTHM
    offenders = tuple(
        offender(each, f"last on {each.contacted_on}, every {each.contact_every} days: due on {day}")
        for each, day in due
        if day + grace < today
    )
    return Count(len(offenders), len(due), offenders)
