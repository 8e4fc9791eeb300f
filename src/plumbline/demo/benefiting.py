"""What four of the city's projects are for: one as planned, one behind, one at risk, and one closed long ago.

The bus lanes were closed a year ago. Lior, who runs the line, is reminded to count; a review was held, with its lesson.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.benefits import actions
from plumbline.office.benefits.models import Benefit, BenefitsReview, Means
from plumbline.office.projects.actions import archive, create_project
from plumbline.office.projects.models import Programme, Project
from plumbline.office.strategy.models import Objective

CLOSED = "SC-00"
BEGUN = 30
"""Weeks before the anchor on which benefits were entered; those of the closed project twice as long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hope:
    """A benefit; ``measured`` are weeks before the anchor and level, other days weeks from the anchor."""

    title: str
    owner: str
    measure: str
    unit: str
    baseline: str
    target: str
    due: int
    serves: str
    successor: str = ""
    kind: str = "non-financial"
    worse: bool = False
    every: int = 91
    points: tuple[tuple[int, str], ...] = ()
    measured: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """An enabler or a business change with its due day in weeks, and which letters and numbers it leads to."""

    kind: Means.Kind
    title: str
    owner: str
    due: int
    leads_to: tuple[str, ...]
    done: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    code: str
    began: int
    hopes: tuple[Hope, ...]
    needs: tuple[Need, ...]


E, C = Means.Kind.ENABLER, Means.Kind.CHANGE
CASES = (
    Case(
        CLOSED,
        80,
        (
            Hope(
                title="Buses that keep their time", owner="lior", successor="sunniva",
                measure="Buses in time on the ring", unit="%", baseline="71", target="90", due=20,
                serves="A city that is crossed without a car",
                measured=((60, "74"), (45, "79"), (32, "83"), (15, "84")),
            ),
            Hope(
                title="Buses saved by shorter rounds", owner="vesna", kind="cashable", measure="Saved each year",
                unit="EUR", baseline="0", target="420000", due=0, serves="Clean, quiet and paid for",
                measured=((52, "90000"), (26, "260000"), (4, "405000")),
            ),
            Hope(
                title="Detours for those who drive", owner="lior", measure="Mean detour", unit="min", baseline="0",
                target="2", due=-20, serves="A city that is crossed without a car", worse=True,
                measured=((40, "1.5"), (8, "1.8")),
            ),
        ),
        (
            Need(E, "Lanes marked and lights set", "maren", -60, ("C-1", "C-2"), -61),
            Need(C, "Drivers leave by the clock, not by the queue", "lior", -55, ("B-1", "B-3"), -54),
            Need(C, "One bus less on the ring at noon", "vesna", -50, ("B-2",), -47),
        ),
    ),
    Case(
        "TR-01",
        BEGUN,
        (
            Hope(
                title="Shorter waits on the new line", owner="lior", measure="Mean time between trams at noon",
                unit="min", baseline="9.5", target="5", due=60, serves="Trams that one need not wait for",
                points=((10, "8"),),
                measured=((26, "9.3"), (12, "8.6")),
            ),
            Hope(
                title="Parents who leave the car at home", owner="sunniva", measure="Trips to school by car",
                unit="trips", baseline="3100", target="2200", due=70, serves="A city that is crossed without a car",
                measured=((20, "3090"), (6, "3040")),
            ),
        ),
        (
            Need(E, "The line is in service", "ilka", 40, ("C-1", "C-2")),
            Need(C, "Control room holds every second tram at the depot", "lior", 44, ("B-1",)),
            Need(C, "Schools begin ten minutes later", "sunniva", 30, ("B-2",)),
        ),
    ),
    Case(
        "DE-01",
        BEGUN,
        (
            Hope(
                title="Power that is not bought", owner="vesna", kind="cashable", measure="Saved each year", unit="EUR",
                baseline="0", target="180000", due=50, serves="Depots that run on the sun at noon",
                measured=((20, "20000"), (5, "51000")),
            ),
        ),
        (
            Need(E, "Roof of the largest depot gives power", "petra", -6, ("C-1",), -7),
            Need(C, "Trams are charged at noon", "lior", 12, ("B-1",)),
        ),
    ),
    Case(
        "ST-03",
        BEGUN,
        (
            Hope(
                title="Hours that counter staff have for people", owner="sunniva", kind="time released",
                measure="Hours a month not spent on telling times", unit="h", baseline="0", target="900", due=45,
                serves="A city that is crossed without a car", measured=((10, "40"),),
            ),
        ),
        (
            Need(E, "Displays say when the next one leaves", "noor", -8, ("C-1",), -5),
            Need(C, "Counters close at noon, staff go on the platforms", "sunniva", -3, ("B-1",)),
        ),
    ),
)  # fmt: skip


