"""What of a Primavera XML file is refused, and by which place."""

import pytest

from engine.readers.reading import refusal
from engine.readers.written_pmxml import activity, of, pmxml, project, relationship
from plumbline.engine.readers import limits
from plumbline.engine.readers.pmxml import collect


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"PlannedDuration": "many"}, "Activity A1, element PlannedDuration: 'many' is not a number"),
        ({"RemainingDuration": "9e9"}, "Activity A1, element RemainingDuration: 9,000,000,000 hours is more than 200"),
        ({"ActualStartDate": "soon"}, "Activity A1, element ActualStartDate: 'soon' is not a date and time"),
        ({"ActualStartDate": "0203-01-01T08:00:00"}, "element ActualStartDate: The year 203 cannot be right"),
        ({"ObjectId": ""}, "Activity A1, element ObjectId: An id is missing here"),
        ({"PlannedDuration": "nan"}, "'nan' is not a number"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_by_activity_and_element(fields: dict[str, object], message: str):
    assert message in refusal(pmxml(project(activity(1, **fields))), "plan.xml")


def test_a_link_of_an_unknown_kind_is_refused():
    written = project(activity(1), activity(2), relationship(1, 2, Type="Whenever"))
    assert "Relationship: 'Whenever' is not a kind of link" in refusal(pmxml(written), "plan.xml")


def test_a_file_that_breaks_off_is_refused_by_its_line():
    assert "line 5, column 1: The XML breaks off or is damaged here" in refusal(pmxml()[:-25] + b"\n", "plan.xml")


def test_a_file_named_pmxml_that_is_no_xml_is_refused():
    assert "The XML breaks off" in refusal(b"A plan, of sorts", "plan.pmxml")


def test_another_root_is_refused():
    assert "The XML is not of Primavera P6" in refusal(b"<Plan><Project/></Plan>", "plan.pmxml")


def test_entities_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><APIBusinessObjects>&b;'
    assert "defines entities" in refusal(bomb + b"</APIBusinessObjects>", "plan.xml")


def test_an_encoding_that_nobody_knows_is_refused():
    data = pmxml().replace(b'encoding="utf-8"', b'encoding="klingon-8"')
    assert "XML" in refusal(data, "plan.xml")


def test_elements_within_elements_without_end_are_refused():
    deep = b"<APIBusinessObjects>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</APIBusinessObjects>"
    assert "elements within each other" in refusal(deep, "plan.xml")


def test_two_activities_with_one_id_are_refused():
    assert "two activity entries have the unique id 1" in refusal(pmxml(project(activity(1), activity(1))), "plan.xml")


def test_activities_of_two_projects_with_one_id_are_refused():
    twice = pmxml(project(activity(1)), project(activity(1), ObjectId=2))
    assert "Activity A1: Activities of two projects have the unique id 1" in refusal(twice, "plan.xml")


def test_two_projects_with_one_id_are_refused():
    assert "two projects have this id" in refusal(pmxml(project(activity(1)), project(activity(2))), "a.xml").lower()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (of("Nothing", Id=1), "The file has no project"),
        (project(), "The file has no activities"),
        (activity(1), "Activity A1: The activity is in no project"),
    ],
)
def test_a_file_without_a_plan_is_refused(written: str, message: str):
    assert message in refusal(pmxml(written), "plan.xml")


def test_a_plan_without_any_start_is_refused():
    written = project(activity(1), DataDate="", PlannedStartDate="")
    assert "Project BRG: Neither the project nor any of its activities has a start date" in refusal(
        pmxml(written), "plan.xml"
    )


def test_a_plan_without_a_calendar_is_refused():
    assert "The file has no calendar with working time" in refusal(pmxml(calendars="<a/>"), "plan.xml")


def test_more_activities_than_can_be_read_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(collect._LIMITS, "Activity", ("activities", 2))
    three = project(activity(1), activity(2), activity(3))
    assert "The file has 3 activities; at most 2 can be read" in refusal(pmxml(three), "plan.xml")


def test_work_beyond_reason_is_refused():
    work = of("ResourceAssignment", ActivityObjectId=1, PlannedUnits=limits.MAX_MINUTES * 1_000)
    assert "hours of work cannot be right" in refusal(pmxml(project(activity(1), work)), "plan.xml")
