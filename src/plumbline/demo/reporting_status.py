"""What project managers of the city report each month, most of them honestly, a few as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.stories import Story
from plumbline.demo.telling import Telling
from plumbline.office.assurance.models import CurrentStatus, Standing
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.status.actions import Figures, acknowledge_report, add_line, publish_report

DIMENSIONS = ("schedule", "cost", "resources", "governance")
EVERY = 4
TOLD_WEEKS = 17
"""As far back as reports are told: five of them, the fewest in which a red cliff shows."""
FRIDAY = timedelta(days=4)
Habit = Callable[[str, bool], str]
"""The colour that somebody reports, from the evidence and whether it is the last report."""


def _honest(evidence: str, is_last: bool) -> str:
    return evidence if evidence in ("amber", "red") else "green"


def _rosy(evidence: str, is_last: bool) -> str:
    return "green"


def _gloomy(evidence: str, is_last: bool) -> str:
    return {"amber": "red", "red": "red"}.get(evidence, "amber")


def _until_it_breaks(evidence: str, is_last: bool) -> str:
    return _honest(evidence, is_last) if is_last else "green"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How one project is reported on; ``latest`` is how many weeks ago it was for the last time."""

    habit: Habit = _honest
    latest: int = 1
    read_by_sponsor: bool = True


HONEST = Way()
WAYS = {
    "DE-05": Way(habit=_rosy),
    "ST-03": Way(habit=_rosy, read_by_sponsor=False),
    "SC-04": Way(habit=_gloomy),
    "TR-04": Way(habit=_until_it_breaks),
    "TR-05": Way(latest=14),
    "TR-03": Way(latest=5),
    "SC-03": Way(latest=7),
}
"""Two watermelons, a pessimist, a red cliff, one silent for three months, one due this week, one that is late."""
LINE = ("TR-01", "Depot loop", "lior")
WHY = {
    "schedule": "The float is used up. We look with the contractor at what can be done side by side.",
    "cost": "Prices rose more than we had set aside. The sponsor knows, and a change is being written.",
    "resources": "Two crews are promised to others until summer. We ask the division to decide.",
    "governance": "The plan is being brought up to date; the baseline goes to the board with the next change.",
}
CALM = "There is no sign of trouble on site; the plan has not caught up with it yet."
SUMMARY = {
    "green": "The month went as planned. Next month goes on as the plan says.",
    "amber": "We are slower than we wanted. What we do about it stands beside each dimension.",
    "red": "We cannot keep what was promised without help. What we need stands beside each dimension.",
}


def tell_reports(telling: Telling, office: Office, stories: Iterable[Story], anchor: date) -> None:
    """Each Friday after a plan was due; the city's project without any plan has never reported."""
    for story in stories:
        way = WAYS.get(story.code, HONEST)
        weeks = [each for each in range(way.latest, story.began, EVERY) if each <= TOLD_WEEKS]
        for week in weeks if story.delivers_plans else []:
            friday = datetime.combine(anchor - timedelta(weeks=week) + FRIDAY, time(16))
            telling.add(friday, lambda s=story, w=way, last=week == way.latest: _report(office, s, w, last))  # type: ignore[misc]
        if story.code == LINE[0]:
            first = datetime.combine(anchor - timedelta(weeks=9) + FRIDAY, time(15))
            telling.add(first, lambda s=story: _begin_line(office, s))  # type: ignore[misc]
            for week in (9, 5, 1):
                telling.add(first + timedelta(weeks=9 - week), lambda s=story: _report_line(office, s))  # type: ignore[misc]


def _report(office: Office, story: Story, way: Way, is_last: bool) -> None:
    project, author = _project(office, story), office.people[story.manager]
    evidence = dict(CurrentStatus.objects.filter(project=project).values_list("dimension", "status"))
    said = {name: _said(name, evidence.get(name, "unknown"), way, is_last) for name in DIMENSIONS}
    overall = max((colour for colour, _ in said.values()), key=["green", "amber", "red"].index)
    report = publish_report(
        project,
        by=author,
        as_of=now().date(),
        overall=overall,
        dimensions=said,
        summary=SUMMARY[overall],
        **_money(project, story),
    )
    if way.read_by_sponsor:
        acknowledge_report(report, by=office.people[story.sponsor])


def _said(dimension: str, evidence: str, way: Way, is_last: bool) -> tuple[str, str]:
    colour = way.habit(evidence, is_last)
    if colour == "green":
        return colour, "" if evidence in ("green", "unknown") else CALM
    return colour, WHY[dimension]


def _money(project: Project, story: Story) -> Figures:
    """Spent evenly over a life of twice the time so far and a year more; the forecast grows as the plan's costs do."""
    if project.budget is None:
        return {}
    weeks = (now() - project.created_at).days // 7
    budget = int(project.budget)
    return {
        "budget": project.budget,
        "spent": _thousands(budget * weeks // (2 * story.began + 52)),
        "forecast_cost": _thousands(budget + int(budget * _growth(project) / 100)),
        "benefits": _thousands(budget * 13 // 10),
    }


def _thousands(amount: int) -> Decimal:
    return Decimal(amount // 1000 * 1000)


def _growth(project: Project) -> float:
    """In percent of the baseline; nothing where no plan says."""
    metrics = Standing.objects.filter(project=project).values_list("assessment__metrics", flat=True).first() or []
    return next((each["value"] or 0 for each in metrics if each["metric"] == "budget_growth_percent"), 0)


def _begin_line(office: Office, story: Story) -> None:
    _, name, reporter = LINE
    add_line(_project(office, story), by=office.people[story.manager], name=name, reporter=office.people[reporter])


def _report_line(office: Office, story: Story) -> None:
    project, author = _project(office, story), _reporter(office)
    said = dict.fromkeys(DIMENSIONS, ("green", ""))
    line = project.report_lines.get()
    publish_report(project, line=line, by=author, as_of=now().date(), overall="green", dimensions=said)


def _reporter(office: Office) -> Person:
    return office.people[LINE[2]]


def _project(office: Office, story: Story) -> Project:
    return Project.objects.select_related("organisation", "standard_version", "current_plan", "baseline").get(
        organisation=office.organisation, code=story.code
    )
