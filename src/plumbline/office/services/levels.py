"""The service level of a request: until when an answer and the result are promised, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.office.people.models import Organisation
from plumbline.office.people.working_time import work_calendar
from plumbline.office.services.amounts import in_words
from plumbline.office.services.clock import ServiceClock
from plumbline.office.services.models import ServiceRequest

NEAR = 8 * 60
"""What has no more than this left of its working time is near its limit."""


def clock_of(organisation: Organisation) -> ServiceClock:
    """Two queries."""
    return ServiceClock(work_calendar(organisation), ZoneInfo(organisation.time_zone))


def limit(clock: ServiceClock, start: datetime, minutes: int | None) -> datetime | None:
    """Nothing where nothing is promised, and where the calendar knows no working time."""
    if minutes is None:
        return None
    try:
        return clock.add(start, minutes)
    except OutOfWorkingTime:
        return None


@dataclass(frozen=True, slots=True)
class Left:
    """``minutes`` of working time until the next limit, below zero when it has passed; ``what`` is promised then."""

    what: str
    by: datetime
    minutes: int
    stands_still: bool = False
    is_over: bool = False

    @property
    def is_near(self) -> bool:
        return not self.is_over and not self.stands_still and self.minutes <= NEAR

    @property
    def kind(self) -> str:
        """The colour of its badge."""
        return "red" if self.is_over else "amber" if self.is_near else ""

    @property
    def words(self) -> str:
        return str(self)

    @property
    def short(self) -> str:
        """For a narrow table whose page says that working time is meant."""
        return f"{in_words(abs(self.minutes))} {'overdue' if self.is_over else 'left'}"

    def __str__(self) -> str:
        amount = in_words(abs(self.minutes))
        if self.is_over:
            return f"{amount} of working time overdue"
        return f"{amount} of working time left" + (", standing still" if self.stands_still else "")


def left_of(asked: ServiceRequest, clock: ServiceClock, moment: datetime) -> Left | None:
    """Until the answer while there is none, else until the result; nothing for what is closed or has no level."""
    if not asked.is_open:
        return None
    waits = asked.state == ServiceRequest.State.WAITING
    if asked.responded_at is None and asked.respond_by is not None:
        what, by = "First answer", asked.respond_by
    elif asked.deliver_by is not None:
        what, by = "Result", asked.deliver_by
    else:
        return None
    at = asked.state_since if waits else moment
    return Left(what, by, clock.between(at, by), stands_still=waits, is_over=at > by)
