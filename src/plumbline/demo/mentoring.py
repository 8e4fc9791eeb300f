"""Who learns from whom in the city: three pairs that run, one that waits, one that did not come about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.engine.pairing import Competency
from plumbline.office.mentoring import actions
from plumbline.office.mentoring.models import MentoringProgramme, Pair

OFFERS = (
    ("ilka", "Scheduling", 5, 1, "Depot North"),
    ("petra", "Working with contractors", 4, 1, "Power house"),
    ("noor", "Negotiation", 4, 2, "Wharf Street"),
    ("quill", "Speaking to a board", 5, 1, "Town hall"),
)
"""Who, what, how well, for how many, and where."""
WISHES = (
    ("tomas", "Scheduling", 3, "Wharf Street"),
    ("lior", "Working with contractors", 3, "Depot North"),
    ("jory", "Negotiation", 3, "Town hall"),
    ("maren", "Speaking to a board", 3, "Town hall"),
)
LATER = ("sunniva", "Negotiation", 2, "Wharf Street")
MET = (("tomas", -60), ("tomas", -32), ("tomas", -5), ("lior", -54), ("jory", -40), ("jory", -18))
"""With whose mentor, and how many days from now."""
SAID = (("tomas", "well"), ("ilka", "well"), ("jory", "well"), ("noor", "so_so"), ("lior", "not"))


def tell_mentoring(telling: Telling, office: Office, anchor: date) -> None:
    def at(days: int, hour: int, deed: Callable[[Office, date], object]) -> None:
        telling.add(datetime.combine(anchor + timedelta(days=days), time(hour)), lambda: deed(office, anchor))

    at(-77, 10, _begin)
    at(-70, 10, _propose)
    at(-67, 12, _answer)
    for mentee, days in MET:
        at(days, 16, lambda office, anchor, mentee=mentee, days=days: _meet(office, mentee, anchor, days))  # type: ignore[misc]
    at(-14, 9, _check_in)
    at(-6, 9, _propose_once_more)
    at(-3, 17, _look_ahead)


def _begin(office: Office, anchor: date) -> None:
    programme = actions.begin_programme(
        office.organisation, by=office.people["elowen"], title="Learning from each other",
        about="An hour every few weeks, for half a year. Whoever helps learns as much.",
        starts_on=anchor - timedelta(weeks=11), ends_on=anchor + timedelta(weeks=15),
    )  # fmt: skip
    for key, what, level, mentees, place in OFFERS:
        person, strengths = office.people[key], [Competency(what, level)]
        actions.make_offer(
            programme, by=person, strengths=strengths, mentees=mentees, languages="English", location=place
        )
    for wish in WISHES:
        _wish(office, programme, *wish)


def _wish(office: Office, programme: MentoringProgramme, key: str, what: str, level: int, place: str) -> None:
    goals = [Competency(what, level)]
    actions.say_wish(programme, by=office.people[key], goals=goals, languages="English", location=place)


def _programme(office: Office) -> MentoringProgramme:
    return MentoringProgramme.objects.select_related("organisation").get(organisation=office.organisation)


def _propose(office: Office, anchor: date) -> None:
    actions.propose_pairs(_programme(office), by=office.people["elowen"])


def _pair(office: Office, mentee: str) -> Pair:
    return Pair.objects.get(organisation=office.organisation, mentee=office.people[mentee], state__in=Pair.ACTIVE)


def _answer(office: Office, anchor: date) -> None:
    """Maren and Quill do not come about, and Quill offers nothing any more."""
    for mentee in ("tomas", "lior", "jory"):
        pair = _pair(office, mentee)
        for person in (pair.mentor, pair.mentee):
            actions.agree_to_pair(pair, by=person)
    actions.decline_pair(_pair(office, "maren"), by=office.people["maren"])
    quill = office.people["quill"]
    actions.withdraw_offer(_programme(office).offers.select_related("programme").get(person=quill), by=quill)


def _meet(office: Office, mentee: str, anchor: date, days: int) -> None:
    pair = _pair(office, mentee)
    actions.plan_session(pair, by=pair.mentee, on=anchor + timedelta(days=days))
    actions.note(pair, by=pair.mentee, words="We looked at a plan of mine, and at one that went wrong years ago.")


def _check_in(office: Office, anchor: date) -> None:
    pairs = [_pair(office, mentee) for mentee in ("tomas", "lior", "jory")]
    for key, how in SAID:
        person = office.people[key]
        pair = next(each for each in pairs if each.is_of(person.pk))
        actions.check_in(pair, by=person, how=how)


def _propose_once_more(office: Office, anchor: date) -> None:
    """Sunniva has asked late, and has not answered yet."""
    programme = _programme(office)
    _wish(office, programme, *LATER)
    actions.propose_pairs(programme, by=office.people["elowen"])


def _look_ahead(office: Office, anchor: date) -> None:
    pair = _pair(office, "tomas")
    actions.plan_session(pair, by=pair.mentor, on=anchor + timedelta(days=8), at=time(15))
    actions.agree_action(
        pair, by=pair.mentor, words="Bring the plan of the gates, with float on every line", owner=pair.mentee,
        due_on=anchor + timedelta(days=7),
    )  # fmt: skip
