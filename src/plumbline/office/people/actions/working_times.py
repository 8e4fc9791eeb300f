"""When an organisation works, and on which days nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.holiday_files import read_holidays
from plumbline.office.people.models import Holiday, Organisation, Person, WorkingWeek

MOST_HOLIDAYS = 1000
Windows = Sequence[Sequence[tuple[int, int]]]


def set_working_week(organisation: Organisation, *, by: Person | None, windows: Windows) -> None:
    """Seven days, Monday first, in minutes after midnight. What was promised before stays promised."""
    with action("set_working_week", by=by, scope=organisation) as line:
        if len(windows) != 7 or not any(windows):
            raise ValidationError("Somebody has to work on at least one day.")
        for day in windows:
            ends = [minute for window in day for minute in window]
            if ends != sorted(set(ends)) or any(not 0 <= each <= 24 * 60 for each in ends):
                raise ValidationError("Times of a day follow one another, and each ends after it begins.")
        told = [[list(window) for window in day] for day in windows]
        week, _ = WorkingWeek.objects.update_or_create(organisation=organisation, defaults={"windows": told})
        line.about(week, windows=told)


def add_holiday(organisation: Organisation, *, by: Person | None, on: date, name: str) -> Holiday:
    """Raises ``ValidationError`` by field."""
    with action("add_holiday", by=by, scope=organisation) as line:
        if Holiday.objects.filter(organisation=organisation).count() >= MOST_HOLIDAYS:
            raise ValidationError(f"There are {MOST_HOLIDAYS} holidays already. Remove old ones first.")
        holiday = add(Holiday(organisation=organisation, on=on, name=name.strip()))
        line.about(holiday, on=str(on))
        return holiday


def remove_holiday(holiday: Holiday, *, by: Person | None) -> None:
    with action("remove_holiday", by=by, scope=holiday.organisation) as line:
        line.about(holiday, on=str(holiday.on), name=holiday.name)
        holiday.delete()


def import_holidays(organisation: Organisation, *, by: Person | None, text: str) -> int:
    """From the text of an ICS or CSV file. A day that is a holiday already stays as it is; returns how many are new.

    All or nothing: raises ``ValidationError`` that names the lines which cannot be read.
    """
    with action("import_holidays", by=by, scope=organisation) as line:
        read = read_holidays(text)
        known = set(Holiday.objects.filter(organisation=organisation).values_list("on", flat=True))
        new = [Holiday(organisation=organisation, on=on, name=name) for on, name in read.items() if on not in known]
        if len(known) + len(new) > MOST_HOLIDAYS:
            raise ValidationError({"text": f"An organisation has at most {MOST_HOLIDAYS} holidays."})
        Holiday.objects.bulk_create(new)
        if new:
            line.about(organisation, added=len(new))
        else:
            line.nothing_happened()
        return len(new)
