"""The working time of an organisation, as the engine's calendars count it."""

from __future__ import annotations

from plumbline.engine.calendars.work_calendar import CalendarException, Week, WorkCalendar
from plumbline.office.people.models import Holiday, Organisation, WorkingWeek

USUAL_DAY = ((9 * 60, 13 * 60), (14 * 60, 18 * 60))
USUAL_WEEK: Week = (USUAL_DAY,) * 5 + ((),) * 2
"""What counts where an organisation has said nothing: Monday to Friday, eight hours with a break."""


def work_calendar(organisation: Organisation) -> WorkCalendar:
    """Two queries. Instants on it are naive, in the organisation's time zone."""
    holidays = Holiday.objects.filter(organisation=organisation).values_list("on", flat=True)
    return WorkCalendar(
        uid=organisation.pk,
        name=organisation.name,
        week=week_of(organisation),
        exceptions=tuple(CalendarException(on, on) for on in holidays),
    )


def week_of(organisation: Organisation) -> Week:
    """Seven days, Monday first; one query."""
    week = WorkingWeek.objects.filter(organisation=organisation).first()
    return _week(week.windows) if week else USUAL_WEEK


def _week(windows: list[list[list[int]]]) -> Week:
    return tuple(tuple((start, end) for start, end in day) for day in windows)
