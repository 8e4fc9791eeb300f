"""Reports that come by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.models import Making, Schedule, Snapshot
from plumbline.office.reporting.queries.readers import readers_of
from plumbline.office.reporting.scope import Scope

HOUR = time(7)
DAYS_OF_A_WEEK = 7


def schedule_report(
    organisation: Organisation,
    *,
    by: Person,
    report: str,
    scope: str,
    every: str,
    weekday: int,
    recipients: Sequence[Person],
) -> Schedule:
    """It is made at seven in the morning of the organisation's own time. Raises ``ValidationError``."""
    with action("schedule_report", by=by, scope=organisation) as line:
        about = reports().get(report)
        if about is None or not about.can_be_scheduled:
            raise ValidationError({"report": "Choose a report that can come by itself."})
        if not recipients or set(recipients) - set(readers_of(organisation, about)):
            raise ValidationError({"recipients": "Choose people whose role may see everything that is in it."})
        title = Scope.of(organisation, scope).title
        schedule = Schedule(
            organisation=organisation,
            report=report,
            parameters={"scope": scope},
            scope_title=title[:200],
            every=every,
            weekday=weekday,
            set_by=by,
        )
        schedule.due_at = next_time(schedule, now())
        schedule.full_clean()
        schedule.save(force_insert=True)
        schedule.recipients.set(recipients)
        line.about(schedule, every=every, weekday=weekday, recipients=[str(each) for each in recipients])
    return schedule


def pause_schedule(schedule: Schedule, *, by: Person) -> None:
    _set(schedule, "pause_schedule", by, due_at=None)


def resume_schedule(schedule: Schedule, *, by: Person) -> None:
    """What would have come meanwhile does not come later."""
    _set(schedule, "resume_schedule", by, due_at=schedule.due_at or next_time(schedule, now()))


def remove_schedule(schedule: Schedule, *, by: Person) -> None:
    """What it has sent stays."""
    _set(schedule, "remove_schedule", by, due_at=None, removed_at=now())


def take_due_schedules() -> list[Making]:
    """Puts into the queue what is due. Two workers at once take each schedule once."""
    moment = now()
    due = Schedule.objects.filter(due_at__lte=moment, removed_at=None).select_related("organisation", "set_by")
    return [taken for each in due.order_by("due_at") if (taken := _take(each, moment))]


def next_time(schedule: Schedule, after: datetime) -> datetime:
    """The first of its weekdays later than ``after``; by month, the first that is in the month's first week."""
    zone = ZoneInfo(schedule.organisation.time_zone)
    day = after.astimezone(zone).date()
    while True:
        at = datetime.combine(day, HOUR, zone)
        if at > after and _is_day(schedule, day):
            return at
        day += timedelta(days=1)


def _is_day(schedule: Schedule, day: date) -> bool:
    is_weekday = day.weekday() == schedule.weekday
    return is_weekday and (schedule.every == Schedule.Every.WEEK or day.day <= DAYS_OF_A_WEEK)


def _take(schedule: Schedule, moment: datetime) -> Making | None:
    with action("take_schedule", by=None, scope=schedule.organisation) as line:
        claimed = Schedule.objects.filter(pk=schedule.pk, due_at=schedule.due_at, removed_at=None)
        if not claimed.update(due_at=next_time(schedule, moment)):
            line.nothing_happened()
            return None
        making = Making.objects.create(
            organisation=schedule.organisation,
            report=schedule.report,
            parameters=schedule.parameters,
            previous=_last(schedule) if "since" in reports()[schedule.report].asks else None,
            schedule=schedule,
            asked_by=schedule.set_by,
        )
        line.about(schedule)
        return making


def _last(schedule: Schedule) -> Snapshot | None:
    """The latest pack of the same projects, however it came about."""
    scope = schedule.parameters["scope"]
    found = Snapshot.objects.filter(organisation=schedule.organisation, report=schedule.report)
    return found.filter(parameters__scope=scope).defer("document").first()


def _set(schedule: Schedule, verb: str, by: Person, **values: datetime | None) -> None:
    with action(verb, by=by, scope=schedule.organisation) as line:
        current = Schedule.objects.select_for_update().get(pk=schedule.pk)
        if current.removed_at:
            raise ValidationError("It was removed meanwhile.")
        changed = change(current, **values)
        line.about(current, changed=changed) if changed else line.nothing_happened()
