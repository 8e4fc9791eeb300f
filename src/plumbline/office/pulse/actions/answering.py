"""Answering. Nothing is written that ties an answer to a person or to a time: no audit line, no row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.pulse.models import Invitation, PulseRound, Tally, TeamRound
from plumbline.office.pulse.queries import asked_by

VALUES = range(1, 6)


def answer_by_link(secret: str, team_id: int, values: Sequence[int]) -> None:
    """Whoever holds the link of somebody may answer for each of their teams, once. Raises ``ValidationError``."""
    _answer(asked_by(secret).filter(team=team_id), values)


def answer_as(team: TeamRound, values: Sequence[int], *, by: Person) -> None:
    """Somebody who is signed in, once. Raises ``ValidationError``."""
    _answer(Invitation.objects.filter(team=team, person=by), values)


def _answer(invitations: QuerySet[Invitation], values: Sequence[int]) -> None:
    with action("answer_pulse", by=None, scope=None) as line:
        line.nothing_happened()
        asked = invitations.select_related("team__round__pulse__organisation").first()
        if asked is None:
            raise ValidationError("There is nothing for you to answer.")
        # the round first, as its close does: whoever comes while it is closed finds it closed
        round_ = PulseRound.objects.select_for_update().get(pk=asked.team.round_id)
        if not round_.is_open_on(today(asked.team.round.pulse.organisation)):
            raise ValidationError("This round is closed.")
        if len(values) != len(round_.questions) or any(each not in VALUES for each in values):
            raise ValidationError("Answer each question from 1 to 5.")
        if not Invitation.objects.filter(pk=asked.pk, answered=False).update(answered=True):
            raise ValidationError("You have answered already.")
        for question, value in enumerate(values):
            Tally.objects.filter(team=asked.team, question=question, value=value).update(number=F("number") + 1)
