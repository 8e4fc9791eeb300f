"""What Microsoft Project asks of a file before it takes all of it: order, calendars, lengths, progress of work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import HealthCheck, given, settings

from engine.writers.drawn_plans import plans
from engine.writers.one_activity import MONDAY, PLAIN, WEEK, plan
from engine.writers.schema_order import LISTS, ORDER
from engine.writers.test_mspdi import texts, xml
from plumbline.engine.calendars import CalendarException, WorkCalendar
from plumbline.engine.readers import read
from plumbline.engine.schedule import Assignment, Resource, Schedule
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.writers import losses, write, writers
from plumbline.engine.writers.mspdi.days_in_order import in_order
from plumbline.engine.writers.mspdi.texts import resource_name

NIGHTS = WorkCalendar(uid=5, name="Nights", week=(((1200, 1440),),) * 7)
EASTER, WHITSUN = date(2026, 4, 6), date(2026, 5, 25)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_every_element_is_at_its_place_in_the_schema(schedule: Schedule) -> None:
    for each in fromstring(write(schedule, "mspdi").content).iter():
        names = [_name(child) for child in each]
        if names and _name(each) not in LISTS:
            order = ORDER[_name(each)].split()
            places = [order.index(name) for name in names]
            assert places == sorted(places)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize("format", sorted(writers()))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(schedule=plans())
def test_what_is_said_before_is_what_writing_says(format: str, schedule: Schedule) -> None:
    assert losses(schedule, format) == write(schedule, format).losses


def calendar(uid: int, *exceptions: CalendarException, name: str = "Site") -> WorkCalendar:
    return WorkCalendar(uid=uid, name=name, week=WEEK, exceptions=exceptions)


def test_the_calendar_of_a_resource_is_its_own_and_derived_from_a_base_calendar() -> None:
    holiday, leave = CalendarException(EASTER, EASTER), CalendarException(WHITSUN, WHITSUN)
    schedule = plan(
        calendars=(calendar(1, holiday), calendar(2, holiday, leave, name="Ada"), NIGHTS),
        resources=(Resource(1, "Ada", calendar=2), Resource(2, "Bo", calendar=5), Resource(3, "Cy", calendar=5)),
    )
    root = xml(schedule)
    assert texts(root, "Calendars/Calendar/Name") == ["Site", "Ada", "Nights", "Bo", "Cy"]
    assert texts(root, "Calendars/Calendar/IsBaseCalendar") == ["1", "0", "1", "0", "0"]
    assert texts(root, "Calendars/Calendar/BaseCalendarUID") == ["-1", "1", "-1", "5", "5"]
    assert texts(root, "Resources/Resource/CalendarUID") == ["2", "3", "4"]
    own = [each for each in root.iter() if _name(each) == "Calendar"][1]
    assert [_name(each) for each in own if len(each)] == ["Exceptions"]
    assert texts(own, "Exceptions/Exception/TimePeriod/FromDate") == ["2026-05-25T00:00:00"]


def test_a_calendar_of_tasks_is_a_base_calendar_though_a_single_resource_has_it() -> None:
    task = replace(PLAIN, calendar=5)
    schedule = plan(task, calendars=(calendar(1), NIGHTS), resources=(Resource(1, "Ada", calendar=5),))
    assert texts(xml(schedule), "Calendars/Calendar/IsBaseCalendar") == ["1", "1", "0"]
    assert texts(xml(schedule), "Tasks/Task/CalendarUID") == ["5"]


def test_a_base_calendar_comes_before_what_is_derived_from_it() -> None:
    late = plan(calendars=(replace(NIGHTS, week=WEEK), calendar(1)), resources=(Resource(1, "Ada", calendar=5),))
    assert texts(xml(late), "Calendars/Calendar/UID") == ["1", "5"]


def test_exceptions_come_by_date_and_none_is_over_another() -> None:
    short = ((480, 720),)
    summer = CalendarException(date(2026, 7, 1), date(2026, 7, 31), short)
    shut = CalendarException(date(2026, 7, 10), date(2026, 7, 12))
    written = in_order((summer, shut, CalendarException(EASTER, EASTER)))
    assert [(each.first.isoformat(), each.last.isoformat(), each.windows) for each in written] == [
        ("2026-04-06", "2026-04-06", ()),
        ("2026-07-01", "2026-07-09", short),
        ("2026-07-10", "2026-07-12", ()),
        ("2026-07-13", "2026-07-31", short),
    ]
    assert in_order((shut, replace(summer, first=shut.first, last=shut.last))) == (replace(shut, windows=short),)


def test_no_two_calendars_have_one_name_and_none_is_too_long() -> None:
    names = ("Site", "SITE", "x" * 60, "x" * 61)
    schedule = plan(calendars=tuple(calendar(number, name=name) for number, name in enumerate(names, start=1)))
    written = [each or "" for each in texts(xml(schedule), "Calendars/Calendar/Name")]
    assert written[:2] == ["Site", "SITE (2)"]
    assert len({each.casefold() for each in written}) == 4
    assert max(map(len, written)) <= 51
    assert "Names of calendars: at most 51 characters, and each only once (3: SITE, " in str(
        losses(schedule, "mspdi")[0]
    )


def test_the_work_of_an_assignment_has_come_as_far_as_its_activity() -> None:
    half = replace(PLAIN, actual_start=MONDAY, percent_complete=50.0, remaining=240)
    resources = (Resource(1, "Crew"), Resource(2, "Sand", kind="material"))
    schedule = plan(half, resources=resources, assignments=(Assignment(1, 1, 600), Assignment(1, 2, 0, 10.0)))
    root = xml(schedule, calculated=True)
    assert texts(root, "Assignments/Assignment/PercentWorkComplete") == ["50"]
    assert texts(root, "Assignments/Assignment/ActualWork") == ["PT5H0M0S"]
    assert texts(root, "Assignments/Assignment/RemainingWork") == ["PT5H0M0S"]
    assert texts(root, "Assignments/Assignment/ActualStart") == ["2026-03-02T08:00:00"] * 2
    assert texts(root, "Assignments/Assignment/Finish") == ["2026-03-02T17:00:00"] * 2


def test_what_stands_between_names_in_project_is_in_no_name_of_a_resource() -> None:
    schedule = plan(resources=(Resource(1, "Lovelace, Ada [50%]; crew"), Resource(2, "[,]")))
    assert texts(xml(schedule), "Resources/Resource/Name") == ["Lovelace Ada 50% crew", "Resource 2"]
    assert "Commas, semicolons and brackets in names of resources: blanks (2: " in str(losses(schedule, "mspdi")[0])


def test_a_cost_is_a_material_that_is_marked_as_a_cost() -> None:
    kinds = ("work", "material", "cost")
    schedule = plan(resources=tuple(Resource(each, kind, kind) for each, kind in enumerate(kinds, start=1)))
    assert texts(xml(schedule), "Resources/Resource/Type") == ["1", "0", "0"]
    assert texts(xml(schedule), "Resources/Resource/IsCostResource") == ["1"]
    (back,) = read(write(schedule, "mspdi").content, "plan.xml").schedules
    assert tuple(each.kind for each in back.resources) == kinds


def test_the_finish_of_the_project_and_the_hours_of_its_day_are_said() -> None:
    root = xml(plan(), calculated=True)
    assert texts(root, "FinishDate") == [calculate(plan()).finish.isoformat()] == ["2026-03-02T17:00:00"]
    assert texts(root, "DefaultStartTime") + texts(root, "DefaultFinishTime") == ["08:00:00", "17:00:00"]


HOSTILE = ["]]>", "<Task>", "&amp;&#0;", "<![CDATA[", "a\x00b\x0b\ufffe", "<!-- --", "\"'", "\u202eevil", "x" * 10_000]


@pytest.mark.parametrize("name", HOSTILE, ids=[*map(repr, HOSTILE[:-1]), "10,000 characters"])
def test_no_text_spoils_the_file_and_each_is_read_as_it_was_or_cut(name: str) -> None:
    schedule = plan(
        replace(PLAIN, id=name, name=name, responsible=name),
        name=name,
        currency=name,
        calendars=(calendar(1, name=name),),
        resources=(Resource(1, name, calendar=1),),
        assignments=(Assignment(1, 1, 480),),
    )
    (back,) = read(write(schedule, "mspdi").content, "plan.xml").schedules
    plain = "".join(each for each in name if each not in "\x00\x0b\ufffe")
    assert back.resources[0].name == (resource_name(name) or "Resource 1")
    activity = back.activities[0]
    for found in (activity.name, activity.responsible, back.name):
        assert found == plain or (found == f"{plain[: len(found) - 1]}…" and len(found) >= 255)
    assert len(name) < 100 or "Long names: cut to what Project takes" in " ".join(map(str, losses(schedule, "mspdi")))


def test_a_long_calendar_of_exceptions_is_put_in_order_in_time_that_grows_with_it() -> None:
    many = tuple(
        CalendarException(
            date.fromordinal(700_000 + each * 7 % 30_000), date.fromordinal(700_000 + each * 7 % 30_000 + 9)
        )
        for each in range(30_000)
    )
    started = datetime.now()
    assert len(in_order(many)) == 1
    assert (datetime.now() - started).total_seconds() < 5
