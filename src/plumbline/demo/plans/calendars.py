"""The working time of the demo world: offices, building sites, nights on the track, tests around the clock."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.engine.calendars import CalendarException, Week, Window, WorkCalendar

OFFICE, SITE, NIGHTS, ROUND_THE_CLOCK = "office", "site", "nights", "round the clock"

_HOUR = 60
_OFFICE_DAY: tuple[Window, ...] = ((8 * _HOUR, 12 * _HOUR), (13 * _HOUR, 17 * _HOUR))
_SITE_DAY: tuple[Window, ...] = ((7 * _HOUR, 12 * _HOUR), (13 * _HOUR, 16 * _HOUR))
_MORNING_OF_A_NIGHT: Window = (0, 5 * _HOUR)
_EVENING_OF_A_NIGHT: Window = (23 * _HOUR, 24 * _HOUR)


def calendars(first: date, last: date) -> tuple[WorkCalendar, ...]:
    """All calendars, with the city's holidays from the year of ``first`` to the year of ``last``."""
    holidays = tuple(each for year in range(first.year, last.year + 1) for each in _holidays(year))
    return (
        WorkCalendar(uid=OFFICE, name="Office, Monday to Friday", week=_weekdays(_OFFICE_DAY), exceptions=holidays),
        WorkCalendar(uid=SITE, name="Site, Monday to Friday", week=_weekdays(_SITE_DAY), exceptions=holidays),
        WorkCalendar(
            uid=NIGHTS,
            name="Track possession, four nights a week",
            week=_four_nights(),
            exceptions=holidays,
            minutes_per_day=6 * _HOUR,
        ),
        WorkCalendar(uid=ROUND_THE_CLOCK, name="Around the clock", week=(((0, 1440),),) * 7, minutes_per_day=1440),
    )


def _weekdays(day: tuple[Window, ...]) -> Week:
    return (day,) * 5 + ((),) * 2


def _four_nights() -> Week:
    """From 23:00 to 05:00, when no tram runs: the nights after Monday, Tuesday, Wednesday and Thursday."""
    both = (_MORNING_OF_A_NIGHT, _EVENING_OF_A_NIGHT)
    return ((_EVENING_OF_A_NIGHT,), both, both, both, (_MORNING_OF_A_NIGHT,), (), ())


def _holidays(year: int) -> list[CalendarException]:
    spring, summer = _first_monday(year, 5), _first_monday(year, 8)
    founders = _first_monday(year, 10)
    days_off = [CalendarException(day, day) for day in (spring, summer, founders)]
    return [CalendarException(date(year, 1, 1), date(year, 1, 1)), *days_off, _closed_over_christmas(year)]


def _closed_over_christmas(year: int) -> CalendarException:
    return CalendarException(date(year, 12, 24), date(year, 12, 31))


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)
