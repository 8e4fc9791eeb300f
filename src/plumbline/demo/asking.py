"""What people of the city ask for: requests at every point of their way to a project."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.foundation.clock import now
from plumbline.office.intake import actions
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.intake.queries.screening import screening_of
from plumbline.office.projects.models import Portfolio, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One request, submitted ``asked`` weeks before the anchor. ``screened`` and ``scored`` follow by a week each.

    ``scored`` holds levels by scorer, in the order strategy, benefit, urgency, certainty; an empty one is left open.
    """

    title: str
    author: str
    asked: int
    what: str
    why: str
    whom: str
    otherwise: str
    size: str = "medium"
    budget: int | None = None
    screened: bool = False
    scored: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)


CRITERIA = ("strategy", "benefit", "urgency", "certainty")
BOATS = Wish(
    title="One ticket for tram and ferry",
    author="sunniva",
    asked=9,
    what="A ticket that is valid on the trams and on the ferries across the estuary.",
    why="Every day some four hundred people buy two tickets within ten minutes, and miss the boat over it.",
    whom="Those who live on the far shore, and the crews who sell tickets instead of casting off.",
    otherwise="People go on driving round by the bridge.",
    budget=420_000,
    screened=True,
    scored={"elowen": ("strong", "twice", "chance", "fair"), "vesna": ("strong", "some", "money", "good")},
)
SHADE = Wish(
    title="Shade at the forty hottest stops",
    author="maren",
    asked=7,
    what="Roofs and trees at the stops where people stand in the sun for longest.",
    why="Last summer three people fainted while they waited.",
    whom="Older passengers, and parents with small children.",
    otherwise="In a hot week they stay at home or call a taxi.",
    budget=900_000,
    screened=True,
    scored={"elowen": ("clear", "some", "duty", "proven"), "osric": ("loose", "some", "money", "proven")},
)
NIGHT = Wish(
    title="Night trams at the weekend",
    author="jory",
    asked=6,
    what="Trams every half hour through the nights from Friday to Sunday.",
    why="The city wakes later than our timetable believes.",
    whom="People who work or dance at night.",
    otherwise="They find another way home, or none.",
    size="large",
    budget=2_600_000,
    screened=True,
    scored={"elowen": ("clear", "even", "little", "")},
)
HELPER = Wish(
    title="A voice that reads the departures aloud",
    author="lior",
    asked=16,
    what="Buttons at the stops that read the next departures aloud.",
    why="Who cannot see the display has to ask a stranger.",
    whom="Blind passengers, and everybody without their glasses.",
    otherwise="They go on asking strangers.",
    size="small",
    budget=160_000,
    screened=True,
    scored={"elowen": ("strong", "some", "duty", "good"), "vesna": ("clear", "twice", "duty", "good")},
)
GOLD = Wish(
    title="Gilded handrails for the jubilee",
    author="tomas",
    asked=11,
    what="Handrails in the colour of the city's arms, on all trams, for the jubilee year.",
    why="It would look festive.",
    whom="Guests of the jubilee.",
    otherwise="The handrails stay grey.",
)
CABLES = Wish(
    title="Charge buses from the tram's wires",
    author="petra",
    asked=10,
    what="Chargers at four termini, fed from the wires of the tram.",
    why="The depots have no more room, and the wires have power to spare at night.",
    whom="The drivers of the electric buses.",
    otherwise="The next twenty buses need a depot that we do not have.",
    size="large",
    budget=1_800_000,
)
LOCKERS = Wish(
    title="Parcel lockers at the park-and-ride",
    author="noor",
    asked=1,
    what="Lockers where people find their parcels when they change to the tram.",
    why="Half the cars on the ring road in the evening are on the way to fetch a parcel.",
    whom="Commuters from the north.",
    otherwise="They drive on into town.",
    size="small",
)


def tell_requests(telling: Telling, office: Office, anchor: date) -> None:
    """In the order of time, beside the stories of the projects."""
    for wish in (BOATS, SHADE, NIGHT, HELPER, GOLD, CABLES, LOCKERS):
        _tell(telling, office, anchor, wish)
    ten = datetime.combine(anchor, time(10))
    telling.add(ten - timedelta(weeks=13), lambda: _make_a_project(office))
    telling.add(ten - timedelta(weeks=9), lambda: _decline(office))
    telling.add(ten - timedelta(weeks=8), lambda: _hold(office))
    telling.add(ten - timedelta(days=4), lambda: _draft(office))


def _tell(telling: Telling, office: Office, anchor: date, wish: Wish) -> None:
    nine = datetime.combine(anchor - timedelta(weeks=wish.asked), time(9, 30))
    telling.add(nine, lambda: _ask(office, wish))
    if wish.screened:
        telling.add(nine + timedelta(weeks=1), lambda: _screen(office, wish))
    for days, (scorer, levels) in enumerate(wish.scored.items()):
        telling.add(nine + timedelta(weeks=2, days=days), lambda s=scorer, g=levels: _score(office, wish, s, g))  # type: ignore[misc]


def _ask(office: Office, wish: Wish) -> None:
    author = office.people[wish.author]
    asked = actions.begin_request(
        office.organisation,
        by=author,
        title=wish.title,
        what=wish.what,
        why=wish.why,
        whom=wish.whom,
        otherwise=wish.otherwise,
        size=wish.size,
        budget=None if wish.budget is None else Decimal(wish.budget),
    )
    actions.submit_request(asked, by=author)


def _screen(office: Office, wish: Wish) -> None:
    asked = _told(office, wish)
    answers = {each.name: ("yes", "") for each in screening_of(asked)}
    actions.answer_screening(asked, by=office.manager, answers=answers)
    actions.pass_screening(asked, by=office.manager)


def _score(office: Office, wish: Wish, scorer: str, given: tuple[str, str, str, str]) -> None:
    levels = {name: level for name, level in zip(CRITERIA, given, strict=True) if level}
    actions.give_scores(_told(office, wish), by=office.people[scorer], levels=levels)


def _make_a_project(office: Office) -> None:
    actions.accept(
        _told(office, HELPER),
        by=office.manager,
        note="Small, wanted, and overdue. Begin with the ten stops at the hospital line.",
        code="ST-09",
        name="Spoken departures",
        purpose="Everybody at a stop knows what comes next, whether they see the display or not.",
        portfolio=Portfolio.objects.get(organisation=office.organisation),
        programme=Programme.objects.get(organisation=office.organisation, projects__code="ST-03"),
        manager=office.people["tomas"],
        sponsor=office.people["vesna"],
        size_class="small",
        budget=Decimal(160_000),
    )


def _decline(office: Office) -> None:
    reason = (
        "Nobody would pay for it, and it would have to be undone after a year. Flowers at the stops may do the same."
    )
    actions.decline(_told(office, GOLD), by=office.manager, reason=reason)


def _hold(office: Office) -> None:
    until = (now() + timedelta(weeks=20)).date()
    reason = "The grid operator decides in spring what may be drawn from the wires."
    actions.hold(_told(office, CABLES), by=office.manager, reason=reason, until=until)


def _draft(office: Office) -> None:
    why = "Two of three complaints on the line are about noise."
    actions.begin_request(office.organisation, by=office.people["ilka"], title="Quieter curves on line 4", why=why)


def _told(office: Office, wish: Wish) -> ProjectRequest:
    return ProjectRequest.objects.select_related("organisation").get(organisation=office.organisation, title=wish.title)
