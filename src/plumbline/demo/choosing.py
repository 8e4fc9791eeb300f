"""What the city does next: criteria that were compared, two scenarios, and the plan of record that came of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.choosing import actions, working
from plumbline.office.choosing.models import Candidate, Scenario
from plumbline.office.intake.models import OPEN, ProjectRequest
from plumbline.office.projects.models import Project

CRITERIA = (("Shorter ways", 1.0), ("Safety", 1.0), ("Cheaper to run", 1.0))
JUDGED = {("shorter-ways", "safety"): 1 / 2, ("shorter-ways", "cheaper-to-run"): 3.0, ("safety", "cheaper-to-run"): 4.0}
LIGHT, FULL = "Next two years", "Next two years, with night trams"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Money in thousands, by half-year from its start; ``source`` is a request's title or a project's code."""

    name: str
    source: str = ""
    value: int
    cost: tuple[int, ...]
    roles: dict[str, tuple[str, ...]]
    bucket: str
    risk: int
    latest: int = 1
    loss: int = 0
    must: bool = False
    points: tuple[int, int, int]
    job: tuple[int, int, int, int]
    needs: str = ""
    excludes: str = ""


OPTIONS = (
    Option(
        name="Tunnel lights to today's rules",
        value=300,
        cost=(350, 150),
        roles={"Engineer": ("2", "1")},
        bucket="Keep running",
        risk=2,
        must=True,
        points=(1, 9, 5),
        job=(3, 13, 8, 3),
    ),
    Option(
        name="One ticket for tram and ferry",
        source="One ticket for tram and ferry",
        value=900,
        cost=(240, 180),
        roles={"Software developer": ("3", "2")},
        bucket="Change",
        risk=3,
        latest=2,
        loss=60,
        points=(8, 1, 4),
        job=(13, 8, 2, 5),
        needs="Ticket machines that speak with each other",
    ),
    Option(
        name="Ticket machines that speak with each other",
        value=150,
        cost=(220,),
        roles={"Software developer": ("2",)},
        bucket="Keep running",
        risk=2,
        points=(3, 0, 6),
        job=(3, 5, 5, 3),
    ),
    Option(
        name="Shade at the forty hottest stops",
        source="Shade at the forty hottest stops",
        value=850,
        cost=(300, 300, 300),
        roles={"Engineer": ("1", "2", "1")},
        bucket="Change",
        risk=1,
        latest=2,
        points=(2, 7, 2),
        job=(8, 5, 3, 8),
    ),
    Option(
        name="Charge buses from the tram's wires",
        source="Charge buses from the tram's wires",
        value=1500,
        cost=(400, 700, 500, 200),
        roles={"Engineer": ("2", "3", "3", "1")},
        bucket="Renew",
        risk=4,
        points=(3, 2, 9),
        job=(13, 8, 8, 13),
        excludes="Twenty more places in the depot",
    ),
    Option(
        name="Twenty more places in the depot",
        value=900,
        cost=(500, 400),
        roles={"Engineer": ("2", "2")},
        bucket="Renew",
        risk=3,
        latest=3,
        loss=40,
        points=(2, 2, 5),
        job=(8, 5, 5, 8),
    ),
    Option(
        name="Parcel lockers at the park-and-ride",
        source="Parcel lockers at the park-and-ride",
        value=160,
        cost=(110,),
        roles={"Software developer": ("1",)},
        bucket="Change",
        risk=2,
        latest=4,
        points=(4, 0, 3),
        job=(3, 1, 1, 1),
    ),
    Option(
        name="Safer crossings at ten schools",
        value=700,
        cost=(200, 200),
        roles={"Engineer": ("1", "1")},
        bucket="Change",
        risk=1,
        latest=3,
        loss=50,
        points=(4, 10, 2),
        job=(8, 8, 8, 3),
    ),
    Option(
        name="Solar roof of the second depot",
        value=380,
        cost=(260, 120),
        roles={"Engineer": ("1", "1")},
        bucket="Renew",
        risk=2,
        latest=3,
        points=(0, 1, 9),
        job=(5, 2, 2, 5),
    ),
)
NIGHT = Option(
    name="Night trams at the weekend",
    source="Night trams at the weekend",
    value=2900,
    cost=(600, 700, 700, 600),
    roles={"Engineer": ("1", "1", "1", "1")},
    bucket="Change",
    risk=5,
    points=(9, 4, 0),
    job=(13, 3, 1, 13),
)


