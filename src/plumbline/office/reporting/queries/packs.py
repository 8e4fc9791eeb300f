"""Reports that were made, are being made, or come by themselves, as far as somebody may see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.foundation.access import may
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.models import Making, Schedule, Snapshot
from plumbline.office.reporting.report import Report
from plumbline.office.status.models import StatusReport

LATEST = 30
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ABOUT = ("made_by", "publication__by", "schedule", "previous")


def packs(membership: Membership) -> QuerySet[Snapshot]:
    """The latest first, without their documents. Whoever makes none sees those that are published."""
    found = Snapshot.objects.filter(organisation=membership.organisation, report__in=_readable(membership))
    if not may(membership, "make_packs"):
        found = found.exclude(publication=None)
    return found.select_related("made_by", "publication", "schedule").defer("document", "marks")


def pack(membership: Membership, snapshot_id: int) -> Snapshot:
    """404 for one of another organisation, or one that is not published to whoever makes none."""
    found = Snapshot.objects.filter(organisation=membership.organisation, pk=snapshot_id).exclude(
        Q() if may(membership, "make_packs") else Q(publication=None)
    )
    one = found.select_related("organisation", *_ABOUT).defer("marks", "previous__document", "previous__marks").first()
    if one is None:
        raise Http404
    return one


def report_of(snapshot: Snapshot) -> Report:
    return reports()[snapshot.report]


def making(organisation: Organisation, making_id: int) -> Making:
    """404 for one of another organisation."""
    found = Making.objects.filter(organisation=organisation, pk=making_id).select_related("asked_by").first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class InTheMaking:
    making: Making
    title: str
    parts: int

    @property
    def words(self) -> str:
        return f"{self.making.done} of {self.parts}"


def in_the_making(organisation: Organisation) -> list[InTheMaking]:
    """What moves, and what stopped."""
    found = Making.objects.filter(organisation=organisation, snapshot=None).select_related("asked_by")[:LATEST]
    return [in_words(each) for each in found]


def in_words(making: Making) -> InTheMaking:
    about = reports()[making.report]
    return InTheMaking(making, about.title, about.parts)


@dataclass(frozen=True, slots=True)
class ScheduleInWords:
    schedule: Schedule
    title: str
    when: str
    recipients: str
    is_late: bool


def schedules(organisation: Organisation) -> list[ScheduleInWords]:
    found = Schedule.objects.filter(organisation=organisation, removed_at=None).prefetch_related("recipients")
    return [schedule_in_words(each) for each in found]


def schedule(organisation: Organisation, schedule_id: int) -> Schedule:
    """404 for one of another organisation, or one that was removed."""
    found = Schedule.objects.filter(organisation=organisation, pk=schedule_id, removed_at=None).first()
    if found is None:
        raise Http404
    return found


def schedule_in_words(schedule: Schedule) -> ScheduleInWords:
    day = DAYS[schedule.weekday]
    when = f"every {day}" if schedule.every == Schedule.Every.WEEK else f"the first {day} of each month"
    names = ", ".join(str(each) for each in schedule.recipients.all())
    is_late = schedule.due_at is not None and schedule.due_at <= now()
    return ScheduleInWords(schedule, reports()[schedule.report].title, when, names, is_late)


def status_report(organisation: Organisation, report_id: int) -> StatusReport:
    """404 for one of another organisation."""
    found = StatusReport.objects.filter(project__organisation=organisation, pk=report_id).select_related(
        "project__portfolio", "project__programme", "project__organisation"
    )
    one = found.first()
    if one is None:
        raise Http404
    return one


def _readable(membership: Membership) -> list[str]:
    return [name for name, each in reports().items() if each.may_be_read_by(membership)]
