"""Elements of a PMXML file as the records that both formats of P6 share."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.engine.readers.p6 import values
from plumbline.engine.readers.p6.fields import Parse
from plumbline.engine.readers.p6.records import (
    AssignmentRecord,
    ExpenseRecord,
    LinkRecord,
    ObsRecord,
    RateRecord,
    ResourceRecord,
    TaskRecord,
    WbsRecord,
)
from plumbline.engine.readers.p6.words import CRITICAL, FLOATS, LAG_CALENDARS, PROGRESS
from plumbline.engine.readers.pmxml.elements import Element
from plumbline.engine.schedule import CriticalBy, FloatKind, LagCalendar, ProgressRule, ScheduleOptions


def _percent(text: str) -> float | None:
    """A part of one in the file."""
    number = values.number(text)
    return None if number is None else number * 100


_ACTIVITY: Sequence[tuple[str, Parse]] = (
    ("ObjectId", values.uid),
    ("Id", values.name),
    ("Name", values.name),
    ("Type", values.code),
    ("PercentCompleteType", values.code),
    ("WBSObjectId", values.wbs_uid),
    ("CalendarObjectId", values.uid),
    ("PrimaryResourceObjectId", values.uid),
    ("PlannedDuration", values.minutes),
    ("RemainingDuration", values.minutes),
    ("ActualStartDate", values.instant),
    ("ActualFinishDate", values.instant),
    ("PlannedStartDate", values.instant),
    ("PlannedFinishDate", values.instant),
    ("RemainingEarlyStartDate", values.instant),
    ("RemainingEarlyFinishDate", values.instant),
    ("RemainingLateStartDate", values.instant),
    ("RemainingLateFinishDate", values.instant),
    ("TotalFloat", values.minutes),
    ("FreeFloat", values.minutes),
    ("SuspendDate", values.instant),
    ("ResumeDate", values.instant),
    ("ExpectedFinishDate", values.instant),
    ("ExternalEarlyStartDate", values.instant),
    ("ExternalLateFinishDate", values.instant),
    ("PrimaryConstraintType", values.code),
    ("PrimaryConstraintDate", values.instant),
    ("SecondaryConstraintType", values.code),
    ("SecondaryConstraintDate", values.instant),
    ("PhysicalPercentComplete", _percent),
    ("UnitsPercentComplete", _percent),
    ("ActualLaborUnits", values.number),
    ("ActualNonLaborUnits", values.number),
    ("RemainingLaborUnits", values.number),
    ("RemainingNonLaborUnits", values.number),
)
_RELATIONSHIP: Sequence[tuple[str, Parse]] = (
    ("PredecessorActivityObjectId", values.uid),
    ("SuccessorActivityObjectId", values.uid),
    ("Type", values.code),
    ("Lag", values.minutes),
)
_ASSIGNMENT: Sequence[tuple[str, Parse]] = (
    ("ActivityObjectId", values.uid),
    ("ResourceObjectId", values.uid),
    ("ResourceType", values.code),
    ("PlannedUnits", values.number),
    ("PlannedCost", values.number),
    ("PlannedUnitsPerTime", values.number),
)
_EXPENSE: Sequence[tuple[str, Parse]] = (("ActivityObjectId", values.uid), ("PlannedCost", values.number))
_CALCULATED = (
    ("RemainingEarlyStartDate", "EarlyStartDate"),
    ("RemainingEarlyFinishDate", "EarlyFinishDate"),
    ("RemainingLateStartDate", "LateStartDate"),
    ("RemainingLateFinishDate", "LateFinishDate"),
)


def task_record(element: Element) -> TaskRecord:
    """Early and late dates have another name in files that P6 did not write itself."""
    texts = element.texts
    if "EarlyStartDate" in texts or "LateStartDate" in texts:
        for remaining, calculated in _CALCULATED:
            if calculated in texts:
                texts.setdefault(remaining, texts[calculated])
    return element.record(TaskRecord._make, _ACTIVITY, 1)


def link_record(element: Element) -> LinkRecord:
    return element.record(LinkRecord._make, _RELATIONSHIP, 2)


def assignment_record(element: Element) -> AssignmentRecord:
    return element.record(AssignmentRecord._make, _ASSIGNMENT, 1)


def expense_record(element: Element) -> ExpenseRecord:
    return element.record(ExpenseRecord._make, _EXPENSE, 0)


def wbs_record(element: Element) -> WbsRecord:
    element.needed_uid("ObjectId")
    uid = values.wbs_uid(element.raw("ObjectId"))
    assert uid is not None
    return WbsRecord(
        source=element.spot,
        uid=uid,
        parent=values.wbs_uid(element.raw("ParentObjectId")),
        code=element.name("Code"),
        name=element.name("Name"),
        sequence=element.number("SequenceNumber") or 0.0,
        obs=element.uid("OBSObjectId"),
    )


def resource_record(element: Element) -> ResourceRecord:
    return ResourceRecord(
        source=element.spot,
        uid=element.needed_uid("ObjectId"),
        name=element.name("Name"),
        type=element.text("ResourceType"),
        calendar=element.uid("CalendarObjectId"),
    )


def rate_record(element: Element, resource_field: str) -> RateRecord | None:
    """A rate of its own, or what an element of a resource says."""
    resource, most = element.uid(resource_field), element.number("MaxUnitsPerTime")
    if resource is None or most is None:
        return None
    return RateRecord(resource, element.instant("EffectiveDate"), most)


def obs_record(element: Element) -> ObsRecord:
    return ObsRecord(element.name("Name"), element.uid("ParentObjectId"))


def options_of(project: Element, options: Element | None) -> ScheduleOptions:
    critical = project.minutes("CriticalActivityFloatLimit") or 0
    critical_by = CRITICAL.get(project.text("CriticalActivityPathType"), CriticalBy.TOTAL_FLOAT)
    if options is None:
        return ScheduleOptions(critical_at_or_below=critical, critical_by=critical_by)
    return ScheduleOptions(
        lag_calendar=LAG_CALENDARS.get(options.text("RelationshipLagCalendar"), LagCalendar.PREDECESSOR),
        progress=PROGRESS.get(options.text("OutOfSequenceScheduleType"), ProgressRule.RETAINED_LOGIC),
        float_kind=FLOATS.get(options.text("ComputeTotalFloatType"), FloatKind.FINISH),
        critical_at_or_below=critical,
        critical_by=critical_by,
    )
