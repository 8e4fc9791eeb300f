"""Who has a stake in four of the city's projects: two look after them, one has lost the traders, one lets it slide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.actions import (
    add_stake,
    change_stake,
    confirm_stake,
    hold_communication,
    log_contact,
    plan_communication,
)
from plumbline.office.stakeholders.models import Communication, Stake


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as all projects know them."""

    name: str
    role: str = ""
    belongs_to: str = ""


MAYOR = Who("Isolde Wexcombe", "Mayor", "City of Marrowbridge")
BANK = Who("Corvin Saltmarsh", "Head of public loans", "Vane and Saltmarsh Bank")
RESIDENTS = Who("Millrace Residents' Forum", "Residents' group", "Millrace and Ropewalk")
TRADERS = Who("Corn Street Traders", "Traders' association", "Forty shops in Corn Street")
RIDERS = Who("Marrowbridge Riders' Union", "Passengers' association")
FIRE = Who("Tamsin Oakhollow", "Head of prevention", "Fire service")
HERITAGE = Who("Heritage Board", "Authority", "Province of the Lower Marrow")
CRAFTS = Who("Works council", "Staff of the authority")


@dataclass(frozen=True, slots=True)
class Told:
    """A stake as it was entered; ``later`` is how they stood at the last look, with the reason."""

    who: Who
    power: int
    interest: int
    engagement: str
    desired: str
    owner: str = ""
    every: int | None = None
    claim: str = ""
    wants: str = ""
    later: tuple[str, str] | None = None
    contacts: tuple[tuple[int, str, str], ...] = ()
    """Weeks ago, channel, what was said."""


@dataclass(frozen=True, slots=True)
class Promised:
    """A communication with the weeks ago at which it was held; the first day due is when the register was begun."""

    audience: str
    purpose: str
    channel: str
    every: int
    owner: str
    held: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """``looked`` is weeks ago; ``None`` where nobody looked at it again."""

    code: str
    began: int
    looked: int | None
    stakes: tuple[Told, ...]
    promised: tuple[Promised, ...]


REGISTERS = (
    Register(
        "TR-01",
        16,
        3,
        (
            Told(
                MAYOR, 5, 5, "neutral", "supportive", "osric", 45, "lu",
                "The line opens before her second term ends, and nobody digs up the market twice.",
                ("supportive", "The stop at the market is back in the plan."),
                ((9, "meeting", "She asks for her stop."), (3, "call", "She will say so in the council.")),
            ),
            Told(
                BANK, 4, 2, "supportive", "supportive", "ilka", 92, "l", "A forecast that does not change every month.",
                contacts=((4, "report", "The forecast of the quarter. He has no questions."),),
            ),
            Told(
                RESIDENTS, 3, 5, "resistant", "neutral", "ilka", 45, "lu", "No work between ten and six.",
                ("neutral", "The night shifts are gone from Ropewalk."),
                ((10, "event", "Eighty people, most about the nights."), (3, "meeting", "They thank us, drily.")),
            ),
            Told(
                FIRE, 4, 4, "supportive", "supportive", "ilka", 60, "l", "A way through at any time of the day.",
                contacts=((3, "mail", "The diversions of the spring are agreed."),),
            ),
        ),
        (
            Promised("Steering committee", "Decide on changes and money", "meeting", 28, "ilka", (16, 12, 8, 4)),
            Promised("Residents of the line", "Know which street is next", "letter", 28, "ilka", (16, 12, 8, 4)),
        ),
    ),
    Register(
        "TR-02",
        15,
        3,
        (
            Told(
                MAYOR, 5, 3, "supportive", "supportive", "osric", 60, "l", "To hear bad news first, and from us.",
                contacts=((4, "meeting", "She knows the new date and will defend it."),),
            ),
            Told(
                BANK, 5, 4, "neutral", "supportive", "bastian", 45, "l", "To know what the late opening costs.",
                contacts=((3, "meeting", "He will put the extension before his board."),),
            ),
            Told(
                RIDERS, 2, 5, "neutral", "neutral", "bastian", 60, "l", "A dry way to the bus until the opening.",
                contacts=((5, "meeting", "They will walk the way with us."),),
            ),
        ),
        (Promised("Passengers", "Find their stop", "other", 28, "bastian", (15, 11, 7, 3)),),
    ),
    Register(
        "SC-03",
        14,
        3,
        (
            Told(
                TRADERS, 4, 5, "resistant", "neutral", "maren", 30, "l",
                "Somewhere for customers to stop for ten minutes.",
                contacts=((8, "event", "They left early."), (3, "meeting", "They count the lost parking.")),
            ),
            Told(
                RIDERS, 2, 4, "leading", "supportive", "maren", 60, "l", "Buses that come when they should.",
                contacts=((4, "mail", "They offer to count."),),
            ),
            Told(
                FIRE, 4, 3, "neutral", "neutral", "maren", 60, "l", "Bollards that go down.",
                contacts=((3, "call", "She has seen them go down."),),
            ),
        ),
        (Promised("Corn Street", "Say what they need in time", "meeting", 28, "maren", (14, 10, 6, 2)),),
    ),
    Register(
        "SC-06",
        22,
        None,
        (
            Told(MAYOR, 5, 4, "neutral", "supportive", "", 30, "lu", "Hubs where people live, not where it is easy."),
            Told(BANK, 4, 2, "neutral", "supportive", "", None, "l"),
            Told(RESIDENTS, 3, 5, "resistant", "supportive", "jory", 30, "lu", "No hub in front of the school."),
            Told(HERITAGE, 4, 3, "unaware", "supportive", "", None, "l"),
            Told(
                CRAFTS, 3, 4, "resistant", "neutral", "jory", 45, "l",
                contacts=((21, "meeting", "Who repairs the bicycles? We did not know."),),
            ),
        ),
        (Promised("Neighbours of the hubs", "Object in time", "letter", 28, "jory", (22,)),),
    ),
)  # fmt: skip


