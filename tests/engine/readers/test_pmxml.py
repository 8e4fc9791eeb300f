"""What is read from a Primavera XML file."""

import gzip
from datetime import date, datetime

import pytest

from engine.readers.reading import file, plan, problems
from engine.readers.written_pmxml import activity, of, pmxml, project, relationship
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Baseline,
    Constraint,
    ConstraintKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    Link,
    LinkKind,
    ProgressRule,
)


def only(**fields: object) -> Activity:
    """The one activity of a plan in which it has these fields."""
    return plan(pmxml(project(activity(1, **fields))), "plan.xml").activity_by_uid[1]


def test_a_project_keeps_its_name_dates_and_currency():
    written = project(activity(1), MustFinishByDate="2026-12-18T17:00:00", CriticalActivityFloatLimit=16)
    shown = f"<DisplayCurrency>{of('Currency', Id='EUR', Name='Euro')}</DisplayCurrency>"
    schedule = plan(pmxml(written, rest=shown + of("Currency", Id="USD", Name="Dollar")), "plan.xml")
    assert (schedule.name, schedule.id, schedule.uid) == ("Riverside bridge", "BRG", 1)
    assert schedule.dialect is Dialect.P6
    assert schedule.start == datetime(2026, 3, 2, 8)
    assert schedule.data_date == datetime(2026, 3, 20, 8)
    assert schedule.must_finish_by == datetime(2026, 12, 18, 17)
    assert schedule.options.critical_at_or_below == 960
    assert schedule.currency == "EUR"


@pytest.mark.parametrize("filename", ["plan.xml", "plan.pmxml", "plan"])
def test_the_format_is_known_by_its_root_whatever_the_file_is_called(filename: str):
    assert file(pmxml(), filename).format == "Primavera P6 XML"
    assert file(gzip.compress(pmxml()), f"{filename}.gz").format == "Primavera P6 XML"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_letters_are_read_in_the_encoding_the_file_says(encoding: str):
    text = pmxml(project(activity(1, Name="Задача 1"))).decode().replace('"utf-8"', f'"{encoding}"')
    text = text.replace("utf-8-sig", "utf-8")
    assert plan(text.encode(encoding), "plan.xml").activity_by_uid[1].name == "Задача 1"


def test_a_decimal_comma_is_understood():
    assert only(PlannedDuration="70,583333", RemainingDuration="70,583333").duration == 4235


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Task Dependent", ActivityKind.TASK),
        ("Resource Dependent", ActivityKind.TASK),
        ("Start Milestone", ActivityKind.START_MILESTONE),
        ("Finish Milestone", ActivityKind.FINISH_MILESTONE),
        ("Level of Effort", ActivityKind.LEVEL_OF_EFFORT),
        ("WBS Summary", ActivityKind.LEVEL_OF_EFFORT),
    ],
)
def test_activity_types(word: str, kind: ActivityKind):
    assert only(Type=word).kind is kind


def test_an_unknown_activity_type_is_read_as_a_task_with_a_problem():
    assert "Activity A1: The activity type 'Hammock'" in problems(pmxml(project(activity(1, Type="Hammock"))), "a.xml")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Start On or After", ConstraintKind.START_NO_EARLIER_THAN),
        ("Finish On or After", ConstraintKind.FINISH_NO_EARLIER_THAN),
        ("Start On or Before", ConstraintKind.START_NO_LATER_THAN),
        ("Finish On or Before", ConstraintKind.FINISH_NO_LATER_THAN),
        ("Start On", ConstraintKind.START_ON),
        ("Finish On", ConstraintKind.FINISH_ON),
        ("Mandatory Start", ConstraintKind.MUST_START_ON),
        ("Mandatory Finish", ConstraintKind.MUST_FINISH_ON),
    ],
)
def test_constraint_words(word: str, kind: ConstraintKind):
    read = only(PrimaryConstraintType=word, PrimaryConstraintDate="2026-04-01T08:00:00")
    assert read.constraints == (Constraint(kind, datetime(2026, 4, 1, 8)),)


