"""The rhythm of the city's office: what comes again, what was cancelled, and two weeks of its staff's plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.events.actions import Facts, add_event, cancel_on
from plumbline.office.events.models import Event
from plumbline.office.events.occurrences import nth_weekday
from plumbline.office.operations.actions import Plan, carry_over, plan_thing, plan_work, say_done
from plumbline.office.operations.models import PlannedWork
from plumbline.office.operations.offers import offers, thing_of
from plumbline.office.people.actions import add_holiday

BEGUN = timedelta(weeks=40)
WEEK = timedelta(days=7)
THURSDAY, FIRST, THIRD = 3, 1, 3


@dataclass(frozen=True, slots=True)
class Piece:
    """``day`` of the week, Monday is 0; -1 is some time in it."""

    who: str
    title: str
    hours: float
    day: int = -1
    is_done: bool = False


LAST_WEEK = (
    Piece("dagny", "Go through the late reports with three project managers", 3, 0, True),
    Piece("dagny", "Draft of the board pack", 6, 2, True),
    Piece("dagny", "Speak with the sponsor about the second depot", 1.5, 3, True),
    Piece("dagny", "Read the audit of the cycle lanes", 4),
    Piece("elowen", "New colleagues: accounts and a first tour", 2, 1, True),
    Piece("elowen", "Check the float of the bridge deck", 5, 2, True),
    Piece("elowen", "Rewrite the page on tailoring", 4),
    Piece("quill", "Interview four project managers on the new template", 6, 1, True),
)
THIS_WEEK = (
    Piece("dagny", "Prepare the board: decisions and what is new", 5, 1),
    Piece("dagny", "Write to those whose plan has no baseline", 1.5, 0, True),
    Piece("dagny", "Training day: who comes, who is missing", 2, 3),
    Piece("elowen", "Training day: exercises on float", 6, 2),
    Piece("elowen", "Answer what came in over the weekend", 1.5, 0, True),
    Piece("quill", "Evaluate the interviews", 8),
    Piece("quill", "Proposal for the lighter template", 10, 4),
)


def tell_rhythm(telling: Telling, office: Office, anchor: date) -> None:
    nine = datetime.combine(anchor, time(9))
    telling.add(nine - BEGUN, lambda: _begin(office, anchor - BEGUN))
    telling.add(nine - timedelta(weeks=3), lambda: _near(office, anchor))
    telling.add(nine - WEEK - timedelta(minutes=30), lambda: _plan(office, LAST_WEEK, anchor - WEEK))
    telling.add(datetime.combine(anchor - timedelta(days=3), time(16)), lambda: _do(office, LAST_WEEK, anchor - WEEK))
    telling.add(datetime.combine(anchor, time(8)), lambda: _plan_on(office, anchor))
    telling.add(datetime.combine(anchor, time(8, 45)), lambda: _do(office, THIS_WEEK, anchor))


def _begin(office: Office, day: date) -> None:
    """What comes again, from the first time on."""
    dagny, elowen = office.people["dagny"], office.people["elowen"]
    month = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    thursday = nth_weekday(month.year, month.month, THURSDAY, THIRD)
    first_thursday = nth_weekday(month.year, month.month, THURSDAY, FIRST)
    for facts in (
        Facts(
            "Board meeting", "board", thursday, at=time(10), minutes=90, repeats="weekday_of_month",
            place="City hall, room 214", notes="The pack is published two days before.", owner=dagny,
        ),
        Facts(
            "Stand-up of the office", "meeting", day, at=time(9, 15), minutes=20, repeats="weekly", owner=elowen,
            notes="What is late, what is new, who takes what.",
        ),
        Facts(
            "Project managers' hour", "meeting", first_thursday, at=time(15), minutes=60, repeats="weekday_of_month",
            place="Canteen, the long table", owner=elowen,
        ),
        Facts("Hours are booked", "other", date(month.year, 1, 31), repeats="day_of_month", owner=dagny),
    ):  # fmt: skip
        add_event(office.organisation, facts, by=dagny)


def _near(office: Office, anchor: date) -> None:
    """What stands in the calendar around the anchor, once."""
    dagny, elowen = office.people["dagny"], office.people["elowen"]
    add_holiday(office.organisation, by=dagny, on=anchor + timedelta(days=15), name="Founding day of the city")
    for facts in (
        Facts(
            "Training day: float, and what to do with it", "training", anchor + timedelta(days=9), at=time(9),
            minutes=420, place="Depot school, Weir Road", owner=elowen,
        ),
        Facts("A look at the standard with the project managers", "review", anchor + timedelta(days=17), owner=dagny),
        Facts("Two days away: the year to come", "meeting", anchor + timedelta(days=22), days=2, owner=dagny),
    ):  # fmt: skip
        add_event(office.organisation, facts, by=dagny)
    stand_up = Event.objects.get(organisation=office.organisation, title="Stand-up of the office")
    cancel_on(stand_up, anchor + timedelta(days=21), by=elowen)


def _plan(office: Office, pieces: tuple[Piece, ...], monday: date) -> None:
    for each in pieces:
        if person := office.people.get(each.who):
            on = monday + timedelta(days=each.day) if each.day >= 0 else None
            plan = Plan(each.title, round(each.hours * 60), on)
            plan_work(office.organisation, plan, person=person, monday=monday, by=person)


def _plan_on(office: Office, monday: date) -> None:
    """Elowen takes along what was left over, and one of the requests that wait for her; Dagny has not yet."""
    _plan(office, THIS_WEEK, monday)
    elowen = office.people["elowen"]
    carry_over(office.organisation, person=elowen, monday=monday, by=elowen)
    for offer in offers(office.organisation, monday, [elowen.pk]).get(elowen.pk, [])[:1]:
        thing, minutes = thing_of(office.organisation, offer.key)
        plan_thing(office.organisation, thing, minutes=minutes, person=elowen, monday=monday, by=elowen)


def _do(office: Office, pieces: tuple[Piece, ...], monday: date) -> None:
    for each in (each for each in pieces if each.is_done and each.who in office.people):
        person = office.people[each.who]
        work = PlannedWork.objects.get(
            organisation=office.organisation, person=person, monday=monday, title=each.title, carried_from=None
        )
        say_done(work, True, by=person)
