"""What stands in the XML, which reading it back cannot show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from engine.writers.one_activity import MONDAY, PLAIN, WEEK, plan
from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.readers import read
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    Resource,
    Schedule,
)
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.writers import write

NAMESPACE = "{http://schemas.microsoft.com/project}"


def xml(schedule: Schedule, *, calculated: bool = False) -> Element:
    return fromstring(write(schedule, "mspdi", calculate(schedule) if calculated else None).content)


def texts(root: Element, path: str) -> list[str | None]:
    found = root.findall("/".join(NAMESPACE + each for each in path.split("/")))
    return [each.text for each in found]


def test_tasks_have_the_number_of_their_place_in_the_outline():
    tree = [
        Activity(uid=1, id="1", name="Bridge", kind=ActivityKind.SUMMARY),
        Activity(uid=2, id="2", name="Piers", kind=ActivityKind.SUMMARY, parent=1),
        Activity(uid=3, id="3", name="Dig", parent=2, duration=480),
        Activity(uid=4, id="4", name="Deck", parent=1, duration=480),
    ]
    root = xml(plan(activities=tuple(tree)))
    assert texts(root, "Tasks/Task/OutlineNumber") == ["1", "1.1", "1.1.1", "1.2"]
    assert texts(root, "Tasks/Task/OutlineLevel") == ["1", "2", "3", "2"]
    assert texts(root, "Tasks/Task/Summary") == ["1", "1", "0", "0"]


def test_lags_are_in_tenths_of_minutes_and_elapsed_ones_say_so():
    tasks = (PLAIN, replace(PLAIN, uid=2, id="2"))
    links = (Link(1, 2, LinkKind.START_START, -480), Link(1, 2, LinkKind.FINISH_START, 1440, elapsed=True))
    root = xml(plan(activities=tasks, links=links))
    assert texts(root, "Tasks/Task/PredecessorLink/LinkLag") == ["-4800", "14400"]
    assert texts(root, "Tasks/Task/PredecessorLink/LagFormat") == ["7", "8"]
    assert texts(root, "Tasks/Task/PredecessorLink/Type") == ["3", "1"]


def test_work_until_midnight_ends_at_midnight_and_a_holiday_lasts_its_days():
    night = (((1320, 1440),),) * 7
    holidays = CalendarException(date(2026, 12, 24), date(2026, 12, 26))
    calendar = WorkCalendar(uid=1, name="Nights", week=night, exceptions=(holidays,))
    root = xml(plan(calendars=(calendar,)))
    assert texts(root, "Calendars/Calendar/WeekDays/WeekDay/WorkingTimes/WorkingTime/ToTime") == ["00:00:00"] * 7
    assert texts(root, "Calendars/Calendar/Exceptions/Exception/Occurrences") == ["3"]
    assert texts(root, "Calendars/Calendar/Exceptions/Exception/DayWorking") == ["0"]


def test_dates_are_calculated_where_the_tool_stored_none():
    assert texts(xml(plan()), "Tasks/Task/EarlyFinish") == []
    assert texts(xml(plan(), calculated=True), "Tasks/Task/EarlyFinish") == ["2026-03-02T17:00:00"]


def test_units_and_who_answers_are_in_the_file():
    schedule = plan(
        replace(PLAIN, responsible="Ada & Co"),
        resources=(Resource(7, "Diggers", max_units=2.5, calendar=1),),
        assignments=(Assignment(1, 7, 480, 99.95, 0.5),),
    )
    root = xml(schedule)
    assert texts(root, "Tasks/Task/Contact") == ["Ada & Co"]
    assert texts(root, "Resources/Resource/MaxUnits") == ["2.5"]
    assert texts(root, "Resources/Resource/CalendarUID") == ["2"]
    assert texts(root, "Assignments/Assignment/Units") == ["0.5"]
    assert texts(root, "Assignments/Assignment/Cost") == ["9995"]


def test_the_code_of_an_activity_is_in_the_field_for_codes():
    root = xml(plan(replace(PLAIN, id="A1000")))
    assert texts(root, "Tasks/Task/WBS") == ["A1000"]
    assert texts(root, "Tasks/Task/ID") == ["1"]


def test_more_working_periods_than_project_has_room_for_are_said():
    day = tuple((each * 120, each * 120 + 60) for each in range(6))
    written = write(plan(calendars=(WorkCalendar(uid=1, name="Split", week=(day, *WEEK[1:])),)), "mspdi")
    assert "More than five working periods in a day" in str(written.losses[0])


@pytest.mark.real_data
def test_elements_come_in_the_order_in_which_project_itself_writes_them(real_data: Path):
    holidays = (CalendarException(date(2026, 4, 3), date(2026, 4, 3), ((480, 720),)),)
    started = replace(
        PLAIN,
        manual=True,
        actual_start=MONDAY,
        actual_finish=datetime(2026, 3, 3, 8),
        deadline=MONDAY,
        budget=1.0,
        constraints=(Constraint(ConstraintKind.MUST_START_ON, MONDAY),),
    )
    schedule = plan(
        started,
        calendars=(WorkCalendar(uid=1, name="Site", week=WEEK, exceptions=holidays),),
        resources=(Resource(1, "Crew", max_units=1.0),),
        assignments=(Assignment(1, 1, 480, 1.0, 1.0),),
        data_date=MONDAY,
        currency="EUR",
    )
    ours = _orders(write(schedule, "mspdi", calculate(schedule)).content.decode())
    compared = 0
    for path in sorted((real_data / "schedules" / "mspdi").glob("*.xml")):
        for name, theirs in _orders(path.read_text(encoding="utf-8-sig")).items():
            for before, after in theirs:
                compared += (before, after) in ours.get(name, set())
                assert (after, before) not in ours.get(name, set()), f"{path.name}: {before} comes before {after}"
    assert compared > 500


def _orders(text: str) -> dict[str, set[tuple[str, str]]]:
    """By element, which child comes before which."""
    found: dict[str, set[tuple[str, str]]] = {}
    for each in fromstring(re.sub(r"<\?xml.*?\?>", "", text)).iter():
        names = list(dict.fromkeys(child.tag.rpartition("}")[2] for child in each))
        pairs = {(a, b) for place, a in enumerate(names) for b in names[place + 1 :]}
        found.setdefault(each.tag.rpartition("}")[2], set()).update(pairs)
    return found


def test_characters_that_xml_forbids_are_left_out():
    (back,) = read(write(plan(replace(PLAIN, name="Dig\x01 \ud800<b>\n&")), "mspdi").content, "plan.xml").schedules
    assert back.activities[0].name == "Dig <b> &"
