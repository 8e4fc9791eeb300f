"""The clock of service levels over nights, holidays, zones and the days on which the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plumbline.engine.calendars import ALWAYS, CalendarException, OutOfWorkingTime, WorkCalendar
from plumbline.office.services.clock import ServiceClock

_DAY = ((9 * 60, 13 * 60), (14 * 60, 18 * 60))
_FREE = (date(2026, 12, 25), date(2026, 12, 28))
CALENDARS = {
    "office": WorkCalendar(
        uid="o",
        name="office",
        week=(_DAY,) * 5 + ((),) * 2,
        exceptions=tuple(CalendarException(day, day) for day in _FREE),
    ),
    "always": ALWAYS,
    "night": WorkCalendar(uid="n", name="night", week=(((0, 360),),) * 7),
    "two to three": WorkCalendar(uid="g", name="two to three", week=(((120, 180),),) * 7),
    "one to half past two": WorkCalendar(uid="e", name="early", week=(((60, 150),),) * 7),
}
BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
CASES = [
    ("office", BERLIN, "2026-03-02T09:00+01:00", 0, "2026-03-02T09:00+01:00"),
    ("office", BERLIN, "2026-03-02T09:00+01:00", 480, "2026-03-02T18:00+01:00"),
    ("office", BERLIN, "2026-03-02T08:00+01:00", 60, "2026-03-02T10:00+01:00"),
    ("office", BERLIN, "2026-03-02T13:30+01:00", 60, "2026-03-02T15:00+01:00"),
    ("office", BERLIN, "2026-03-02T22:00+01:00", 480, "2026-03-03T18:00+01:00"),
    ("office", BERLIN, "2026-03-02T09:00+01:00", 2400, "2026-03-06T18:00+01:00"),
    ("office", BERLIN, "2026-03-02T09:00+01:00", 2401, "2026-03-09T09:01+01:00"),
    ("office", BERLIN, "2026-03-07T12:00+01:00", 30, "2026-03-09T09:30+01:00"),
    ("office", BERLIN, "2026-03-27T16:00+01:00", 240, "2026-03-30T11:00+02:00"),
    ("office", BERLIN, "2026-10-23T17:00+02:00", 120, "2026-10-26T10:00+01:00"),
    ("office", BERLIN, "2026-12-24T17:00+01:00", 120, "2026-12-29T10:00+01:00"),
    ("office", BERLIN, "2026-03-02T23:30-05:00", 60, "2026-03-03T10:00+01:00"),
    ("always", BERLIN, "2026-03-28T12:00+01:00", 1440, "2026-03-29T13:00+02:00"),
    ("always", BERLIN, "2026-10-24T12:00+02:00", 1440, "2026-10-25T11:00+01:00"),
    ("always", BERLIN, "2026-10-25T02:30+02:00", 60, "2026-10-25T02:30+01:00"),
    ("always", BERLIN, "2026-03-29T01:30+01:00", 60, "2026-03-29T03:30+02:00"),
    ("night", BERLIN, "2026-03-29T00:00+01:00", 300, "2026-03-29T06:00+02:00"),
    ("night", BERLIN, "2026-03-29T00:00+01:00", 301, "2026-03-30T00:01+02:00"),
    ("night", BERLIN, "2026-10-25T00:00+02:00", 420, "2026-10-25T06:00+01:00"),
    ("night", BERLIN, "2026-10-25T00:00+02:00", 360, "2026-10-25T05:00+01:00"),
    ("two to three", BERLIN, "2026-03-28T02:00+01:00", 90, "2026-03-30T02:30+02:00"),
    ("two to three", BERLIN, "2026-10-25T00:00+02:00", 120, "2026-10-25T03:00+01:00"),
    ("one to half past two", BERLIN, "2026-10-25T00:00+02:00", 90, "2026-10-25T02:30+02:00"),
    ("one to half past two", BERLIN, "2026-10-25T00:00+02:00", 120, "2026-10-25T02:30+01:00"),
    ("office", NEW_YORK, "2026-03-06T17:00-05:00", 120, "2026-03-09T10:00-04:00"),
    ("always", NEW_YORK, "2026-10-31T12:00-04:00", 1440, "2026-11-01T11:00-05:00"),
    ("night", NEW_YORK, "2026-03-08T00:00-05:00", 300, "2026-03-08T06:00-04:00"),
    ("night", NEW_YORK, "2026-11-01T00:00-04:00", 420, "2026-11-01T06:00-05:00"),
    ("always", LORD_HOWE, "2026-04-04T12:00+11:00", 1440, "2026-04-05T11:30+10:30"),
    ("always", LORD_HOWE, "2026-10-03T12:00+10:30", 1440, "2026-10-04T12:30+11:00"),
    ("night", LORD_HOWE, "2026-04-05T00:00+11:00", 390, "2026-04-05T06:00+10:30"),
    ("night", LORD_HOWE, "2026-10-04T00:00+10:30", 330, "2026-10-04T06:00+11:00"),
    ("office", "Asia/Kolkata", "2026-03-27T17:30+05:30", 60, "2026-03-30T09:30+05:30"),
    ("always", "Asia/Kolkata", "2026-03-28T12:00+05:30", 1440, "2026-03-29T12:00+05:30"),
    ("night", "Pacific/Chatham", "2026-04-05T00:00+13:45", 420, "2026-04-05T06:00+12:45"),
    ("office", "Pacific/Auckland", "2026-04-03T17:00+13:00", 120, "2026-04-06T10:00+12:00"),
    ("office", "UTC", "2026-03-06T17:30+00:00", 60, "2026-03-09T09:30+00:00"),
]


def clock(calendar: str, zone: str) -> ServiceClock:
    return ServiceClock(CALENDARS[calendar], ZoneInfo(zone))


@pytest.mark.parametrize(("calendar", "zone", "start", "minutes", "finish"), CASES)
def test_a_limit_falls_where_the_working_time_ends(
    calendar: str, zone: str, start: str, minutes: int, finish: str
) -> None:
    work, begin, end = clock(calendar, zone), datetime.fromisoformat(start), datetime.fromisoformat(finish)
    assert work.add(begin, minutes) == end
    assert work.between(begin, end) == minutes
    assert work.between(end, begin) == -minutes


def test_a_calendar_without_working_time_ends_in_an_error_and_not_in_a_search_without_end() -> None:
    long_ago = CalendarException(date(2001, 1, 1), date(2001, 1, 1), _DAY)
    never = WorkCalendar(uid="x", name="never", week=((),) * 7, exceptions=(long_ago,))
    with pytest.raises(OutOfWorkingTime):
        ServiceClock(never, ZoneInfo(BERLIN)).add(datetime(2026, 3, 2, tzinfo=UTC), 1)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        clock("office", BERLIN).between(datetime(2026, 3, 2), datetime(2026, 3, 2, 1))


CHANGES = ("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01")
zones = st.sampled_from([BERLIN, NEW_YORK, LORD_HOWE, "Asia/Kolkata", "Pacific/Chatham", "UTC"])
clocks = st.builds(clock, st.sampled_from(sorted(CALENDARS)), zones)
instants = st.builds(
    lambda day, minutes: datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-3 * 1440, 3 * 1440),
)
amounts = st.integers(0, 3000)


def on_the_wall(work: ServiceClock, zone: str, start: datetime, finish: datetime) -> int:
    """Counted minute by minute, from what the clock on the wall shows."""
    free = {each.first for each in work.calendar.exceptions}
    found = 0
    while start < finish:
        shown = start.astimezone(ZoneInfo(zone))
        at = shown.hour * 60 + shown.minute
        windows = () if shown.date() in free else work.calendar.week[shown.weekday()]
        found += any(begin <= at < end for begin, end in windows)
        start += timedelta(minutes=1)
    return found


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(CALENDARS)), zones, instants, st.integers(0, 2 * 1440))
def test_it_counts_every_minute_that_the_clock_on_the_wall_shows_as_working_time(
    calendar: str, zone: str, start: datetime, length: int
) -> None:
    work, finish = clock(calendar, zone), start + timedelta(minutes=length)
    assert work.between(start, finish) == on_the_wall(work, zone, start, finish)


@given(clocks, instants, amounts)
def test_what_is_added_is_measured_again(work: ServiceClock, start: datetime, minutes: int) -> None:
    finish = work.add(start, minutes)
    assert work.between(start, finish) == minutes
    if minutes:
        assert work.between(start, finish - timedelta(minutes=1)) == minutes - 1


@given(clocks, instants, amounts, amounts)
def test_more_work_never_ends_earlier(work: ServiceClock, start: datetime, one: int, more: int) -> None:
    assert work.add(start, one) <= work.add(start, one + more)


@given(clocks, instants, instants, amounts)
def test_who_asks_later_is_never_promised_earlier(work: ServiceClock, one: datetime, other: datetime, m: int) -> None:
    assert work.add(min(one, other), m) <= work.add(max(one, other), m)


@given(clocks, instants, instants, instants)
def test_two_parts_are_the_whole(work: ServiceClock, one: datetime, two: datetime, three: datetime) -> None:
    assert work.between(one, two) + work.between(two, three) == work.between(one, three)


@given(clocks, instants, amounts, amounts, amounts)
def test_a_pause_never_shortens_and_leaves_what_was_left(
    work: ServiceClock, start: datetime, level: int, before: int, pause: int
) -> None:
    limit, paused = work.add(start, level), start + timedelta(minutes=before)
    resumed = paused + timedelta(minutes=pause)
    moved = work.after_pause(limit, paused, resumed)
    assert moved >= limit
    assert work.between(resumed, moved) == work.between(paused, limit) or limit <= paused
