"""Answering. Nothing is written that ties an answer to a person or to a time: no audit line, no row of its own."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.pulse.models import Invitation, PulseRound, Tally, TeamRound

BYTES = 32
VALUES = range(1, 6)


def hash_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def make_link(team: TeamRound, *, by: Person) -> str:
    """A secret of this person for this team and round, shown this once; one made before opens nothing any more."""
    with action("make_pulse_link", by=None, scope=None) as line:
        line.nothing_happened()
        secret = secrets.token_urlsafe(BYTES)
        found = Invitation.objects.filter(team=team, person=by, answered=False, team__round__is_closed=False)
        if not found.update(token_hash=hash_of(secret)):
            raise ValidationError("There is nothing for you to answer.")
        return secret


def answer_by_link(secret: str, values: Sequence[int]) -> None:
    """Whoever holds the link may answer, once. Raises ``ValidationError``."""
    _answer(Invitation.objects.filter(token_hash=hash_of(secret)), values)


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
