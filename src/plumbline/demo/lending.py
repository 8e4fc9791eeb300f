"""Who lends people to the projects: two pools with owners, a lawyer whom everybody needs, leave, and two requests.

Lior answers for the signalling engineers, Sunniva for the software team. One request was approved, one waits for Lior.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.capacity import actions
from plumbline.office.capacity.jobs import keep_up
from plumbline.office.capacity.models import Ability, CapacityRequest, Pool, ResourcePerson
from plumbline.office.people.models import Unit
from plumbline.office.projects.models import Project

SIGNALS, SOFTWARE, ADVICE = "Signalling", "Software", "Advice and consents"
LAWYER = "Ysolde Fenn"
POOLS = ((SIGNALS, "Tram and rail", "lior"), (SOFTWARE, "Ticketing", "sunniva"), (ADVICE, "Infrastructure", "elowen"))
SKILLS = ("Interlocking", "Card readers")
NAMES = (("Signalling engineers", SIGNALS), ("Consents and property", LAWYER))
"""What the plans call them, and the pool or the person that is meant. Of the others nobody has said it yet."""


@dataclass(frozen=True, slots=True)
class Lent:
    """``line`` is the share of the line, ``skill`` what the person can besides."""

    name: str
    role: str
    pool: str
    percent: int = 100
    line: int = 0
    skill: str = ""


PEOPLE = (
    Lent("Corin Tansley", "Signalling engineer", SIGNALS, line=30, skill="Interlocking"),
    Lent("Wilma Garrow", "Signalling engineer", SIGNALS),
    Lent("Idris Calloway", "Signalling engineer", SIGNALS, percent=80),
    Lent("Freya Holm-Reyes", "Signalling engineer", SIGNALS),
    Lent("Anselm Pike", "Signalling engineer", SIGNALS, percent=60, line=20),
    Lent("Tilda Osgood", "Developer", SOFTWARE, skill="Card readers"),
    Lent("Rafe Lindqvist", "Developer", SOFTWARE),
    Lent("Moira Sands", "Developer", SOFTWARE, percent=50),
    Lent("Piers Abara", "Developer", SOFTWARE, line=40),
    Lent(LAWYER, "Property lawyer", ADVICE, percent=80, line=20),
)


def tell_lending(telling: Telling, office: Office, anchor: date) -> None:
    """Lists are kept six weeks before the anchor, requests come later; the last thing is what the worker does."""

    def tell(weeks: int, hour: int, event: object) -> None:
        telling.add(datetime.combine(anchor - timedelta(weeks=weeks), time(hour)), event)  # type: ignore[arg-type]

    tell(6, 9, partial(_keep_people, office, anchor))
    tell(5, 10, partial(_say_who_is_away, office, anchor))
    tell(4, 9, partial(_match, office))
    tell(3, 9, partial(_ask_and_approve, office, anchor))
    tell(1, 9, partial(_ask, office, "TR-04", SIGNALS, "Signalling engineer", 150, anchor, "Two stages at one time."))
    tell(0, 7, keep_up)


def _keep_people(office: Office, anchor: date) -> None:
    organisation, by = office.organisation, office.people["elowen"]
    units = {each.name: each for each in Unit.objects.filter(organisation=organisation)}
    pools = {
        name: actions.add_pool(organisation, by=by, name=name, unit=units.get(unit), owner=office.people[owner])
        for name, unit, owner in POOLS
    }
    roles = {
        name: actions.add_ability(organisation, by=by, name=name) for name in dict.fromkeys(p.role for p in PEOPLE)
    }
    skills = {
        name: actions.add_ability(organisation, by=by, name=name, kind=Ability.Kind.SKILL.value) for name in SKILLS
    }
    for each in PEOPLE:
        pool = pools[each.pool]
        person = actions.add_resource_person(
            organisation, by=by, name=each.name, role=roles[each.role], pool=pool, unit=pool.unit, percent=each.percent
        )
        if each.line:
            begun = anchor - timedelta(weeks=6)
            actions.add_line_work(person, by=by, title="Operations", percent=each.line, first=begun)
        if each.skill:
            actions.set_abilities(person, by=by, abilities=[skills[each.skill]])


def _say_who_is_away(office: Office, anchor: date) -> None:
    """The owner of the pool enters it; why, only they and the person see."""
    people = ResourcePerson.objects.filter(organisation=office.organisation)
    corin, tilda = (people.get(name=each) for each in ("Corin Tansley", "Tilda Osgood"))
    weeks = timedelta(weeks=1)
    for person, owner, begin, days in ((corin, "lior", 3, 18), (tilda, "sunniva", 2, 11)):
        first = anchor + begin * weeks
        last = first + timedelta(days=days)
        actions.enter_leave(person, by=office.people[owner], first=first, last=last, reason="Parental leave")


def _match(office: Office) -> None:
    meant = {each.name: each for each in Pool.objects.filter(organisation=office.organisation)}
    lawyer = ResourcePerson.objects.get(organisation=office.organisation, name=LAWYER)
    matches = [(name, meant.get(means, lawyer)) for name, means in NAMES]
    actions.match_names(office.organisation, by=office.people["elowen"], matches=matches)


def _ask_and_approve(office: Office, anchor: date) -> None:
    request = _ask(office, "ST-05", SOFTWARE, "Developer", 50, anchor, "The new readers need a second pair of eyes.")
    given = ResourcePerson.objects.get(organisation=office.organisation, name="Moira Sands")
    actions.approve_request(
        request, by=office.people["sunniva"], given=given, reason="Moira, two and a half days a week."
    )


def _ask(office: Office, code: str, pool: str, role: str, percent: int, anchor: date, note: str) -> CapacityRequest:
    project = Project.objects.select_related("manager").get(organisation=office.organisation, code=code)
    return actions.ask_for_capacity(
        project,
        by=project.manager,
        pool=Pool.objects.get(organisation=office.organisation, name=pool),
        role=Ability.objects.get(organisation=office.organisation, name=role),
        percent=percent,
        first_month=anchor + timedelta(weeks=4),
        last_month=anchor + timedelta(weeks=20),
        note=note,
    )