def tell_choices(telling: Telling, office: Office, anchor: date) -> None:
    noon = datetime.combine(anchor, time(12))
    telling.add(noon - timedelta(weeks=5), lambda: _weigh(office))
    telling.add(noon - timedelta(weeks=4), lambda: _make_up(office, anchor))
    telling.add(noon - timedelta(weeks=2), lambda: _decide(office))
    telling.add(noon - timedelta(days=4), lambda: _think_again(office))


def _weigh(office: Office) -> None:
    elowen = office.people["elowen"]
    actions.set_criteria(office.organisation, by=elowen, criteria=[("", title, weight) for title, weight in CRITERIA])
    actions.compare_criteria(office.organisation, by=elowen, judgements=JUDGED)


def _make_up(office: Office, anchor: date) -> None:
    scenario = actions.add_scenario(
        office.organisation,
        by=office.people["elowen"],
        name=LIGHT,
        note="Money in thousands of euros, people in full posts, by half-year.",
        periods=[f"{anchor.year + 1 + half // 2}-H{1 + half % 2}" for half in range(4)],
        budget=["900", "900", "600", "400"],
        capacity={"Engineer": ["5", "5", "4", "4"], "Software developer": ["4", "4", "3", "3"]},
        buckets={"Keep running": ["5", "40"], "Renew": ["10", "60"], "Change": ["20", "70"]},
    )
    for each in OPTIONS:
        _add(office, scenario, each)
    for each in OPTIONS:
        _tie(office, scenario, each)
    actions.rank_candidates(scenario, by=office.people["elowen"], how="score")
    _calculate(office, scenario)


def _decide(office: Office) -> None:
    scenario = Scenario.objects.get(organisation=office.organisation, name=LIGHT)
    note = "As calculated. The crossings at the schools come next, as soon as there is money for them."
    actions.approve_scenario(scenario, by=office.people["osric"], how=actions.CALCULATED, note=note)


def _think_again(office: Office) -> None:
    before = Scenario.objects.get(organisation=office.organisation, name=LIGHT)
    scenario = actions.copy_scenario(before, by=office.people["elowen"], name=FULL)
    _add(office, scenario, NIGHT)
    actions.change_scenario(scenario, by=office.people["elowen"], budget=["1500", "1600", "1300", "1000"])
    _calculate(office, scenario)


def _calculate(office: Office, scenario: Scenario) -> None:
    working.carry_out_selection(actions.ask_for_selection(scenario, by=office.people["elowen"]).pk)


def _add(office: Office, scenario: Scenario, option: Option) -> None:
    asked = ProjectRequest.objects.filter(organisation=office.organisation, title=option.source, state__in=OPEN)
    running = Project.objects.filter(organisation=office.organisation, code=option.source)
    keys = ("shorter-ways", "safety", "cheaper-to-run")
    actions.add_candidate(
        scenario,
        by=office.people["elowen"],
        name=option.name,
        request=asked.first(),
        project=running.first(),
        value=Decimal(option.value),
        cost=[str(each) for each in option.cost],
        roles={role: list(amounts) for role, amounts in option.roles.items()},
        bucket=option.bucket,
        must=option.must,
        latest=option.latest,
        loss_per_period=Decimal(option.loss),
        risk=option.risk,
        points={key: str(given) for key, given in zip(keys, option.points, strict=True)},
        job=list(option.job),
    )


def _tie(office: Office, scenario: Scenario, option: Option) -> None:
    there = {each.name: each for each in Candidate.objects.filter(scenario=scenario)}
    ties = {kind: [there[other]] for kind, other in (("needs", option.needs), ("excludes", option.excludes)) if other}
    if ties:
        actions.change_candidate(there[option.name], by=office.people["elowen"], **ties)
