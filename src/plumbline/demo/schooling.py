"""How the city learns beside courses: from findings that came again, in live sessions, and elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.academy import actions as academy
from plumbline.office.academy.queries import open_proposals
from plumbline.office.teaching import actions
from plumbline.office.teaching.actions import SessionFacts
from plumbline.office.teaching.models import LiveSession

GIVEN, FULL, CALL = "Leads and what they hide", "Float, read together", "Closing a project well"
CAME = ("tomas", "jory", "lior")
FROM_ELSEWHERE = """\
E-mail,Course,Date,Score,Passed
{maren},Negotiating with contractors,{before},88,yes
{lior},Links that hold,{before},74,yes
{sunniva},Working safely beside tracks,{before},,yes
"""


def tell_schooling(telling: Telling, office: Office, anchor: date) -> None:
    def at(days: int, hour: int, deed: Callable[[Office, date], object]) -> None:
        telling.add(datetime.combine(anchor + timedelta(days=days), time(hour)), lambda: deed(office, anchor))

    at(-35, 11, _take_in)
    at(-30, 9, _plan_the_first)
    at(-28, 12, lambda office, anchor: _register(office, GIVEN, (*CAME, "sunniva")))
    at(-16, 12, _mark)
    at(-10, 9, _plan_two_more)
    at(-9, 12, lambda office, anchor: _register(office, FULL, ("ilka", "aurel", "maren", "lior")))
    at(-7, 18, lambda office, anchor: academy.judge_what_was_assessed())
    at(-5, 10, _decide)
    at(0, 7, lambda office, anchor: academy.judge_what_was_assessed())
    at(0, 8, lambda office, anchor: academy.weigh_what_is_due())


def _take_in(office: Office, anchor: date) -> None:
    people = {key: office.people[key].email for key in ("maren", "lior", "sunniva")}
    content = FROM_ELSEWHERE.format(before=anchor - timedelta(days=60), **people).encode()
    kept = academy.keep_results(
        office.organisation, by=office.people["elowen"], name="portal-january.csv", source="City learning portal",
        content=content,
    )  # fmt: skip
    academy.take_in_results(kept, by=office.people["elowen"], all_or_none=True)


def _plan_the_first(office: Office, anchor: date) -> None:
    facts = SessionFacts(
        title=GIVEN, about="Bring a plan of yours. We look for leads in it, and for what they stand for.",
        on=anchor - timedelta(days=17), at=time(14), minutes=90, place="Wharf Street, room 2", seats=8,
        teacher=office.people["petra"], course="network_logic", lesson="leads", counts=True,
    )  # fmt: skip
    actions.plan_session(office.organisation, facts, by=office.people["elowen"])


def _plan_two_more(office: Office, anchor: date) -> None:
    """One has three seats, and four who want them."""
    for title, days, place, seats, teacher in (
        (FULL, 9, "Depot North, training room", 3, "ilka"),
        (CALL, 16, "https://meet.marrowbridge.example/closing", 20, "quill"),
    ):
        facts = SessionFacts(
            title=title, on=anchor + timedelta(days=days), at=time(10), minutes=60, place=place, seats=seats,
            teacher=office.people[teacher],
        )  # fmt: skip
        actions.plan_session(office.organisation, facts, by=office.people["elowen"])


def _session(office: Office, title: str) -> LiveSession:
    return LiveSession.objects.select_related("organisation").get(organisation=office.organisation, title=title)


def _register(office: Office, title: str, people: tuple[str, ...]) -> None:
    for key in people:
        actions.register(_session(office, title), by=office.people[key])


def _mark(office: Office, anchor: date) -> None:
    """Sunniva did not come."""
    session, came = _session(office, GIVEN), {office.people[each].pk for each in CAME}
    marks = {each.pk: each.person_id in came for each in session.registrations.all()}
    actions.mark_attendance(session, marks, by=office.people["petra"])


def _decide(office: Office, anchor: date) -> None:
    """Of what findings proposed, the PMO asks the first of its person, and one manager says not now."""
    first, *others = open_proposals(office.organisation)
    academy.assign_proposed(first, by=office.people["dagny"], due_on=anchor + timedelta(weeks=4))
    if others:
        academy.set_aside(others[-1], by=others[-1].person)
