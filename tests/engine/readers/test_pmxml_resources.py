"""Resources of a Primavera XML file, their parts in activities, and who answers for what."""

import pytest

from engine.readers.reading import plan
from engine.readers.written_pmxml import activity, of, p6_calendar, pmxml, project


def test_calendars_of_resources_are_among_those_of_the_plan():
    night = p6_calendar(5) + p6_calendar(6, Type="Resource") + p6_calendar(7, Type="Resource")
    people = of("Resource", ObjectId=3, Name="Crew", ResourceType="Labor", CalendarObjectId=6)
    people += of("Resource", ObjectId=4, Name="Concrete", ResourceType="Material")
    schedule = plan(pmxml(calendars=night, rest=people), "plan.xml")
    assert [each.uid for each in schedule.calendars] == [5, 6]
    assert [(each.name, each.kind, each.calendar) for each in schedule.resources] == [
        ("Crew", "work", 6),
        ("Concrete", "material", None),
    ]


def test_how_much_there_is_of_a_resource_is_what_holds_at_the_data_date():
    people = of("Resource", ObjectId=3, Name="Crew", ResourceType="Labor")
    for start, most in (("2027-01-01", 9), ("2026-03-01", 3), ("2020-01-01", 2)):
        people += of("ResourceRate", ResourceObjectId=3, EffectiveDate=f"{start}T00:00:00", MaxUnitsPerTime=most)
    assert [each.max_units for each in plan(pmxml(rest=people), "plan.xml").resources] == [3]


def test_assignments_have_hours_share_and_cost_and_make_the_budget():
    people = of("Resource", ObjectId=3, Name="Crew", ResourceType="Labor")
    crew = of(
        "ResourceAssignment",
        ActivityObjectId=1,
        ResourceObjectId=3,
        ResourceType="Labor",
        PlannedUnits=20,
        PlannedUnitsPerTime=0.5,
        PlannedCost=2000,
    )
    concrete = of(
        "ResourceAssignment",
        ActivityObjectId=1,
        ResourceObjectId=4,
        ResourceType="Material",
        PlannedUnits=12,
        PlannedUnitsPerTime=3,
        PlannedCost=900,
    )
    expense = of("ActivityExpense", ActivityObjectId=1, PlannedCost=100)
    schedule = plan(pmxml(project(activity(1), crew, concrete, expense), rest=people), "plan.xml")
    assert [(each.resource, each.work, each.cost, each.units) for each in schedule.assignments] == [
        (3, 1200, 2000, 0.5),
        (4, 0, 900, None),
    ]
    assert [each.name for each in schedule.resources] == ["Crew", "Resource 4"]
    assert schedule.activity_by_uid[1].budget == 3000


ORGANISATION = (
    of("OBS", ObjectId=70, Name="Enterprise", ParentObjectId="")
    + of("OBS", ObjectId=71, Name="Ines Ferrer, structures", ParentObjectId=70)
    + of("Resource", ObjectId=3, Name="Tom Alder", ResourceType="Labor")
)
PIERS = of("WBS", Code="PIER", Name="Piers", ObjectId=10, OBSObjectId=71)
SITE = of("WBS", Code="SITE", Name="Site", ObjectId=11, OBSObjectId=70)


@pytest.mark.parametrize(
    ("fields", "rest", "responsible"),
    [
        ({"WBSObjectId": 10, "PrimaryResourceObjectId": 3}, "", "Tom Alder"),
        (
            {"WBSObjectId": 10},
            of("ResourceAssignment", ActivityObjectId=1, ResourceObjectId=3, IsPrimaryResource=1),
            "Tom Alder",
        ),
        ({"WBSObjectId": 10}, "", "Ines Ferrer, structures"),
        ({"WBSObjectId": 11}, "", ""),
    ],
)
def test_the_primary_resource_answers_for_an_activity_else_the_manager_of_its_wbs_element(
    fields: dict[str, object], rest: str, responsible: str
):
    schedule = plan(pmxml(project(PIERS, SITE, activity(1, **fields), rest), rest=ORGANISATION), "plan.xml")
    assert schedule.activity_by_uid[1].responsible == responsible
    assert schedule.activity_by_uid["wbs-10"].responsible == "Ines Ferrer, structures"