def test_both_constraints_of_an_activity_are_read():
    read = only(
        PrimaryConstraintType="Start On or After",
        PrimaryConstraintDate="2026-04-01T08:00:00",
        SecondaryConstraintType="As Late As Possible",
        SecondaryConstraintDate="",
    )
    assert [each.kind for each in read.constraints] == [
        ConstraintKind.START_NO_EARLIER_THAN,
        ConstraintKind.AS_LATE_AS_POSSIBLE,
    ]


def test_links_have_kind_and_lag():
    links = relationship(1, 2, Type="Start to Start", Lag=16) + relationship(1, 2, Type="Finish to Finish", Lag=-8)
    links += relationship(2, 1, Type="Start to Finish", Lag="")
    assert plan(pmxml(project(activity(1), activity(2), links)), "plan.xml").links == (
        Link(1, 2, LinkKind.START_START, 960),
        Link(1, 2, LinkKind.FINISH_FINISH, -480),
        Link(2, 1, LinkKind.START_FINISH, 0),
    )


def test_the_options_are_those_of_the_project():
    options = of(
        "ScheduleOptions",
        RelationshipLagCalendar="24 Hour Calendar",
        OutOfSequenceScheduleType="Progress Override",
        ComputeTotalFloatType="Start Float",
    )
    read = plan(pmxml(project(activity(1), options, CriticalActivityPathType="Longest Path")), "plan.xml").options
    assert read.lag_calendar is LagCalendar.ALWAYS
    assert read.progress is ProgressRule.PROGRESS_OVERRIDE
    assert read.float_kind is FloatKind.START
    assert read.critical_by is CriticalBy.LONGEST_PATH


def test_an_expected_finish_counts_only_if_the_options_use_it():
    expecting = activity(1, ExpectedFinishDate="2026-04-30T17:00:00")
    used = plan(pmxml(project(expecting, of("ScheduleOptions", UseExpectedFinishDates=1))), "plan.xml")
    unused = plan(pmxml(project(expecting, of("ScheduleOptions", UseExpectedFinishDates=0))), "plan.xml")
    assert used.activity_by_uid[1].expected_finish == datetime(2026, 4, 30, 17)
    assert unused.activity_by_uid[1].expected_finish is None


def test_the_duration_of_a_started_activity_is_work_done_plus_work_left_without_the_time_it_was_suspended():
    read = only(
        Status="In Progress",
        ActualStartDate="2026-03-16T08:00:00",
        SuspendDate="2026-03-17T08:00:00",
        ResumeDate="2026-03-19T08:00:00",
        RemainingDuration=24,
    )
    assert (read.duration, read.remaining) == (2 * 480 + 1440, 1440)
    assert (read.suspended, read.resumed) == (datetime(2026, 3, 17, 8), datetime(2026, 3, 19, 8))


def test_percent_complete_follows_the_type_the_activity_has():
    rows = [
        activity(1, RemainingDuration=10, ActualStartDate="2026-03-16T08:00:00"),
        activity(2, PercentCompleteType="Physical", PhysicalPercentComplete=0.3),
        activity(3, PercentCompleteType="Units", ActualLaborUnits=30, RemainingNonLaborUnits=10),
        activity(4, PercentCompleteType="Units", UnitsPercentComplete=0.25),
        activity(5, ActualStartDate="2026-03-16T08:00:00", ActualFinishDate="2026-03-17T17:00:00"),
    ]
    activities = plan(pmxml(project(*rows)), "plan.xml").activity_by_uid
    assert [activities[uid].percent_complete for uid in (1, 2, 3, 4, 5)] == [75, 30, 75, 25, 100]


def test_dates_that_links_outside_the_file_ask_for_are_kept():
    read = only(ExternalEarlyStartDate="2026-04-01T08:00:00", ExternalLateFinishDate="2026-05-29T17:00:00")
    assert read.external_early_start == datetime(2026, 4, 1, 8)
    assert read.external_late_finish == datetime(2026, 5, 29, 17)


