"""What the city's office knows of its project managers, how it talks with them, and what they ask."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.foundation.clock import now
from plumbline.office.leading import actions
from plumbline.office.leading.actions import set_profile
from plumbline.office.leading.proficiency import Proficiency

KNOWN = {
    "ilka": (Proficiency.EXPERT, 16, "Depot North"),
    "bastian": (Proficiency.COMPETENT, 10, "Depot North"),
    "petra": (Proficiency.PROFICIENT, 16, "Power house"),
    "aurel": (Proficiency.ADVANCED_BEGINNER, 10, "Power house"),
    "noor": (Proficiency.PROFICIENT, 12, "Wharf Street"),
    "tomas": (Proficiency.COMPETENT, 10, "Wharf Street"),
    "jory": (Proficiency.COMPETENT, 12, "Town hall"),
}
"""Of Maren nobody has said anything yet."""

TALKS = (
    (9, "dagny", "tomas", "The depot is in good hands. He would like to hear of changes in scope earlier.", None),
    (3, "dagny", "ilka", "Two plans at once are enough. The bridge goes to somebody else after the next gate.",
     ("ilka", "Write down what the next manager of the bridge has to know", -4)),
    (2, "elowen", "aurel", "First plan of his own. We went through float on his screen.",
     ("elowen", "Look at the new plan together", 8)),
)  # fmt: skip
"""Weeks ago, who led it, with whom, what both noted, and what was agreed: by whom, what, due how many days from now."""


def tell_managers(telling: Telling, office: Office, anchor: date) -> None:
    telling.add(datetime.combine(anchor - timedelta(weeks=5), time(11)), lambda: _note(office))
    for weeks, lead, manager, notes, agreed in TALKS:
        talk = partial(_talk, office, lead, manager, notes, agreed, anchor - timedelta(weeks=weeks))
        telling.add(datetime.combine(anchor - timedelta(weeks=weeks), time(14)), talk)
    telling.add(datetime.combine(anchor - timedelta(days=12), time(10)), lambda: _ask_and_answer(office))
    telling.add(datetime.combine(anchor - timedelta(days=1), time(15)), lambda: _ask(office, anchor))
    telling.add(datetime.combine(anchor - timedelta(days=1), time(16)), lambda: _plan(office, anchor))


def _note(office: Office) -> None:
    for key, (proficiency, capacity, location) in KNOWN.items():
        details = {"proficiency": proficiency, "capacity": capacity, "location": location}
        set_profile(office.organisation, office.people[key], by=office.manager, **details)  # type: ignore[arg-type]


def _talk(office: Office, lead: str, manager: str, notes: str, agreed: tuple[str, str, int] | None, day: date) -> None:
    """Planned in the morning, held after lunch, noted at once."""
    led, held = office.people[lead], office.people[manager]
    meeting = actions.plan_one_to_one(office.organisation, by=led, manager=held, at=now())
    actions.note_in_one_to_one(meeting, by=led, notes=notes, own="Tired, and would not say so.")
    if agreed:
        owner, text, days = agreed
        due = day + timedelta(weeks=2 if lead == "elowen" else 3, days=days)
        actions.agree_action(meeting, by=led, owner=office.people[owner], text=text, due_on=due)
    actions.hold_one_to_one(meeting, by=led)


def _plan(office: Office, anchor: date) -> None:
    """Ilka's next one stands in the calendar."""
    at = datetime.combine(anchor + timedelta(days=3), time(10, 30), ZoneInfo(office.organisation.time_zone))
    dagny, ilka = office.people["dagny"], office.people["ilka"]
    actions.plan_one_to_one(office.organisation, by=dagny, manager=ilka, at=at)


def _ask_and_answer(office: Office) -> None:
    wanted = actions.ask_for_help(
        office.organisation, by=office.people["petra"], about="How do I plan a shutdown of two nights?",
        text="The contractor wants one long task. I would rather see each hour.",
    )  # fmt: skip
    actions.take_help(wanted, by=office.people["elowen"])
    actions.answer_help(
        wanted, by=office.people["elowen"],
        answer="A plan of its own in hours, tied to this one by two milestones. The last one is yours.",
    )  # fmt: skip


def _ask(office: Office, anchor: date) -> None:
    actions.ask_for_help(
        office.organisation, by=office.people["aurel"], about="The supplier answers nobody any more",
        text="Three letters and four calls in two weeks. The switchgear is due in a month.",
        wanted_by=anchor + timedelta(days=4), urgent=True,
    )  # fmt: skip
