"""Reminding those who have not finished: some days before the round's day, and on it."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, Q

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.maturity.actions.rounds import AHEAD, tell_assessors
from plumbline.office.maturity.models import Assessor, Round
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.queries import people_with, today

MOST_REMINDED = 500


def remind_who_is_missing() -> None:
    """Each of them twice at most. What is due stands in the rows, so that a sweep may run at any time and again."""
    tomorrow = (now() + timedelta(days=1)).date()
    untold = Q(reminded_on=None) | Q(round__due_on__lte=tomorrow, reminded_on__lt=F("round__due_on"))
    waiting = Assessor.objects.filter(
        untold, round__state=Round.State.OPEN, round__due_on__lte=tomorrow + AHEAD, finished_at=None
    )
    each_by_itself(waiting.order_by("pk").values_list("pk", flat=True)[:MOST_REMINDED], _remind)


def _remind(key: int) -> None:
    with action("remind_assessor", by=None, scope=None) as line:
        found = Assessor.objects.select_for_update(of=("self",)).select_related("round__organisation", "person")
        assessor = found.get(pk=key)
        asked, organisation = assessor.round, assessor.round.organisation
        line.scope = organisation
        day = today(organisation)
        threshold = asked.due_on if day >= asked.due_on else asked.due_on - AHEAD
        told = assessor.reminded_on is not None and assessor.reminded_on >= threshold
        if told or day < threshold or not asked.is_open or assessor.finished_at is not None:
            line.nothing_happened()
            return
        Assessor.objects.filter(pk=key).update(reminded_on=day)
        if not people_with(organisation, "assess_maturity").filter(pk=assessor.person_id).exists():
            line.nothing_happened()
            return
        if day == asked.due_on:
            title = Wording("Your view is still missing, by today: {round}", round=asked.title)
        else:
            title = Wording("Your view is still missing, by {due}: {round}", due=asked.due_on, round=asked.title)
        tell_assessors(asked, [assessor.person], title, f"due:{threshold}", kind="maturity_due")
        line.about(asked, due_on=str(asked.due_on), told=str(assessor.person))
