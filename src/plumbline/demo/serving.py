"""What the city's office does for others: eight services, and what was asked of it in half a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.services import actions
from plumbline.office.services.models import Service, ServiceRequest

TAKEN = ("report_to_management", "control_performance", "operate_information_system", "standard_methodology",
         "mentoring", "post_project_review", "risk_database", "specialised_tasks")  # fmt: skip
OWNERS = ("dagny", "elowen")
BEGUN = timedelta(weeks=30)


@dataclass(frozen=True, slots=True)
class Ask:
    """Asked ``ago`` days before the anchor. ``took`` are the hours by the wall until it was done, 0 while it is open.

    ``score`` 0 means that nobody answered; ``waits`` the hours that it waited for who asked.
    """

    service: str
    who: str
    title: str
    ago: int
    took: int
    score: int = 0
    code: str = ""
    waits: int = 0
    outcome: str = "Done and handed over."


_IT, _RISK, _PLAN, _MENTOR = "operate_information_system", "risk_database", "specialised_tasks", "mentoring"
_CONTROL, _METHOD, _REVIEW, _REPORT = (
    "control_performance", "standard_methodology", "post_project_review", "report_to_management",
)  # fmt: skip
ASKED = (
    Ask(_IT, "ilka", "An account for the new track planner", 201, 3, 5, "TR-01"),
    Ask(_RISK, "petra", "Typical risks of a depot roof", 198, 26, 4, "DE-01"),
    Ask(_MENTOR, "tomas", "Somebody who has led a rollout before", 194, 150, 5),
    Ask(_PLAN, "jory", "A plan of the crossing at Tanner's Row", 187, 54, 4, "SC-03"),
    Ask(_IT, "maren", "The export has empty columns", 184, 78, 2, "SC-01", outcome="A filter was set. It is off now."),
    Ask(_REPORT, "vesna", "One page on the depots for the council", 180, 24, 5),
    Ask(_METHOD, "noor", "May we leave out the second gate?", 173, 28, 3, outcome="Yes, with a waiver until summer."),
    Ask(_CONTROL, "aurel", "A second look at the noise barrier", 170, 96, 4, "DE-04"),
    Ask(_IT, "lior", "I cannot open the plan of the tram line", 163, 2, 5, "TR-01"),
    Ask(_PLAN, "sunniva", "Minutes of the workshop with the traders", 159, 196, 2),
    Ask(_RISK, "bastian", "A risk workshop for the bridge deck", 152, 148, 5, "TR-02", 24),
    Ask(_REVIEW, "maren", "What did we learn from Mill Lane?", 147, 146, 4, "SC-02"),
    Ask(_IT, "petra", "A colleague needs to read along", 142, 4),
    Ask(_MENTOR, "jory", "First time with a contractor who sues", 138, 168, 5),
    Ask(_REPORT, "osric", "Which three projects worry you?", 131, 22, 4),
    Ask(_CONTROL, "tomas", "Is our critical path one?", 124, 46, 5),
    Ask(_PLAN, "noor", "An estimate for the gates at the ferry", 121, 50, 3, "", 20),
    Ask(_IT, "ilka", "Two calendars, which one is right?", 117, 74, 3, "TR-01"),
    Ask(_METHOD, "petra", "A lighter way for small roofs", 110, 146, 4, "DE-03"),
    Ask(_RISK, "maren", "What goes wrong with cycle lanes?", 104, 24, 5, "SC-05"),
    Ask(_REPORT, "vesna", "Slides on the ticket for the press", 98, 150, 2, outcome="Two days late, after the press."),
    Ask(_PLAN, "aurel", "Put the substation into the plan", 96, 30),
    Ask(_CONTROL, "ilka", "Check the baseline before the gate", 89, 24, 5, "TR-01"),
    Ask(_IT, "sunniva", "My sign-in asks for a key that I lost", 84, 2, 5),
    Ask(_MENTOR, "bastian", "Half an hour a week until the opening", 82, 144, 4, "TR-02"),
    Ask(_REVIEW, "noor", "A look back at the pilot machines", 76, 192, 3),
    Ask(_RISK, "tomas", "Risks of card readers in the rain", 70, 22, 4),
    Ask(_PLAN, "jory", "A drawing of who waits for whom", 63, 28, 5, "SC-04"),
    Ask(_IT, "maren", "The report shows last month's colours", 56, 76, 1, "SC-01", outcome="The plan was not updated."),
    Ask(_METHOD, "aurel", "Which artefacts does a battery need?", 49, 24),
    Ask(_REPORT, "osric", "What would ten per cent less mean?", 42, 26, 5),
    Ask(_CONTROL, "noor", "Why did the finish move?", 35, 72, 4, "", 24),
    Ask(_PLAN, "petra", "Minutes of the roof inspection", 28, 30),
    Ask(_IT, "lior", "A template for the weekly note", 21, 4, 4),
    Ask(_RISK, "ilka", "The risks of working under the wire", 19, 26),
    Ask(_MENTOR, "maren", "Talk to me before the audit", 14, 96, 5, "SC-01"),
    Ask(_REVIEW, "aurel", "What the first depot would do otherwise", 12, 0, code="DE-01"),
    Ask(_CONTROL, "bastian", "Look at the float of the bridge", 5, 0, code="TR-02"),
    Ask(_PLAN, "tomas", "An estimate for forty more machines", 4, 0, waits=1),
    Ask(_METHOD, "jory", "Do we need a charter for a trial?", 3, 0, code="SC-06"),
    Ask(_IT, "noor", "A new colleague begins on Thursday", 3, 0),
)
UNTOUCHED = ("Do we need a charter for a trial?", "A new colleague begins on Thursday")


def tell_services(telling: Telling, office: Office, anchor: date) -> None:
    """The catalogue comes first; each request goes its way by itself."""
    telling.add(datetime.combine(anchor, time(10)) - BEGUN, lambda: _offer(office))
    tell_asked(telling, office, anchor, ASKED, OWNERS)


def tell_asked(telling: Telling, office: Office, anchor: date, asked: Sequence[Ask], workers: Sequence[str]) -> None:
    """The workers take turns."""
    ten = datetime.combine(anchor, time(10))
    for place, ask in enumerate(asked):
        at = _on_a_working_day(ten - timedelta(days=ask.ago))
        telling.add(at, lambda ask=ask: _ask(office, ask))  # type: ignore[misc]
        if ask.title not in UNTOUCHED:
            _work(telling, office, ask, at, office.people[workers[place % len(workers)]])


def _work(telling: Telling, office: Office, ask: Ask, at: datetime, worker: Person) -> None:
    begun = at + timedelta(hours=1 if ask.took < 48 else 5)
    telling.add(begun, lambda: actions.begin(_asked(office, ask), by=worker))
    if ask.waits:
        text = "We need the drawing first: can you send it?"
        telling.add(begun + timedelta(minutes=30),
                    lambda: actions.wait_for_customer(_asked(office, ask), by=worker, text=text))  # fmt: skip
    if not ask.took:
        return
    done = max(at + timedelta(hours=ask.took), begun + timedelta(hours=1))
    if ask.waits:
        asker = office.people[ask.who]
        resumed = begun + timedelta(hours=ask.waits)
        telling.add(resumed, lambda: actions.resume(_asked(office, ask), by=asker, text="Here it is."))
        done = max(done, begun + timedelta(hours=ask.waits + 1))
    telling.add(done, lambda: _finish(office, ask, worker))
    if ask.score:
        telling.add(done + timedelta(hours=3), lambda: _score(office, ask))


def _offer(office: Office) -> None:
    """Dagny and Elowen own them in turn; the requests for tools ask two things more."""
    taken = actions.take_from_catalogue(office.organisation, TAKEN, by=office.manager)
    for place, service in enumerate(taken):
        owner = office.people[OWNERS[place % len(OWNERS)]]
        actions.change_service(service, by=office.manager, owner=owner, maturity=2 + place % 3)
    tools = next(each for each in taken if each.key == _IT)
    actions.add_question(
        tools, by=office.manager, text="What is it about?", kind="choice",
        choices=["An account", "A template", "Data that looks wrong", "Something else"],
    )  # fmt: skip
    actions.add_question(tools, by=office.manager, text="Needed by", kind="date")
    actions.set_rate(office.organisation, by=office.manager, per_hour=Decimal(78), since=today(office.organisation))


def _ask(office: Office, ask: Ask) -> None:
    service = Service.objects.get(organisation=office.organisation, key=ask.service)
    project = Project.objects.filter(organisation=office.organisation, code=ask.code).first() if ask.code else None
    actions.ask_for_service(service, by=office.people[ask.who], title=ask.title, project=project)


def _finish(office: Office, ask: Ask, worker: Person) -> None:
    """Half of the effort that the service usually takes, and more where it took long."""
    asked = _asked(office, ask)
    minutes = min(max(30, (asked.service.effort or 60) // 2 + ask.took), 480)
    actions.book_effort(
        office.organisation, by=worker, on=today(office.organisation), minutes=minutes, request=asked,
        note=ask.title[:60],
    )  # fmt: skip
    actions.finish(asked, by=worker, outcome=ask.outcome)


def _score(office: Office, ask: Ask) -> None:
    note = "Too late for what it was meant for." if ask.score <= 2 else ""
    actions.answer_satisfaction(_asked(office, ask), by=office.people[ask.who], score=ask.score, note=note)


def _asked(office: Office, ask: Ask) -> ServiceRequest:
    return ServiceRequest.objects.select_related("service", "organisation").get(
        organisation=office.organisation, title=ask.title
    )


def _on_a_working_day(at: datetime) -> datetime:
    """Nobody asks on a weekend; a request of Saturday or Sunday is one of the Friday before."""
    return at - timedelta(days=max(0, at.weekday() - 4))
