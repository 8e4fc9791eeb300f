"""Gathers the objects of a PMXML file while it is walked through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from plumbline.engine.readers import limits
from plumbline.engine.readers.limits import check_count
from plumbline.engine.readers.p6.calendars import CalendarRecord, work_calendars
from plumbline.engine.readers.p6.records import FileParts, LinkRecord, ObsRecord, ProjectParts, RateRecord
from plumbline.engine.readers.p6.records import ResourceRecord as Resource
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.pmxml.calendars import KEPT, calendar_record
from plumbline.engine.readers.pmxml.elements import Element
from plumbline.engine.readers.pmxml.parts import (
    assignment_record,
    expense_record,
    link_record,
    obs_record,
    rate_record,
    resource_record,
    task_record,
    wbs_record,
)
from plumbline.engine.readers.pmxml.project import Contents, add_baseline, project_parts
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Uid

_LIMITS = {
    "Project": ("projects", limits.MAX_PROJECTS),
    "BaselineProject": ("baselines", limits.MAX_PROJECTS),
    "Calendar": ("calendars", limits.MAX_CALENDARS),
    "Resource": ("resources", limits.MAX_RESOURCES),
    "ResourceRate": ("rates of resources", limits.MAX_ASSIGNMENTS),
    "OBS": ("elements of the organisation", limits.MAX_RESOURCES),
    "WBS": ("WBS elements", limits.MAX_ACTIVITIES),
    "Activity": ("activities", limits.MAX_ACTIVITIES),
    "Relationship": ("links", limits.MAX_LINKS),
    "ResourceAssignment": ("assignments", limits.MAX_ASSIGNMENTS),
    "ActivityExpense": ("expenses", limits.MAX_ASSIGNMENTS),
}
_IN_A_PLAN = ("Status", "PlannedDuration", "RemainingDuration", "AtCompletionDuration")


@dataclass
class Collected:
    """Activities and all else of a project come inside it, so they are whole before it is."""

    KEPT: ClassVar[frozenset[str]] = KEPT

    problems: Problems = field(default_factory=Problems)
    links: list[LinkRecord] = field(default_factory=list)
    _projects: list[ProjectParts] = field(default_factory=list)
    _baselines: dict[Uid, Contents] = field(default_factory=dict)
    _baseline_of: dict[Uid, Uid] = field(default_factory=dict)
    _calendars: dict[Uid, CalendarRecord] = field(default_factory=dict)
    _resources: list[Resource] = field(default_factory=list)
    _rates: dict[Uid, list[RateRecord]] = field(default_factory=lambda: defaultdict(list))
    _obs: dict[Uid, ObsRecord] = field(default_factory=dict)
    _currency: str = ""
    _inside: Contents = field(default_factory=Contents)
    _counts: Counter[str] = field(default_factory=Counter)
    _links_inside: list[LinkRecord] = field(default_factory=list)

    def takes(self) -> Mapping[str, Callable[[Element], None]]:
        """What is done with each element, by its name."""
        return {
            "Project": self._counted(self._take_project),
            "BaselineProject": self._counted(self._take_baseline),
            "Calendar": self._counted(self._take_calendar),
            "Resource": self._counted(self._take_resource),
            "ResourceRate": self._counted(lambda each: self._take_rate(each, "ResourceObjectId")),
            "OBS": self._counted(self._take_obs),
            "WBS": self._counted(lambda each: self._inside.wbs.append(wbs_record(each))),
            "Activity": self._counted(self._take_activity),
            "Relationship": self._counted(lambda each: self._links_inside.append(link_record(each))),
            "ResourceAssignment": self._counted(self._take_assignment),
            "ActivityExpense": self._counted(lambda each: self._inside.expenses.append(expense_record(each))),
            "ScheduleOptions": self._take_options,
            "Currency": self._take_currency,
        }

    def projects(self) -> list[ProjectParts]:
        """Each with its baseline, once the whole file is read. Raises UnreadableSchedule if there is none."""
        if self._inside.tasks:
            raise self._inside.tasks[0].source.refusal(
                "the activity is in no project. Export the whole project from P6."
            )
        if not self._projects:
            what = "no activities" if self._counts["Project"] else "no project"
            raise UnreadableSchedule(
                Problem(
                    f"The file has {what}. Open the project in P6, then File > Export > Primavera PM - XML; tick it."
                )
            )
        return [
            add_baseline(each, self._baseline_of.get(each.uid), self._baselines, self.problems)
            for each in self._projects
        ]

    def file_parts(self) -> FileParts:
        return FileParts(
            calendars=work_calendars(self._calendars, self.problems),
            resources=self._resources,
            rates=self._rates,
            obs=self._obs,
            currency=self._currency,
        )

    def _counted(self, take: Callable[[Element], None]) -> Callable[[Element], None]:
        counts = self._counts

        def counted(element: Element) -> None:
            counts[element.kind] += 1
            what, limit = _LIMITS[element.kind]
            if counts[element.kind] > limit:
                check_count(what, counts[element.kind], limit)
            take(element)

        return counted

    def _take_project(self, element: Element) -> None:
        inside, self._inside = self._inside, Contents()
        links, self._links_inside = self._links_inside, []
        if not inside.is_planned:
            name = element.name("Id") or element.name("Name")
            self.problems.add(
                "projects without activities",
                f"Project '{name}' is only referred to, its activities are not in the file.",
                element.place,
            )
            return
        project = project_parts(element, inside)
        if any(each.uid == project.uid for each in self._projects):
            raise element.refusal("two projects have this id. Export the plan again from P6.", "ObjectId")
        self._projects.append(project)
        self.links += links
        baseline = element.uid("CurrentBaselineProjectObjectId")
        if baseline is not None:
            self._baseline_of[project.uid] = baseline

    def _take_baseline(self, element: Element) -> None:
        self._baselines[element.needed_uid("ObjectId")] = self._inside
        self._inside, self._links_inside = Contents(), []

    def _take_calendar(self, element: Element) -> None:
        record = calendar_record(element)
        self._calendars[record.uid] = record

    def _take_resource(self, element: Element) -> None:
        self._resources.append(resource_record(element))
        self._take_rate(element, "ObjectId")

    def _take_rate(self, element: Element, field_of_resource: str) -> None:
        rate = rate_record(element, field_of_resource)
        if rate is not None:
            self._rates[rate.resource].append(rate)

    def _take_obs(self, element: Element) -> None:
        self._obs[element.needed_uid("ObjectId")] = obs_record(element)

    def _take_activity(self, element: Element) -> None:
        self._inside.tasks.append(task_record(element))
        self._inside.is_planned = self._inside.is_planned or any(element.raw(each) for each in _IN_A_PLAN)

    def _take_assignment(self, element: Element) -> None:
        record = assignment_record(element)
        self._inside.assignments.append(record)
        if element.flag("IsPrimaryResource") and record.resource is not None:
            self._inside.primary_resources[record.activity] = record.resource

    def _take_options(self, element: Element) -> None:
        self._inside.options = element

    def _take_currency(self, element: Element) -> None:
        """The currency that amounts are shown in comes first."""
        self._currency = self._currency or element.name("Id")
