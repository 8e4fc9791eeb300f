"""What those who lead the city's projects can do: assessed before and after a training, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.competence import actions
from plumbline.office.teaching import actions as teaching
from plumbline.office.teaching.actions import SessionFacts
from plumbline.office.teaching.models import LiveSession

MANAGERS = ("ilka", "petra", "noor", "bastian", "tomas", "jory", "aurel", "maren")
"""In the order of the digits below."""
LEVELS = {
    "strategy": ("43322212", "43322222"),
    "governance_structures_and_processes": ("44333222", "44333332"),
    "compliance_standards_and_regulations": ("44332321", "44333322"),
    "personal_communication": ("44444413", "44444413"),
    "leadership": ("44444413", "44444413"),
    "requirements_and_objectives": ("44333222", "44333332"),
    "time": ("54331211", "54443333"),
    "finance": ("44332222", "44333322"),
    "quality": ("44333222", "44333322"),
    "procurement": ("44322111", "44333322"),
    "plan_and_control": ("54431211", "54444433"),
    "risk_and_opportunity": ("43332101", "44333333"),
    "stakeholders": ("44533322", "44533322"),
    "change_and_transformation": ("33322121", "33322222"),
}
"""Before and after. The training narrows time, control and risk; how people lead and talk it leaves as it was."""
FIRST, TRAINING, AGAIN = -140, -105, -66
"""Days from now."""
TITLE = "Two days about plans and risks"
SHOWN = (
    ("ilka", "compliance_standards_and_regulations", "Brought the tram extension through its safety case", 220),
    ("ilka", "procurement", "Led the competition for the signalling contract", 205),
    ("ilka", "personal_communication", "Spoke for the project at four hearings", 190),
    ("petra", "compliance_standards_and_regulations", "Chaired the working group on high voltage", 240),
    ("petra", "personal_communication", "Held the residents' evenings at the power house", 170),
    ("petra", "governance_structures_and_processes", "Set up the joint board with the grid company", 260),
    ("petra", "requirements_and_objectives", "Settled what the depots ask of the chargers", 230),
    ("petra", "quality", "Wrote the acceptance tests of the substation", 180),
    ("petra", "procurement", "Chose the maker of the low-floor trams, with three others", 210),
    ("noor", "personal_communication", "Led the press day of the new ticket machines", 160),
    ("bastian", "personal_communication", "Told the shopkeepers of Hollowgate month by month", 150),
    ("tomas", "personal_communication", "Ran the open evenings for the readers at stops", 155),
    ("jory", "personal_communication", "Walked the cycleway with everybody who objected", 165),
)
"""Who, of what, what it was, and how many days ago."""


def tell_competence(telling: Telling, office: Office, anchor: date) -> None:
    def at(days: int, hour: int, deed: Callable[[Office, date], object]) -> None:
        telling.add(datetime.combine(anchor + timedelta(days=days), time(hour)), lambda: deed(office, anchor))

    at(FIRST - 10, 10, _ask)
    at(FIRST, 9, _enter)
    at(FIRST, 10, lambda office, anchor: _assess(office, 0))
    at(TRAINING - 14, 9, _plan)
    at(TRAINING, 18, _mark)
    at(AGAIN, 10, lambda office, anchor: _assess(office, 1))
    at(-20, 17, _from_oneself_and_from_a_mentor)
    for days in (FIRST, AGAIN):
        first = (anchor + timedelta(days=days)).replace(day=28) + timedelta(days=4)
        telling.add(datetime.combine(first.replace(day=1), time(7)), actions.keep_up)


def _ask(office: Office, anchor: date) -> None:
    """The city buys more than its standard reckons with."""
    dagny = office.people["dagny"]
    actions.require_levels(office.organisation, "project_manager", {"procurement": [1, 3, 4]}, by=dagny)


def _enter(office: Office, anchor: date) -> None:
    for key, competency, what, days in SHOWN:
        person = office.people[key]
        actions.enter_evidence(
            office.organisation, person, by=person, competency=competency, what=what, on=anchor - timedelta(days=days)
        )


def _assess(office: Office, which: int) -> None:
    for place, key in enumerate(MANAGERS):
        by = office.people["dagny" if place % 2 == 0 else "elowen"]
        levels = {name: int(both[which][place]) for name, both in LEVELS.items()}
        actions.assess_several(office.organisation, office.people[key], by=by, levels=levels)


def _plan(office: Office, anchor: date) -> None:
    facts = SessionFacts(
        title=TITLE, about="Everybody brings the plan and the risk register of a project of theirs.",
        on=anchor + timedelta(days=TRAINING), at=time(9), minutes=480, place="Depot North, training room", seats=10,
        teacher=office.people["elowen"],
    )  # fmt: skip
    session = teaching.plan_session(office.organisation, facts, by=office.people["dagny"])
    for key in MANAGERS:
        teaching.register(session, by=office.people[key])


def _mark(office: Office, anchor: date) -> None:
    session = LiveSession.objects.select_related("organisation").get(organisation=office.organisation, title=TITLE)
    marks = dict.fromkeys(session.registrations.values_list("pk", flat=True), True)
    teaching.mark_attendance(session, marks, by=office.people["elowen"])


def _from_oneself_and_from_a_mentor(office: Office, anchor: date) -> None:
    """Ilka looks beyond what is asked, asks Dagny about it, and says how Tomas comes along."""
    here, ilka = office.organisation, office.people["ilka"]
    levels = {"power_and_interest": 2, "negotiation": 3, "conflict_and_crisis": 3}
    actions.assess_several(here, ilka, by=ilka, levels=levels, note="From the talks about the depot ground.")
    actions.ask_to_assess(here, ilka, asked=office.people["dagny"], note="You were there at the depot. How did I do?")
    actions.assess(
        here, office.people["tomas"], by=ilka, competency="time", level=3, note="Reads float by himself now."
    )
