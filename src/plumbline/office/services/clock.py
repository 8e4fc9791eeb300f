"""The clock of service levels: real minutes of working time, whatever the clocks on the wall do meanwhile.

An instant is working time if the clock on the wall shows a time within a working window then. Where that clock jumps,
what it leaves out is never there, and what it shows twice counts twice. Between two jumps the difference to UTC is
constant, so the engine's calendar can be asked in local time, stretch by stretch.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from plumbline.engine.calendars import OutOfWorkingTime, WorkCalendar, WorkingTime

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_FURTHEST = timedelta(days=3660)


class ServiceClock:
    """Instants are aware, and cut to the whole minute; answers are in UTC; work is whole minutes."""

    def __init__(self, calendar: WorkCalendar, zone: tzinfo) -> None:
        self.calendar = calendar
        self._work = WorkingTime(calendar)
        self._zone = zone

    def between(self, start: datetime, finish: datetime) -> int:
        """Working minutes from ``start`` to ``finish``; negative when ``finish`` is the earlier one."""
        start, finish = _whole(start), _whole(finish)
        if finish < start:
            return -self.between(finish, start)
        return sum(self._within(*stretch) for stretch in self._stretches(start, finish))

    def add(self, start: datetime, minutes: int) -> datetime:
        """The instant ``minutes`` (0 or more) of work after ``start``. Work that fills a window ends at its end.

        Raises OutOfWorkingTime when there is too little of it within ten years.
        """
        start = _whole(start)
        if minutes <= 0:
            return start
        for begin, end, offset in self._stretches(start, start + _FURTHEST):
            here = self._within(begin, end, offset)
            if here >= minutes:
                return (self._work.add(_local(begin, offset), minutes) - offset).replace(tzinfo=UTC)
            minutes -= here
        raise OutOfWorkingTime(f"calendar {self.calendar.name!r} has too little working time within ten years")

    def after_pause(self, limit: datetime, paused_at: datetime, resumed_at: datetime) -> datetime:
        """The limit once it waited: what was left when the pause began is left when it ends. Never earlier."""
        left = self.between(paused_at, limit)
        return max(limit, self.add(resumed_at, left)) if left > 0 else limit

    def _within(self, begin: datetime, end: datetime, offset: timedelta) -> int:
        return self._work.between(_local(begin, offset), _local(end, offset))

    def _stretches(self, start: datetime, finish: datetime) -> Iterator[tuple[datetime, datetime, timedelta]]:
        """From ``start`` to ``finish`` in pieces of one difference to UTC each."""
        begin, at, offset = start, start, self._offset(start)
        while at < finish:
            following = min(at + _DAY, finish)
            if (then := self._offset(following)) != offset:
                jump = self._jump(at, following, offset)
                yield begin, jump, offset
                begin, offset = jump, then
            at = following
        yield begin, finish, offset

    def _jump(self, before: datetime, after: datetime, offset: timedelta) -> datetime:
        """The first whole minute with another difference to UTC."""
        while after - before > _MINUTE:
            middle = before + (after - before) // 2 // _MINUTE * _MINUTE
            if middle == before:
                break
            if self._offset(middle) == offset:
                before = middle
            else:
                after = middle
        return after

    def _offset(self, instant: datetime) -> timedelta:
        return instant.astimezone(self._zone).utcoffset() or timedelta(0)


def _whole(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("The instant needs a time zone.")
    return instant.astimezone(UTC).replace(second=0, microsecond=0)


def _local(instant: datetime, offset: timedelta) -> datetime:
    return instant.replace(tzinfo=None) + offset