def tell_benefits(telling: Telling, office: Office, anchor: date) -> None:
    """The reminder of the closed project comes last, when its next measurement is due."""

    def tell(weeks: int, hour: int, event: Callable[[], object]) -> None:
        telling.add(datetime.combine(anchor - timedelta(weeks=weeks), time(hour)), event)

    tell(81, 8, lambda: _begin_bus_lanes(office))
    for case in CASES:
        tell(case.began, 9, lambda case=case: _promise(office, case, anchor))  # type: ignore[misc]
        for number, hope in enumerate(case.hopes, start=1):
            for weeks, level in hope.measured:
                tell(weeks, 11, lambda c=case, n=number, v=level: _measure(office, c.code, n, v))  # type: ignore[misc]
        for need in case.needs:
            if need.done is not None:
                tell(-need.done, 17, lambda c=case, n=need: _do(office, c.code, n, anchor))  # type: ignore[misc]
    tell(46, 9, lambda: _close(office, anchor))
    tell(26, 14, lambda: _review(office))
    tell(0, 7, actions.remind)


def _begin_bus_lanes(office: Office) -> None:
    programme = Programme.objects.get(organisation=office.organisation, name="Streets and cycling")
    create_project(
        office.organisation, by=office.manager, code=CLOSED, name="Bus lanes on the ring",
        portfolio=programme.portfolio, programme=programme, manager=office.people["maren"],
        sponsor=office.people["osric"],
    )  # fmt: skip


def _promise(office: Office, case: Case, anchor: date) -> None:
    project = _project(office, case.code)
    begun = anchor - timedelta(weeks=case.began)
    made: dict[str, Benefit | Means] = {}
    for hope in case.hopes:
        benefit = actions.add_benefit(
            project, by=project.manager, title=hope.title, owner=office.people[hope.owner], kind=hope.kind,
            successor=office.people.get(hope.successor), measure=hope.measure, unit=hope.unit, is_disbenefit=hope.worse,
            rung="financial" if hope.kind == "cashable" else "quantifiable", baseline=Decimal(hope.baseline),
            baseline_on=begun, target=Decimal(hope.target), realised_on=anchor + timedelta(weeks=hope.due),
            points=[(anchor + timedelta(weeks=weeks), Decimal(level)) for weeks, level in hope.points],
            measure_every=hope.every, status="agreed",
        )  # fmt: skip
        made[benefit.reference] = benefit
        serves = Objective.objects.get(organisation=office.organisation, name=hope.serves)
        actions.link(benefit, serves, by=project.manager)
    for need in case.needs:
        means = actions.add_means(
            project, need.kind, by=project.manager, title=need.title, owner=office.people[need.owner],
            due_on=anchor + timedelta(weeks=need.due),
        )  # fmt: skip
        made[means.reference] = means
    _bring_about(office, case, made)


def _bring_about(office: Office, case: Case, made: dict[str, Benefit | Means]) -> None:
    numbers = {E: 0, C: 0}
    for need in case.needs:
        numbers[need.kind] += 1
        source = made[f"{'E' if need.kind == E else 'C'}-{numbers[need.kind]}"]
        for target in need.leads_to:
            actions.link(source, made[target], by=_project(office, case.code).manager)


def _measure(office: Office, code: str, number: int, level: str) -> None:
    benefit = Benefit.objects.select_related("profile__owner", "organisation").get(
        project=_project(office, code), number=number
    )
    assert benefit.profile is not None
    actions.measure_benefit(benefit, by=benefit.profile.owner, value=Decimal(level))


def _do(office: Office, code: str, need: Need, anchor: date) -> None:
    means = Means.objects.get(project=_project(office, code), title=need.title)
    done = anchor + timedelta(weeks=need.done or 0)
    actions.change_means(means, by=office.people[need.owner], done_on=done)


def _close(office: Office, anchor: date) -> None:
    closed = _project(office, CLOSED)
    reviewers = [office.people["vesna"], office.people["elowen"]]
    actions.plan_review(closed, by=office.manager, planned_on=anchor - timedelta(weeks=26), reviewers=reviewers)
    archive(closed, by=office.manager)


def _review(office: Office) -> None:
    review = BenefitsReview.objects.get(project=_project(office, CLOSED))
    actions.hold_review(
        review, by=office.people["vesna"], decision="continue",
        findings="Buses are nearly in time, and the money comes. Those who drive lose less than was feared.",
        lesson="Count before the lanes are marked",
        happened="There was no count of detours from before, so we had to take the figure of another city.",
    )  # fmt: skip


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("organisation", "manager").get(organisation=office.organisation, code=code)