def tell_stakeholders(telling: Telling, office: Office, anchor: date) -> None:
    """All of it before the last plans are delivered, so that these are assessed with it."""

    def tell(weeks: int, hour: int, event: Callable[[], object]) -> None:
        telling.add(datetime.combine(anchor - timedelta(weeks=weeks), time(hour)), event)

    for register in REGISTERS:
        tell(register.began, 10, lambda register=register: _begin(office, register, anchor))  # type: ignore[misc]
        for told, contact in _contacts(register):
            tell(contact[0], 15, lambda r=register, t=told, c=contact: _log(office, r.code, t, c))  # type: ignore[misc]
        if register.looked is not None:
            tell(register.looked, 16, lambda register=register: _look(office, register))  # type: ignore[misc]
        for promised in register.promised:
            for weeks in promised.held:
                tell(weeks, 17, lambda r=register, p=promised: _hold(office, r.code, p))  # type: ignore[misc]


def _contacts(register: Register) -> list[tuple[Told, tuple[int, str, str]]]:
    return [(told, contact) for told in register.stakes for contact in told.contacts]


def _begin(office: Office, register: Register, anchor: date) -> None:
    project = _project(office, register.code)
    for told in register.stakes:
        columns: dict[str, Any] = {
            "power": told.power,
            "interest": told.interest,
            "engagement": told.engagement,
            "desired": told.desired,
            "owner": office.people.get(told.owner),
            "contact_every": told.every,
            "legitimate": "l" in told.claim,
            "urgent": "u" in told.claim,
            "wants": told.wants,
        }
        who = told.who
        add_stake(project, by=project.manager, name=who.name, role=who.role, belongs_to=who.belongs_to, **columns)
    for each in register.promised:
        plan_communication(
            project,
            by=project.manager,
            audience=each.audience,
            purpose=each.purpose,
            channel=each.channel,
            every_days=each.every,
            owner=office.people[each.owner],
            due_on=anchor - timedelta(weeks=register.began),
        )


def _log(office: Office, code: str, told: Told, contact: tuple[int, str, str]) -> None:
    stake = _stake(office, code, told)
    log_contact(stake, by=stake.owner, channel=contact[1], note=contact[2])


def _look(office: Office, register: Register) -> None:
    for told in register.stakes:
        stake = _stake(office, register.code, told)
        by: Person | None = stake.project.manager
        if told.later:
            change_stake(stake, by=by, engagement=told.later[0], note=told.later[1])
        else:
            confirm_stake(stake, by=by)


def _hold(office: Office, code: str, promised: Promised) -> None:
    found = Communication.objects.select_related("project__organisation", "owner")
    line = found.get(project=_project(office, code), purpose=promised.purpose)
    hold_communication(line, by=line.owner)


def _stake(office: Office, code: str, told: Told) -> Stake:
    found = Stake.objects.select_related("project__organisation", "project__manager", "owner")
    return found.get(project=_project(office, code), stakeholder__name=told.who.name)


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("organisation", "manager").get(organisation=office.organisation, code=code)
