"""What the city's office is for, as approved twice."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.mandate import actions, catalogue_of
from plumbline.office.mandate.models import Challenge, Post, RoadmapItem
from plumbline.office.people.models import Unit
from plumbline.office.services.actions import take_from_catalogue
from plumbline.office.services.models import Service

FIRST, SECOND = timedelta(weeks=10), timedelta(weeks=3)
TARGETS = {"late_reports": 95, "papers_outdated": 90, "papers_missing": 80, "every_project_its_own_way": 98}
LATER = {"lessons_lost": 60}
STEPS: tuple[tuple[str, int | None, int, bool, str], ...] = (
    ("Status reports from all projects", -10, -6, True, "dagny"),
    ("First round of audits", -8, -2, True, "elowen"),
    ("A coach is found", -9, -1, False, "dagny"),
    ("Lessons learned at every gate", -2, 8, False, "elowen"),
    ("The board decides by evidence alone", None, 14, False, "dagny"),
)
"""What, its weeks from the anchor (a milestone begins never), whether it was done, and by whom."""


def tell_charter(telling: Telling, office: Office, anchor: date) -> None:
    """Founded ten weeks ago, and a second version since; the day's measuring comes first."""
    telling.add(_at(anchor - FIRST), lambda: _first(office, anchor))
    for title, _, ends, done, _ in STEPS:
        if done:
            telling.add(_at(anchor + timedelta(weeks=ends, days=2)), lambda title=title: _finish(office, title))  # type: ignore[misc]
    telling.add(_at(anchor - SECOND), lambda: _second(office))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10))


def _first(office: Office, anchor: date) -> None:
    organisation, dagny, people = office.organisation, office.manager, office.people
    for key, target in TARGETS.items():
        _challenge(office, key, target)
    head = _posts(office)
    for each in catalogue_of.authorities():
        if "controlling" in each.control:
            actions.add_authority(organisation, by=dagny, kind=each.kind, what=each.what, post=head)
    for area in catalogue_of.responsibilities():
        actions.add_responsibility(organisation, by=dagny, title=area.title, detail=area.detail)
    measured = {"metric": "service_satisfaction", "baseline": Decimal("3.2"), "target": Decimal("4.2")}
    actions.add_measure(organisation, by=dagny, title="Those we serve are content", **measured)
    _roadmap(office, anchor)
    actions.change_mandate(
        organisation,
        by=dagny,
        office_name="Project Management Office",
        purpose="The Authority knows where its projects stand while there is still something to be done about it, and "
        "whoever leads one of them is not alone.",
        mandate="The executive board has charged the office with standards, a true picture of all projects, and the "
        "people who lead them.",
        control="controlling",
        reach="enterprise",
        covers="All projects of more than 50,000 euros or three months.",
        sponsor=people["osric"],
        reports_to="Managing director",
        unit=Unit.objects.get(organisation=organisation, name="Project management office"),
        funding="Paid from the overhead of all departments by their share of the portfolio.",
        budget=Decimal(420_000),
        review_on=anchor + timedelta(weeks=3),
        sunset="If two reviews in a row find no challenge nearer to its target, the board decides whether it ends.",
    )
    proposal = actions.ask_for_approval(organisation, by=dagny)
    actions.approve_charter(proposal, by=people["osric"], note="Let us see it after a quarter.")


def _posts(office: Office) -> Post:
    """The head's is returned."""
    organisation, dagny, people = office.organisation, office.manager, office.people
    head = actions.add_post(
        organisation, by=dagny, title="Head of the office", does="Speaks for it, and answers for what it does.",
        competencies={"Leadership": 4, "Portfolio management": 4, "Stakeholder engagement": 4},
    )  # fmt: skip
    method = actions.add_post(
        organisation, by=dagny, title="Method and quality lead", above=head,
        competencies={"Methods and standards": 4, "Quality and audit": 4},
    )  # fmt: skip
    actions.add_post(organisation, by=dagny, title="Project management coach", above=head, competencies={"Coaching": 4})
    levels = {"Leadership": 4, "Portfolio management": 3, "Stakeholder engagement": 5}
    actions.hold_post(head, dagny, by=dagny, levels=levels)
    levels = {"Methods and standards": 5, "Quality and audit": 3}
    actions.hold_post(method, people["elowen"], by=dagny, share=80, levels=levels)
    return head


def _second(office: Office) -> None:
    for key, target in LATER.items():
        _challenge(office, key, target)
    proposal = actions.ask_for_approval(office.organisation, by=office.manager)
    actions.approve_charter(proposal, by=office.people["vesna"], note="Lessons were missing.")


def _challenge(office: Office, key: str, target: int) -> Challenge:
    """Answered by the first two services that usually do."""
    organisation, dagny = office.organisation, office.manager
    found = actions.add_challenge(organisation, by=dagny, key=key, target=Decimal(target))
    for wanted in catalogue_of.challenges()[key].services[:2]:
        service = Service.objects.filter(organisation=organisation, key=wanted).first()
        if service is None:
            (service,) = take_from_catalogue(organisation, [wanted], by=dagny)
        actions.answer_challenge(found, service, by=dagny)
    return found


def _roadmap(office: Office, anchor: date) -> None:
    for title, begins, ends, _, owner in STEPS:
        actions.add_roadmap_item(
            office.organisation,
            by=office.manager,
            title=title,
            owner=office.people[owner],
            starts_on=None if begins is None else anchor + timedelta(weeks=begins),
            due_on=anchor + timedelta(weeks=ends),
            is_milestone=begins is None,
        )


def _finish(office: Office, title: str) -> None:
    item = RoadmapItem.objects.get(organisation=office.organisation, title=title)
    actions.finish_roadmap_item(item, by=office.manager)
