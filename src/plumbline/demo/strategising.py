"""What the city wants to reach: objectives, how far they have come in two years, and which projects are for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Programme, Project
from plumbline.office.strategy import actions
from plumbline.office.strategy.models import Objective

EVERY = timedelta(weeks=13)
FIRST = timedelta(weeks=103)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """An objective, ``measured`` each quarter from two years before the anchor on."""

    name: str
    why: str
    above: str = ""
    measure: str = ""
    unit: str = ""
    target: str = ""
    measured: tuple[str, ...] = ()


AIMS = (
    Aim(
        name="A city that is crossed without a car",
        why="Two of three trips are shorter than five kilometres, and half of those are driven.",
        measure="Trips without a car",
        unit="%",
        target="65",
        measured=("48", "48.5", "49", "50", "51", "51.5", "53", "54"),
    ),
    Aim(
        name="Trams that one need not wait for",
        why="Whoever waits for ten minutes once takes the car twice.",
        above="A city that is crossed without a car",
        measure="Mean time between trams at noon",
        unit="min",
        target="5",
        measured=("9.5", "9.5", "9", "8.6", "8.8", "8", "7.8", "7.4"),
    ),
    Aim(
        name="One ticket for every journey",
        why="A third of those who gave up public transport named the tickets.",
        above="A city that is crossed without a car",
        measure="Journeys paid for with one ticket",
        unit="%",
        target="90",
        measured=("35", "36", "41", "47", "52", "55", "54", "58"),
    ),
    Aim(
        name="Streets on which children cycle to school",
        why="Where children cycle, everybody can.",
        above="A city that is crossed without a car",
        measure="Schools that are reached on safe lanes",
        unit="schools",
        target="60",
        measured=("12", "14", "15", "19", "24", "26", "31", "33"),
    ),
    Aim(
        name="Clean, quiet and paid for",
        why="Public transport has to be worth its money and its noise.",
        measure="Energy per passenger and kilometre",
        unit="Wh",
        target="70",
        measured=("118", "117", "112", "109", "110", "111", "106", "104"),
    ),
    Aim(
        name="Depots that run on the sun at noon",
        why="The roofs are there, and so is the sun.",
        above="Clean, quiet and paid for",
        measure="Share of own power",
        unit="%",
        target="40",
        measured=("4", "4", "7", "9", "9", "13", "16", "18"),
    ),
    Aim(
        name="Nobody is hurt on the way",
        why="The council has decided that no death in traffic is acceptable.",
        above="A city that is crossed without a car",
        measure="People badly hurt in traffic in a quarter",
        unit="people",
        target="0",
        measured=("31", "29", "33", "27", "26", "24", "27", "22"),
    ),
)
PROGRAMMES = (
    (
        "Tram and rail",
        "Trams that one need not wait for",
        3,
        "New lines and renewed tracks are what shortens the wait.",
    ),
    ("Smart ticketing", "One ticket for every journey", 3, "It is the purpose of the programme."),
)
PROJECTS = (
    ("SC-01", "Streets on which children cycle to school", 3, "The first lanes lead past four schools."),
    ("SC-02", "Streets on which children cycle to school", 2, ""),
    ("SC-03", "Nobody is hurt on the way", 3, "The worst crossings of the accident map."),
    ("SC-04", "Nobody is hurt on the way", 2, ""),
    ("SC-05", "Streets on which children cycle to school", 1, "A part of it lies on the way to a school."),
    ("SC-06", "A city that is crossed without a car", 2, ""),
    ("DE-01", "Depots that run on the sun at noon", 3, "The roof of the largest depot."),
    ("DE-02", "Clean, quiet and paid for", 2, ""),
    ("DE-03", "Depots that run on the sun at noon", 2, ""),
    ("DE-04", "Clean, quiet and paid for", 3, "Half of the noise complaints are about this depot."),
)
"""DE-05 and DE-06 are for no objective: somebody will ask why."""


def tell_strategy(telling: Telling, office: Office, anchor: date) -> None:
    """Objectives, their measurements quarter by quarter, and at last the projects that are for them."""
    noon = datetime.combine(anchor, time(12))
    telling.add(noon - FIRST, lambda: _set(office, anchor))
    for quarter in range(len(AIMS[0].measured)):
        telling.add(noon - FIRST + quarter * EVERY, lambda quarter=quarter: _measure(office, quarter))  # type: ignore[misc]
    telling.add(noon - timedelta(weeks=3), lambda: _align(office))


def _set(office: Office, anchor: date) -> None:
    """Executives own them in turn; all are to be reached in four years."""
    owners = [each.person for each in office.organisation.memberships.filter(role=Role.EXECUTIVE).order_by("pk")]
    for place, aim in enumerate(AIMS):
        actions.add_objective(
            office.organisation,
            by=office.manager,
            name=aim.name,
            parent=_named(office, aim.above) if aim.above else None,
            why=aim.why,
            owner=owners[place % len(owners)],
            measure=aim.measure,
            unit=aim.unit,
            baseline=Decimal(aim.measured[0]),
            target=Decimal(aim.target),
            target_on=date(anchor.year + 4, 12, 31),
        )


def _measure(office: Office, quarter: int) -> None:
    for aim in AIMS:
        actions.record_measurement(_named(office, aim.name), by=office.manager, value=Decimal(aim.measured[quarter]))


def _align(office: Office) -> None:
    for name, objective, strength, why in PROGRAMMES:
        programme = Programme.objects.get(organisation=office.organisation, name=name)
        actions.align(_named(office, objective), programme, by=office.manager, strength=strength, why=why)
    for code, objective, strength, why in PROJECTS:
        project = Project.objects.get(organisation=office.organisation, code=code)
        actions.align(_named(office, objective), project, by=office.manager, strength=strength, why=why)


def _named(office: Office, name: str) -> Objective:
    return Objective.objects.get(organisation=office.organisation, name=name)
