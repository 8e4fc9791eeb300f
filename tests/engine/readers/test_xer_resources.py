"""Resources of a Primavera P6 export, their parts in activities, and who answers for what."""

from engine.readers.reading import plan
from engine.readers.written_plans import CALENDAR, WBS, task, xer


def test_assignments_have_hours_and_cost_and_make_the_budget():
    hours = {"task_id": 1, "proj_id": 1, "rsrc_id": 3, "target_qty": 40, "target_cost": 2000, "rsrc_type": "RT_Labor"}
    concrete = hours | {"rsrc_id": 4, "target_qty": 12, "target_cost": 900, "rsrc_type": "RT_Mat"}
    people = [
        {"rsrc_id": 3, "rsrc_name": "Crew", "rsrc_type": "RT_Labor"},
        {"rsrc_id": 4, "rsrc_name": "Concrete", "rsrc_type": "RT_Mat"},
    ]
    expense = [{"task_id": 1, "proj_id": 1, "target_cost": 100}]
    schedule = plan(xer(TASKRSRC=[hours, concrete], RSRC=people, PROJCOST=expense), "a.xer")
    assert [(each.resource, each.work, each.cost) for each in schedule.assignments] == [(3, 2400, 2000), (4, 0, 900)]
    assert [(each.name, each.kind) for each in schedule.resources] == [("Crew", "work"), ("Concrete", "material")]
    assert schedule.activity_by_uid[1].budget == 3000


def test_a_resource_has_the_calendar_and_the_units_of_the_data_date():
    own = CALENDAR | {"clndr_id": 6, "clndr_type": "CA_Rsrc"}
    crew = {"rsrc_id": 3, "rsrc_name": "Crew", "rsrc_type": "RT_Labor", "clndr_id": 6}
    rates = [
        {"rsrc_id": 3, "max_qty_per_hr": 9, "start_date": "2027-01-01 00:00"},
        {"rsrc_id": 3, "max_qty_per_hr": 3, "start_date": "2026-03-01 00:00"},
        {"rsrc_id": 3, "max_qty_per_hr": 2, "start_date": "2020-01-01 00:00"},
    ]
    schedule = plan(xer(CALENDAR=[CALENDAR, own], RSRC=[crew], RSRCRATE=rates), "a.xer")
    assert [(each.calendar, each.max_units) for each in schedule.resources] == [(6, 3)]
    assert [each.uid for each in schedule.calendars] == [5, 6]


def test_a_maximum_of_no_units_says_nothing():
    crew = [{"rsrc_id": 3, "rsrc_name": "Crew", "rsrc_type": "RT_Labor"}]
    rates = [{"rsrc_id": 3, "max_qty_per_hr": 0, "start_date": "2020-01-01 00:00"}]
    assert plan(xer(RSRC=crew, RSRCRATE=rates), "a.xer").resources[0].max_units is None


def test_an_assignment_takes_a_share_of_its_resource():
    half = {"task_id": 1, "proj_id": 1, "rsrc_id": 3, "target_qty": 20, "target_qty_per_hr": 0.5}
    assert plan(xer(TASKRSRC=[half]), "a.xer").assignments[0].units == 0.5


def test_the_primary_resource_answers_for_an_activity_else_the_manager_of_its_wbs_element():
    obs = [{"obs_id": 70, "obs_name": "Enterprise"}, {"obs_id": 71, "obs_name": "Ines Ferrer", "parent_obs_id": 70}]
    wbs = [WBS | {"obs_id": 71}, {"wbs_id": 10, "proj_id": 1, "wbs_short_name": "S", "wbs_name": "Site", "obs_id": 70}]
    people = [{"rsrc_id": 3, "rsrc_name": "Tom Alder", "rsrc_type": "RT_Labor"}]
    tasks = [task(1, rsrc_id=3), task(2), task(3, wbs_id=10)]
    schedule = plan(xer(OBS=obs, PROJWBS=wbs, RSRC=people, TASK=tasks), "a.xer")
    assert [schedule.activity_by_uid[uid].responsible for uid in (1, 2, 3)] == ["Tom Alder", "Ines Ferrer", ""]