def test_dates_that_p6_calculated_are_stored():
    stored = only(
        RemainingEarlyStartDate="2026-03-20T08:00:00",
        RemainingEarlyFinishDate="2026-03-26T17:00:00",
        RemainingLateStartDate="2026-03-23T08:00:00",
        RemainingLateFinishDate="2026-03-27T17:00:00",
        TotalFloat=8,
        FreeFloat=0,
    ).stored
    assert stored is not None
    assert (stored.early_start, stored.early_finish) == (datetime(2026, 3, 20, 8), datetime(2026, 3, 26, 17))
    assert (stored.late_start, stored.late_finish) == (datetime(2026, 3, 23, 8), datetime(2026, 3, 27, 17))
    assert (stored.total_float, stored.free_float) == (480, 0)


def test_wbs_elements_are_summaries_below_the_project_itself():
    child = of("WBS", Code="PIER", Name="Piers", ObjectId=10, ParentObjectId="", SequenceNumber=2)
    written = project(child, activity(1, WBSObjectId=10), activity(2, WBSObjectId=""), WBSObjectId=9)
    assert [(each.uid, each.id, each.parent, each.kind) for each in plan(pmxml(written), "a.xml").activities] == [
        ("wbs-9", "BRG", None, ActivityKind.SUMMARY),
        (2, "A2", "wbs-9", ActivityKind.TASK),
        ("wbs-10", "BRG.PIER", "wbs-9", ActivityKind.SUMMARY),
        (1, "A1", "wbs-10", ActivityKind.TASK),
    ]


def test_fields_of_codes_and_steps_are_not_taken_for_those_of_the_activity():
    coded = activity(1).replace("</Activity>", "<Code><ObjectId>77</ObjectId><Name>Zone</Name></Code></Activity>")
    assert plan(pmxml(project(coded)), "plan.xml").activity_by_uid[1].name == "Activity 1"


def test_the_current_baseline_is_matched_by_the_id_of_the_activity():
    promised = activity(501, Id="A1", PlannedStartDate="2026-03-02T08:00:00", PlannedFinishDate="2026-03-06T17:00:00")
    cost = of("ResourceAssignment", ActivityObjectId=501, PlannedCost=2000)
    old = project(activity(601, Id="A1", PlannedDuration=8), kind="BaselineProject", ObjectId=60)
    current = project(promised, cost, kind="BaselineProject", ObjectId=50, OriginalProjectObjectId=1)
    written = project(activity(1), activity(2), CurrentBaselineProjectObjectId=50)
    schedule = plan(pmxml(written, old, current), "plan.xml")
    assert schedule.activity_by_uid[1].baseline == Baseline(
        datetime(2026, 3, 2, 8), datetime(2026, 3, 6, 17), 2400, 2000
    )
    assert schedule.activity_by_uid[2].baseline is None


def test_a_current_baseline_that_is_not_in_the_file_is_a_problem():
    data = pmxml(project(activity(1), CurrentBaselineProjectObjectId=50))
    assert "Project BRG: The project has a current baseline, but it is not in the file" in problems(data, "plan.xml")


def test_each_project_of_a_file_is_a_plan_of_its_own():
    whole = file(pmxml(project(activity(1)), project(activity(2), ObjectId=2, Name="Tunnel", Id="TUN")), "a.xml")
    assert [(each.name, [a.uid for a in each.activities]) for each in whole.schedules] == [
        ("Riverside bridge", [1]),
        ("Tunnel", [2]),
    ]


def test_a_link_between_two_projects_of_a_file_is_kept_once():
    across = relationship(1, 2, Lag=8)
    whole = file(pmxml(project(activity(1), across), project(activity(2), across, ObjectId=2)), "a.xml")
    assert whole.links_between == (Link(1, 2, LinkKind.FINISH_START, 480),)
    assert [each.links for each in whole.schedules] == [(), ()]
    assert whole.problems == ()


def test_a_project_that_is_only_referred_to_is_left_out_with_the_links_to_it():
    referred = "<Project><Id>TUN</Id><ObjectId>2</ObjectId>" + of("Activity", Id="B1", ObjectId=77) + "</Project>"
    data = pmxml(project(activity(1), relationship(77, 1)), referred)
    assert plan(data, "plan.xml").links == ()
    assert "Project 'TUN' is only referred to" in problems(data, "plan.xml")
    assert "A link goes to activity 77 of another project" in problems(data, "plan.xml")


def test_a_date_without_a_time_is_midnight():
    assert only(PlannedStartDate=date(2026, 3, 9)).planned_start == datetime(2026, 3, 9)
