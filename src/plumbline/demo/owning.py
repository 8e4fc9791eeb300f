"""Who does the work says how it stands: a gang that tells in time, and a team of which nothing was heard for months."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.people.queries import today
from plumbline.office.progress import actions
from plumbline.office.progress.models import OwnedActivity
from plumbline.office.progress.queries import waiting_of
from plumbline.office.progress.queries.mine import activities_of
from plumbline.office.progress.saying import Said
from plumbline.office.projects.models import Project

TOLD, SILENT = "TR-04", "ST-05"
NAMES = ((TOLD, "Track gang, nights", "lior"), (TOLD, "Surveyors", None), (SILENT, "Software team", "sunniva"))
"""In which plan it stands, the name, and whom it means; nobody of here is an answer too."""


def tell_progress(telling: Telling, office: Office, anchor: date) -> None:
    """Asked on Thursday, told on Friday; on Monday the manager takes one over and refuses another."""

    def at(days: int, hour: int) -> datetime:
        return datetime.combine(anchor - timedelta(days=days), time(hour))

    telling.add(at(4, 9), partial(_match, office))
    telling.add(at(4, 11), actions.remind_who_is_due)
    telling.add(at(3, 15), partial(_tell, office))
    telling.add(at(0, 8), partial(_decide, office))


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("organisation", "manager").get(organisation=office.organisation, code=code)


def _match(office: Office) -> None:
    for code in (TOLD, SILENT):
        actions.read_plan(_project(office, code))
    for code, name, key in NAMES:
        project = _project(office, code)
        actions.say_who(project, name, person=office.people[key] if key else None, by=project.manager)
    for code in (TOLD, SILENT):
        project = _project(office, code)
        actions.ask_owners(project, asks=True, by=project.manager)


def _due(office: Office, key: str, code: str) -> list[OwnedActivity]:
    found = activities_of(office.organisation, office.people[key]).filter(project__code=code)
    return list(found.filter(due_on__lte=today(office.organisation)).prefetch_related("owners"))


def _tell(office: Office) -> None:
    """The slab is cast as planned, the next one waits for the rain to end, and the joints are said to be done."""
    said = (
        Said("planned"),
        _under_way("2d", "Rain in the trench; we pump."),
        Said("planned", note="All joints ground."),
    )
    for activity, word in zip(_due(office, "lior", TOLD), said, strict=False):
        actions.tell(activity, word, by=office.people["lior"])
    for activity in _due(office, "sunniva", SILENT)[:1]:
        actions.tell(activity, _under_way("10d", "The supplier's test system is back."), by=office.people["sunniva"])


def _under_way(remaining: str, note: str) -> Said:
    return Said("under_way", remaining=remaining, note=note)


def _decide(office: Office) -> None:
    """The second waits for the manager's next look."""
    project = _project(office, TOLD)
    assert project.manager
    waiting = list(waiting_of(project))
    actions.accept(project, waiting[:1], by=project.manager)
    for each in waiting[2:]:
        actions.refuse(each, by=project.manager, reason="The inspector has not signed the last twenty joints.")
