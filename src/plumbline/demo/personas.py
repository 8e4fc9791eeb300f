"""The people a visitor of the demo can be, each with what to look at first."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.demo.people import CITY_PEOPLE
from plumbline.office.people.models import Person


@dataclass(frozen=True, slots=True)
class Persona:
    key: str
    name: str
    email: str
    part: str
    who: str
    look_at: str


_PARTS = {
    "osric": (
        "Executive",
        "Answers for trams, depots and money.",
        "Start with the portfolio: which projects are red, and since when.",
    ),
    "dagny": (
        "PMO manager",
        "Runs the project management office.",
        "Start with the portfolio, then open the projects that nothing is known about: no plan, no baseline, stale.",
    ),
    "elowen": (
        "PMO staff",
        "Keeps the standards and audits plans.",
        "Start with the standard and its limits, then compare the findings of TR-03 and SC-02.",
    ),
    "ilka": (
        "Project manager",
        "Builds the Riverside tram extension and renews the signalling of the Old Loop.",
        "Start with the findings of TR-03, or upload a plan of your own.",
    ),
    "lior": (
        "Team member",
        "Leads a track gang.",
        "Start with the plan of TR-04, as a table and as a Gantt chart.",
    ),
    "otto": (
        "Guest",
        "Audits the authority for the city council and may only look.",
        "Start with the plan versions of TR-02: who said what, and when.",
    ),
    "quill": (
        "Consultant",
        "Works in the PMO of the authority and is the PMO of a ferry company.",
        "Start by switching the organisation: neither sees anything of the other.",
    ),
}


def personas() -> list[Persona]:
    """In the order of the sign-in page."""
    people = {each.key: each for each in CITY_PEOPLE}
    return [Persona(key, people[key].name, people[key].email, *words) for key, words in _PARTS.items()]


def person_of(key: str) -> Person | None:
    """The person to be signed in; ``None`` for a key that is no persona or a world that is not loaded."""
    emails = {each.key: each.email for each in personas()}
    return Person.objects.filter(email=emails.get(key, ""), is_active=True).first()
