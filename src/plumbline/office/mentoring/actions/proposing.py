"""Proposing pairs: the engine finds them, and both are asked."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.pairing import Competency, Mentee, Mentor, pair_up
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.mentoring.actions.rights import TAKE_PART, must_run
from plumbline.office.mentoring.actions.telling import tell
from plumbline.office.mentoring.models import MentoringProgramme, Offer, Pair, Wish
from plumbline.office.mentoring.queries.lines import lines_of
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import people_with, today


def propose_pairs(programme: MentoringProgramme, *, by: Person | None) -> list[Pair]:
    """One for each mentee who has none and for whom somebody is left. Both are told.

    Raises ``ValidationError`` where the programme is over.
    """
    organisation = programme.organisation
    with action("propose_mentoring_pairs", by=by, scope=organisation) as line:
        must_run(organisation, by)
        locked = MentoringProgramme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
        if locked.is_over(today(organisation)):
            raise ValidationError("The programme is over.")
        mentors, mentees, people = _who_takes_part(organisation, locked)
        found = pair_up(mentors, mentees, _refused(organisation), goal_needed=locked.goal_needed)
        proposed = [
            add(
                Pair(
                    organisation=organisation, programme=locked, mentor=people[each.mentor], mentee=people[each.mentee],
                    reasons=list(each.reasons), against=list(each.against), proposed_at=now(),
                )
            )
            for each in found.pairs
        ]  # fmt: skip
        for pair in proposed:
            title = Wording("A pair for mentoring is proposed to you")
            reason = Wording("You take part in mentoring. It begins if both of you agree.")
            tell(pair, [pair.mentor, pair.mentee], title, "proposed", reason)
        line.about(locked, pairs=len(proposed), without=len(found.without))
        return proposed


def _who_takes_part(
    organisation: Organisation, programme: MentoringProgramme
) -> tuple[list[Mentor], list[Mentee], dict[int, Person]]:
    """As the engine knows them: whoever has withdrawn, has gone, or has a mentor already, is left out."""
    people = {each.pk: each for each in people_with(organisation, TAKE_PART)}
    units = dict(Membership.objects.filter(organisation=organisation).values_list("person_id", "unit__name"))
    active = list(Pair.objects.filter(programme=programme, state__in=Pair.ACTIVE).values_list("mentor_id", "mentee_id"))
    busy, taken = Counter(mentor for mentor, _ in active), {mentee for _, mentee in active}
    lines = lines_of(organisation)
    usual = {"withdrawn_at": None, "person__in": people}

    def known(said: Wish | Offer) -> dict[str, Any]:
        line = lines.get(said.person_id, frozenset()) | {each.pk for each in said.line.all()}
        unit = units.get(said.person_id) or ""
        return {"languages": said.spoken, "unit": unit, "location": said.location, "line": line}

    mentors = [
        Mentor(each.person_id, _competencies(each.strengths), capacity=each.mentees, busy=busy[each.person_id],
               **known(each))
        for each in programme.offers.filter(**usual).prefetch_related("line")
    ]  # fmt: skip
    mentees = [
        Mentee(each.person_id, _competencies(each.goals), **known(each))
        for each in programme.wishes.filter(**usual).exclude(person__in=taken).prefetch_related("line")
    ]
    return mentors, mentees, people


def _competencies(kept: list[dict[str, Any]]) -> tuple[Competency, ...]:
    return tuple(Competency(each["name"], each["level"]) for each in kept)


def _refused(organisation: Organisation) -> set[tuple[int, int]]:
    """What did not come about in any programme."""
    gone = Pair.objects.filter(organisation=organisation, state=Pair.State.GONE)
    return set(gone.values_list("mentor_id", "mentee_id"))
