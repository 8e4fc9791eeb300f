"""What was promised of four projects, how likely it is, and what became of works that the city built before.

TR-01 has time in hand and is compared with earlier works; TR-02 promised a day that its own plan passed, and moved it;
ST-01 promises a milestone that nobody has simulated yet; DE-01 has a risk that moves its end.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.forecasts import actions
from plumbline.office.forecasts.actions.estimating import open_activities
from plumbline.office.forecasts.models import ReferenceClass
from plumbline.office.forecasts.queries.target_page import milestones_of
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind

CLASS = "Works of the city in its streets"
EARLIER_WORKS = (
    ("Bellhouse roundabout", 140, 152), ("Linden Steps lift", 95, 99), ("Tram shelters, line 2", 60, 61),
    ("Eel Market paving", 110, 171), ("Weir Street sewer", 180, 201), ("Custom House bridge deck", 240, 246),
    ("Candle Works crossing", 75, 92), ("Reed Meadow cycle path", 120, 118), ("Hop Exchange stop", 130, 166),
    ("Tide Mill footbridge", 210, 259), ("Signal Hill points", 90, 90), ("North Quay lighting", 70, 83),
)  # fmt: skip
"""Name, days that were estimated, days that it took."""
RULES = (
    {"words": "approval", "low": 80, "high": 220},
    {"words": "", "at_least": 20, "low": 90, "high": 140},
    {"words": "", "low": 85, "high": 125},
)
ITERATIONS = 2_000
PROMISED_WEEKS_AGO = 40
SIMULATED = {"TR-01": 11, "TR-02": 12, "DE-01": 13}
"""The seed of each."""


def tell_forecasts(telling: Telling, office: Office, anchor: date) -> None:
    noon = datetime.combine(anchor, time(12))
    telling.add(noon - timedelta(weeks=PROMISED_WEEKS_AGO), partial(_promise, office))
    telling.add(noon - timedelta(weeks=20), partial(_fill_class, office))
    telling.add(noon - timedelta(weeks=4), partial(_move_a_promise, office))
    telling.add(noon - timedelta(weeks=2), partial(_say_what_is_uncertain, office))
    telling.add(noon + timedelta(minutes=30), partial(_simulate, office))


def _project(office: Office, code: str) -> Project:
    beside = ("organisation", "current_plan", "baseline", "manager", "sponsor")
    return Project.objects.select_related(*beside).get(organisation=office.organisation, code=code)


def _promise(office: Office) -> None:
    for code, weeks in (("TR-01", 10), ("TR-02", 1), ("DE-01", 2)):
        project = _project(office, code)
        if project.current_plan is None or project.current_plan.finish is None:
            continue
        told = _told(project)
        actions.promise(project, kind="finish", day=project.current_plan.finish + timedelta(weeks=weeks), **told)
        if project.budget:
            actions.promise(project, kind="budget", amount=project.budget, **told)


def _move_a_promise(office: Office) -> None:
    """The new plan of TR-02 passed the promised day; another was agreed with a few days in hand."""
    project = _project(office, "TR-02")
    if project.current_plan is not None and project.current_plan.finish is not None:
        day = project.current_plan.finish + timedelta(days=12)
        note = "The council was told in March. The old day stands in the history."
        actions.promise(project, kind="finish", number=1, day=day, note=note, **_told(project))
    team = _project(office, "ST-01")
    for uid, _ in milestones_of(team)[-1:]:
        assert team.current_plan is not None
        assert team.current_plan.finish is not None
        day = team.current_plan.finish + timedelta(weeks=4)
        actions.promise(team, kind="milestone", uid=uid, day=day, **_told(team))


def _told(project: Project) -> dict[str, Any]:
    day = today(project.organisation)
    return {
        "by": project.manager, "promised_by": project.sponsor, "promised_to": "The city council", "promised_on": day,
    }  # fmt: skip


def _fill_class(office: Office) -> None:
    staff = office.manager
    found = actions.make_class(
        office.organisation, by=staff, name=CLASS, subject="duration",
        about="Everything that opens a street or a track. Not depots, and not software.",
    )  # fmt: skip
    rows = [
        {"name": name, "estimate": Decimal(estimate), "actual": Decimal(actual), "note": "From the city's archive."}
        for name, estimate, actual in EARLIER_WORKS
    ]
    actions.put_cases(found, by=staff, rows=rows)


def _say_what_is_uncertain(office: Office) -> None:
    works = ReferenceClass.objects.get(organisation=office.organisation, name=CLASS)
    for code in SIMULATED:
        project = _project(office, code)
        actions.put_rules(project, by=project.manager, rules=RULES, from_history=False)
    tram = _project(office, "TR-01")
    because = "It opens as many streets as all of them together."
    actions.compare(tram, by=tram.manager, subject="duration", reference_class=works, because=because)
    because = "Track, stops and streets, estimated before the decision to build."
    actions.compare(tram, by=tram.manager, subject="cost", published="cost_uplifts/rail/cost", because=because)


def _simulate(office: Office) -> None:
    for code, seed in SIMULATED.items():
        project = _project(office, code)
        _give_the_first_risk_an_effect(project)
        actions.begin_simulation(project, by=project.manager or office.manager, iterations=ITERATIONS, seed=seed)
        assess_while_due(project.pk)


def _give_the_first_risk_an_effect(project: Project) -> None:
    risk = Entry.objects.filter(project=project, kind=Kind.RISK, closed_at=None).order_by("number").first()
    uids = list(open_activities(project))[-3:]
    if risk is not None and uids:
        told = {"days_least": 5, "days_likely": 10, "days_most": 25, "left_probability": 10, "left_share": 50}
        actions.put_effect(risk, by=project.manager, uids=uids, **told)
