"""A programme of mentoring at Quay: a pair that runs with everything in it, and one that waits for its answers.

What is sealed holds no telltale word: an archive that is told in other words cannot change it.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from plumbline.engine.pairing import Competency
from plumbline.office.mentoring import actions
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def mentor_at_quay(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    runs, mentor, mentee = people[Role.PMO_STAFF], people[Role.PMO_MANAGER], people[Role.PROJECT_MANAGER]
    programme = actions.begin_programme(
        organisation, by=runs, title="Learning on the quay", about="For whoever works on a quay.",
        starts_on=day, ends_on=day + timedelta(days=200),
    )  # fmt: skip
    quays = Competency("Building quays", 4)
    spoken = {"languages": "English, Portuguese", "location": "Quay 4"}
    actions.make_offer(programme, by=mentor, strengths=[quays], mentees=1, **spoken)
    actions.say_wish(programme, by=mentee, goals=[Competency("Building quays", 3)], **spoken)
    (pair,) = actions.propose_pairs(programme, by=runs)
    for person in (mentor, mentee):
        pair = actions.agree_to_pair(pair, by=person)
    actions.plan_session(pair, by=mentee, on=day - timedelta(days=3))
    actions.plan_session(pair, by=mentor, on=day + timedelta(days=6), at=time(10, 30))
    actions.note(pair, by=mentee, words="Why the wall settles.")
    actions.agree_action(pair, by=mentor, words="Draw the wall", owner=mentee, due_on=day + timedelta(days=9))
    actions.check_in(pair, by=mentee, how="well")
    actions.make_offer(programme, by=people[Role.TEAM_MEMBER], strengths=[quays], mentees=1, **spoken)
    actions.say_wish(programme, by=people[Role.EXECUTIVE], goals=[quays], **spoken)
    actions.propose_pairs(programme, by=runs)
