"""What four of the city's projects hand over, and whether it was agreed before work began: all, some, and nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.acceptance import actions
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.acceptance.queries import speakers, summaries_of
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

TAP_IN = """Scenario Outline: A rider taps in
  Given a card with <before> crowns on it
  When the rider taps in at Lantern Square
  Then the reader answers within 500 ms with <light>
  And the account says <after> crowns

  Examples:
    | before | light | after |
    | 10     | green | 7     |
    | 2      | red   | 2     |"""
CAPPED = """Background:
  Given a rider whose daily cap is 9 crowns

Scenario: The fourth ride of a day is free
  Given three rides of 3 crowns today
  When the rider taps in again
  Then the account is charged 0 crowns

Scenario: The cap begins anew at four in the morning
  Given three rides of 3 crowns yesterday
  When the rider taps in at 04:01
  Then the account is charged 3 crowns"""
OFFLINE = """Scenario: A reader without network
  Given a reader that has lost its network
  When {count} riders tap in
  Then all {count} taps reach the account within 10 minutes of the network coming back"""
BRAKES = """Scenario: A tram stops before the buffer
  Given a tram of 42 tonnes at 30 km/h
  When the driver brakes at the mark
  Then it stands at least 5 m before the buffer"""
KERBS = """At each of the seven junctions:
- [ ] The button can be reached from a wheelchair
- [ ] The sound tells green from red
- [ ] Green for people on foot comes within 60 seconds"""


@dataclass(frozen=True, slots=True)
class Told:
    """``agreed`` are voices; ``changed`` is the text a week later, which nobody has agreed on yet."""

    title: str
    kind: str
    text: str
    agreed: str = "business development test"
    requirement: str = ""
    measure: str = ""
    target: str = ""
    method: str = "test"
    said: tuple[tuple[str, str], ...] = ()
    changed: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """``from_plan`` where it is the name of a summary element."""

    code: str
    name: str
    criteria: tuple[Told, ...] = ()
    requirements: tuple[tuple[str, str], ...] = ()
    from_plan: bool = False


DELIVERABLES = (
    HandedOver(
        "ST-01", "Accounts of riders",
        (
            Told("Tapping in", "gherkin", TAP_IN, requirement="A rider pays by tapping", measure="answer of the reader",
                 target="500 ms", said=(("test", "What does the reader do at exactly 3 crowns?"),
                                        ("business", "Green. The last ride is theirs."))),
            Told("Nobody pays more than the daily cap", "gherkin", CAPPED, requirement="Nobody pays too much"),
            Told("Taps without network", "gherkin", OFFLINE.format(count=100), requirement="A rider pays by tapping",
                 measure="taps that are lost", target="0", changed=OFFLINE.format(count=400),
                 said=(("development", "A full tram is 400 people, not 100."),)),
        ),
        (("A rider pays by tapping", "Riders' Union"), ("Nobody pays too much", "City council")),
    ),
    HandedOver(
        "ST-01", "Desk for questions about accounts",
        (Told("A question is answered while the rider waits", "plain",
              "Nine of ten riders who ask at the desk leave it with an answer.", "business", measure="share answered",
              target="90 %", method="demonstration"),),
    ),
    HandedOver(
        "TR-01", "Trial running",
        (Told("Braking at the end of the line", "gherkin", BRAKES, measure="distance to the buffer", target="5 m"),
         Told("Drivers know the line", "plain", "Every driver has driven the whole line three times, once at night.",
              method="inspection", measure="rides of each driver", target="3")),
        from_plan=True,
    ),
    HandedOver("TR-01", "Systems", (Told("They run without the grid for an hour", "plain",
               "Signals, switches and radio work for 60 minutes from their own store.", "development test",
               measure="minutes", target="60"),), from_plan=True),
    HandedOver(
        "SC-02", "Lights that see people on foot",
        (Told("Everybody can cross", "checklist", KERBS, method="inspection"),
         Told("Bicycles get a green wave", "plain", "At 18 km/h one meets green at five junctions in a row.",
              "business", withdrawn="The wave is a project of its own now.")),
    ),
    HandedOver("SC-06", "Hub at the railway station"),
    HandedOver("SC-06", "Hub at the hospital"),
)  # fmt: skip


def tell_agreement(telling: Telling, office: Office, anchor: date) -> None:
    """All of it before the last plans are delivered, so that these are assessed with it."""

    def at(weeks: int, hour: int) -> datetime:
        return datetime.combine(anchor - timedelta(weeks=weeks), time(hour, 40))

    for place, handed_over in enumerate(DELIVERABLES):
        telling.add(at(14, 9) + timedelta(minutes=place), partial(_begin, office, handed_over))
        telling.add(at(13, 9) + timedelta(minutes=place), partial(_agree, office, handed_over))
        telling.add(at(6, 9) + timedelta(minutes=place), partial(_change, office, handed_over))


def _begin(office: Office, told: HandedOver) -> None:
    project = _project(office, told.code)
    manager = project.manager
    deliverable = _handed_over(project, told, manager)
    required = {
        text: actions.add_requirement(deliverable, by=manager, text=text, source=source)
        for text, source in told.requirements
    }
    for each in told.criteria:
        actions.add_criterion(
            deliverable,
            by=manager,
            title=each.title,
            kind=each.kind,
            text=each.text,
            requirement=required.get(each.requirement),
            measure=each.measure,
            target=each.target,
            method=each.method,
            accepted_by="sponsor",
        )


def _handed_over(project: Project, told: HandedOver, manager: Person | None) -> Deliverable:
    keys = [each.key for each in summaries_of(project) if told.from_plan and each.name == told.name]
    if keys:
        return actions.take_from_plan(project, by=manager, keys=keys[:1])[0]
    return actions.add_deliverable(project, by=manager, name=told.name, owner=manager)


def _agree(office: Office, told: HandedOver) -> None:
    for each in told.criteria:
        criterion = _criterion(office, told, each)
        for voice, words in each.said:
            actions.comment(criterion, by=_speaker(criterion, voice), words=words, voice=voice)
        for voice in each.agreed.split():
            actions.agree(criterion, by=_speaker(criterion, voice), voice=voice)


def _change(office: Office, told: HandedOver) -> None:
    for each in told.criteria:
        criterion = _criterion(office, told, each)
        if each.changed:
            actions.change_text(criterion, by=criterion.project.manager, text=each.changed)
            actions.agree(criterion, by=_speaker(criterion, "development"), voice="development")
        if each.withdrawn:
            actions.withdraw_criterion(criterion, by=criterion.project.manager, because=each.withdrawn)


def _speaker(criterion: Criterion, voice: str) -> Person:
    """The sponsor's side for business, who manages for development, and whoever looks at quality for the test."""
    who = speakers(criterion.project)
    able = who.of(next(each for each in who.asked if each.value == voice))
    project = criterion.project
    wanted = {"business": project.sponsor, "development": project.manager}.get(voice)
    if wanted in able and wanted is not None:
        return wanted
    return next((each for each in able if each not in (project.sponsor, project.manager)), able[0])


def _project(office: Office, code: str) -> Project:
    found = Project.objects.select_related("organisation", "manager", "sponsor", "current_plan")
    return found.get(organisation=office.organisation, code=code)


def _criterion(office: Office, told: HandedOver, each: Told) -> Criterion:
    found = Criterion.objects.select_related("project__organisation", "project__manager", "project__sponsor")
    return found.get(
        project__organisation=office.organisation, project__code=told.code, deliverable__name=told.name,
        title=each.title,
    )  # fmt: skip
