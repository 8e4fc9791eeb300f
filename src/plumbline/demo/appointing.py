"""Who has which role of the standard in which project, from soon after the project was created."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.demo.office import Office
from plumbline.demo.programmes import neighbour, smart_ticketing, streets_and_cycling, tram_and_rail
from plumbline.demo.stories import Story
from plumbline.demo.telling import Telling
from plumbline.office.governance.actions import appoint
from plumbline.office.projects.models import Project

BEFORE_THE_FIRST_PLAN = timedelta(days=19)
EXECUTIVES = ("osric", "vesna")
AT_THE_FERRIES = [
    ("appropriate_governance_body", "runa"),
    ("project_steering_committee", "runa"),
    ("business_manager", "quill"),
    ("project_quality_assurance", "quill"),
]


def tell_appointments(telling: Telling, office: Office, stories: tuple[Story, ...], anchor: date) -> None:
    """The day after each project was created."""
    for story in stories:
        moment = story.data_dates(anchor)[0] - BEFORE_THE_FIRST_PLAN
        telling.add(moment, lambda story=story: _appoint(office, story))  # type: ignore[misc]


def _appoint(office: Office, story: Story) -> None:
    project = Project.objects.get(organisation=office.organisation, code=story.code)
    for role, key in _appointed(story):
        appoint(project, by=office.manager, role=role, person=office.people[key])


def _appointed(story: Story) -> list[tuple[str, str]]:
    """The executive who does not pay for it speaks for those who will use it; both steer, and Elowen looks on."""
    if story in neighbour.STORIES:
        return AT_THE_FERRIES
    other = next(each for each in EXECUTIVES if each != story.sponsor)
    found = [("steering_committee", each) for each in EXECUTIVES]
    found += [("business_owner", other), ("quality_assurance", "elowen")]
    if story in tram_and_rail.STORIES:
        found.append(("team_lead", "lior"))
    if story in smart_ticketing.STORIES or story in streets_and_cycling.STORIES:
        found.append(("team_lead", "sunniva"))
    return found
