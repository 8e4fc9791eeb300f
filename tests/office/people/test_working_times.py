"""The working week and the holidays of an organisation, by hand and from files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from plumbline.office.people import actions
from plumbline.office.people.holiday_files import read_holidays
from plumbline.office.people.models import Holiday, Organisation, Person
from plumbline.office.people.settings_forms import HoursField, hours_of
from plumbline.office.people.working_time import USUAL_WEEK, week_of, work_calendar

SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/settings/"
CHRISTMAS = date(2026, 12, 25)
ICS = """BEGIN:VCALENDAR\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20261224\r
DTEND;VALUE=DATE:20261227\r
SUMMARY:Christmas\\, all of\r
  it\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-12-25,Christmas Day", {CHRISTMAS: "Christmas Day"}),
        ("Date;Name\n2026-12-25;Christmas Day\n\n", {CHRISTMAS: "Christmas Day"}),
        ("2026-12-25\tChristmas\n2026-12-25\tAgain", {CHRISTMAS: "Christmas"}),
        ("2026-12-25", {CHRISTMAS: "Holiday"}),
        (ICS, {date(2026, 12, day): "Christmas, all of it" for day in (24, 25, 26)}),
    ],
)
def test_holidays_are_read_from_tables_and_calendars(text: str, days: dict[date, str]) -> None:
    assert read_holidays(text) == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-12-25,A\nsoon,B", "line 2, “soon”"),
        ("", "no day in it"),
        (ICS.replace("END:VEVENT", "RRULE:FREQ=YEARLY\r\nEND:VEVENT"), "repeats"),
        (ICS.replace("20261224", "someday"), "no day"),
        (ICS.replace("20261227", "20270627"), "too long"),
        ("x" * 200_001, "too long"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_added(text: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        read_holidays(text)


@given(st.lists(st.integers(0, 24 * 60), unique=True, max_size=8).map(sorted))
def test_hours_that_are_written_are_read_as_the_same(minutes: list[int]) -> None:
    windows = list(zip(minutes[::2], minutes[1::2], strict=False))
    assert HoursField().clean(hours_of(windows)) == windows


@pytest.mark.parametrize("text", ["9-17", "9:00-8:00", "9:00-13:00, 12:00-18:00", "9:70-10:00", "9:00-25:00", "soon"])
def test_hours_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        HoursField().clean(text)


@pytest.mark.django_db
def test_the_week_and_the_holidays_are_those_that_promises_are_counted_in(harbour: Organisation) -> None:
    assert week_of(harbour) == USUAL_WEEK
    actions.set_working_week(harbour, by=None, windows=[[(480, 720)]] * 4 + [[]] * 3)
    actions.add_holiday(harbour, by=None, on=CHRISTMAS, name="Christmas Day")
    calendar = work_calendar(harbour)
    assert calendar.week == (((480, 720),),) * 4 + ((),) * 3
    assert [each.first for each in calendar.exceptions] == [CHRISTMAS]


@pytest.mark.django_db
@pytest.mark.parametrize("windows", [[[]] * 7, [[(480, 720)]] * 6, [[(720, 480)]] * 7, [[(0, 1500)]] * 7])
def test_a_week_that_cannot_be_is_refused(harbour: Organisation, windows: list[list[tuple[int, int]]]) -> None:
    with pytest.raises(ValidationError):
        actions.set_working_week(harbour, by=None, windows=windows)


@pytest.mark.django_db
def test_an_import_keeps_the_days_that_are_there(harbour: Organisation) -> None:
    actions.add_holiday(harbour, by=None, on=CHRISTMAS, name="Ours")
    assert actions.import_holidays(harbour, by=None, text="2026-12-25,Theirs\n2026-12-26,New") == 1
    assert [each.name for each in Holiday.objects.all()] == ["Ours", "New"]


@pytest.mark.django_db
def test_the_pages_save_add_import_and_remove(
    harbour: Organisation, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert "9:00-13:00, 14:00-18:00" in client.get(f"{HOME}week/").content.decode()
    assert client.post(f"{HOME}week/", {"monday": "8:00-12:00", "tuesday": "8:00-12"}).status_code == 200
    assert client.post(f"{HOME}week/", {"monday": "8:00-12:00"}).status_code == 302
    assert week_of(harbour)[0] == ((480, 720),)
    assert "Nobody" not in client.post(f"{HOME}week/", {}).content.decode()
    client.post(f"{HOME}holidays/", {"on": "2026-12-25", "name": "Christmas Day"})
    sent = client.post(f"{HOME}holidays/import/", {"file": SimpleUploadedFile("days.ics", ICS.encode())}, follow=True)
    assert "2 new." in sent.content.decode()
    assert "Paste some lines" in client.post(f"{HOME}holidays/import/", {"text": ""}).content.decode()
    assert (
        "UTF-8"
        in client.post(
            f"{HOME}holidays/import/", {"file": SimpleUploadedFile("days.csv", b"\xff\xfe\x00")}
        ).content.decode()
    )
    day = Holiday.objects.get(on=CHRISTMAS)
    assert "no longer a holiday?" in client.get(f"{HOME}holidays/{day.pk}/remove/").content.decode()
    client.post(f"{HOME}holidays/{day.pk}/remove/")
    assert Holiday.objects.count() == 2
    assert "2026-12-24" in client.get(f"{HOME}holidays.csv").content.decode()
    assert signed_in(mira).get(f"{HOME}holidays/").status_code == 403


@pytest.mark.django_db
def test_a_holiday_of_another_organisation_does_not_exist(
    harbour: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    day = actions.add_holiday(harbour, by=None, on=CHRISTMAS, name="Quay day")
    assert signed_in(olav).post(f"/o/northern-line/settings/holidays/{day.pk}/remove/").status_code == 404
