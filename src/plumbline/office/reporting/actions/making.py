"""Asking for a report, and making it: gathered once, kept for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.composing import composed
from plumbline.office.reporting.models import Delivery, Making, Publication, Snapshot
from plumbline.office.reporting.report import Asked, Gathered

LONGEST_MAKING = timedelta(minutes=5)
MOST_ATTEMPTS = 3
STOPPED = "It stopped three times. Try it again; if that does not help, tell whoever runs Plumbline."


def ask_for_report(
    organisation: Organisation,
    *,
    by: Person,
    report: str,
    parameters: dict[str, Any],
    previous: Snapshot | None = None,
) -> Making:
    """Puts it into the queue. It is made by ``make``, in the background."""
    with action("ask_for_report", by=by, scope=organisation) as line:
        making = Making.objects.create(
            organisation=organisation, report=report, parameters=parameters, previous=previous, asked_by=by
        )
        line.about(making, report=report, parameters=parameters)
    return making


def try_again(making: Making, *, by: Person) -> None:
    """For one that stopped."""
    with action("try_report_again", by=by, scope=making.organisation) as line:
        making = Making.objects.select_for_update().get(pk=making.pk)
        if making.is_moving or making.snapshot_id:
            line.nothing_happened()
            return
        line.about(making, changed=change(making, due_at=now(), attempts=0, done=0, problem=""))


def make(making_id: int) -> Snapshot | None:
    """Gathers and keeps it, if no other worker is at it; a scheduled one is handed out and its messages are due."""
    making = _claim(making_id)
    if making is None:
        return None
    if making.attempts > MOST_ATTEMPTS:
        Making.objects.filter(pk=making.pk).update(due_at=None, problem=STOPPED)
        return None
    try:
        gathered = reports()[making.report].gather(_asked(making))
    except ValidationError as refused:
        Making.objects.filter(pk=making.pk).update(due_at=None, problem=" ".join(refused.messages)[:500])
        return None
    return _keep(making, gathered)


def _claim(making_id: int) -> Making | None:
    moment = now()
    waiting = Making.objects.filter(pk=making_id, due_at__lte=moment)
    if not waiting.update(due_at=moment + LONGEST_MAKING, attempts=F("attempts") + 1, done=0):
        return None
    return Making.objects.select_related("organisation", "previous", "asked_by", "schedule").get(pk=making_id)


def _asked(making: Making) -> Asked:
    def progress() -> None:
        Making.objects.filter(pk=making.pk).update(done=F("done") + 1)

    organisation, before = making.organisation, making.previous
    today = people.today(organisation)
    return Asked(organisation, making.parameters, now(), today, before.marks if before else None, progress)


def _keep(making: Making, gathered: Gathered) -> Snapshot | None:
    with action("make_report", by=making.asked_by, scope=making.organisation) as line:
        current = Making.objects.select_for_update().get(pk=making.pk)
        if current.snapshot_id:
            line.nothing_happened()
            return None
        moment = now()
        snapshot = Snapshot.objects.create(
            organisation=making.organisation,
            report=making.report,
            title=gathered.title[:250],
            subtitle=gathered.subtitle[:300],
            parameters=making.parameters,
            document=composed(making.organisation, gathered, moment).as_data(),
            marks=gathered.marks,
            previous=making.previous,
            schedule=making.schedule,
            made_by=making.asked_by,
            made_at=moment,
        )
        Making.objects.filter(pk=making.pk).update(snapshot=snapshot, due_at=None)
        if making.schedule:
            _hand_out(snapshot, making)
        line.about(snapshot, report=making.report, parameters=making.parameters)
    return snapshot


def _hand_out(snapshot: Snapshot, making: Making) -> None:
    assert making.schedule is not None
    recipients = list(making.schedule.recipients.all())
    names = [str(each) for each in recipients]
    Publication.objects.create(snapshot=snapshot, by=making.asked_by, at=snapshot.made_at, readers=names)
    Delivery.objects.bulk_create(
        Delivery(snapshot=snapshot, person=each, due_at=snapshot.made_at) for each in recipients
    )
