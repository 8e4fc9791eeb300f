"""When a mail is due: by what somebody chose, and by when the notices that wait for it were told."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.notifications.models import Preference

QUIET = timedelta(minutes=3)
LONGEST_BURST = timedelta(minutes=15)
"""At once means: when it has been quiet for a while, and however busy it is, after this long."""

How = Preference.How


def next_mail_at(preference: Preference, first: datetime, last: datetime, zone: ZoneInfo) -> datetime:
    """``first`` and ``last`` are when the oldest and the newest waiting notice were told; ``zone`` is the person's."""
    if preference.how == How.AT_ONCE:
        return min(last + QUIET, first + LONGEST_BURST)
    if preference.how == How.DAILY:
        return _next(first, zone, preference.hour, None)
    if preference.how == How.WEEKLY:
        return _next(first, zone, preference.hour, preference.weekday)
    return first


def _next(after: datetime, zone: ZoneInfo, hour: int, weekday: int | None) -> datetime:
    """The next time that it is that hour there, on that day of the week if one is asked for."""
    day = after.astimezone(zone).date()
    while True:
        moment = datetime.combine(day, time(hour), zone)
        if moment > after and weekday in (None, day.weekday()):
            return moment
        day += timedelta(days=1)
