"""What became of a project since its last report: laid beside each dimension while the next one is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.urls import NoReverseMatch, reverse

from plumbline.office.assurance.queries import standing_of
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.evidence import evidence_of
from plumbline.office.status.frozen import Frozen, FrozenRegister
from plumbline.office.status.models import StatusReport

MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence, and where its evidence is; ``worse`` is none where it is neither better nor worse."""

    words: str
    path: str = ""
    worse: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """``other`` is what belongs to no dimension that the standard has."""

    now: Frozen
    by_dimension: dict[str, list[Fact]]
    other: list[Fact]


def facts_since(project: Project, last: StatusReport | None, dimensions: list[str]) -> Facts:
    """A handful of queries, however much has changed."""
    now = evidence_of(project, standing_of(project), last.published_at if last else None)
    before = Frozen.of(last.frozen) if last else Frozen()
    found: dict[str, list[Fact]] = {each: [] for each in dimensions}
    other: list[Fact] = []
    for dimension, fact in _all(project, before, now, last):
        found.get(dimension, other).append(fact)
    return Facts(now, found, other)


def _all(project: Project, before: Frozen, now: Frozen, last: StatusReport | None) -> Iterator[tuple[str, Fact]]:
    for fact in _dates(project, before, now):
        yield "schedule", fact
    for fact in _scope(project, before, now):
        yield "scope", fact
    for dimension, fact in _findings(project, before, now):
        yield dimension, fact
    for name, register in (("risk", now.risks), ("issue", now.issues)):
        for fact in _register(project, name, register, is_first=last is None):
            yield "risk", fact
    for dimension, fact in _money(project, before, now, last.published_at if last else None):
        yield dimension, fact


def _dates(project: Project, before: Frozen, now: Frozen) -> Iterator[Fact]:
    compared = _comparison(project, before, now)
    for what, was, is_now in (
        ("Forecast finish", before.forecast_finish, now.forecast_finish),
        ("Baseline finish", before.baseline_finish, now.baseline_finish),
    ):
        if was and is_now and was != is_now:
            yield Fact(f"{what} moved from {_day(was)} to {_day(is_now)}.", compared, is_now > was)
    if before.assessment is None and now.forecast_finish:
        yield Fact(f"The plan forecasts the finish for {_day(now.forecast_finish)}.", _plan(project, now))
    if now.next_milestone and now.next_milestone_on:
        yield Fact(f"Next milestone: {now.next_milestone}, {_day(now.next_milestone_on)}.", _plan(project, now))


def _scope(project: Project, before: Frozen, now: Frozen) -> Iterator[Fact]:
    if before.plan_version and now.plan_version and before.plan_version != now.plan_version:
        words = f"Plan version {now.plan_version} followed version {before.plan_version}"
        if before.activities and now.activities and (more := now.activities - before.activities):
            words += (
                f", with {abs(more)} {'more' if more > 0 else 'fewer'} {'activity' if abs(more) == 1 else 'activities'}"
            )
        yield Fact(f"{words}.", _comparison(project, before, now))
    if before.plan_version and before.plan_version == now.plan_version:
        yield Fact("No plan has arrived since.", _plan(project, now))


def _findings(project: Project, before: Frozen, now: Frozen) -> Iterator[tuple[str, Fact]]:
    if not before.dimensions:
        return
    old, new = before.by_dimension, now.by_dimension
    for name in [*new, *(each for each in old if each not in new)]:
        was = {each.rule: each for each in old[name].findings} if name in old else {}
        is_now = {each.rule: each for each in new[name].findings} if name in new else {}
        for rule, each in is_now.items():
            if rule not in was:
                yield name, Fact(f"New finding: {each.title} ({each.count}).", _rule(project, now, rule), True)
        for rule, each in was.items():
            if rule not in is_now:
                yield name, Fact(f"No longer found: {each.title}.", _rule(project, now, rule), False)


def _register(project: Project, name: str, register: FrozenRegister, *, is_first: bool) -> Iterator[Fact]:
    there = _in_project(project, "registers:list", kind=name)
    if is_first:
        if register.open:
            yield Fact(f"{register.open} open {_plural(name, register.open)}.", there)
        return
    for how, number, worse in (("new", register.new, True), ("closed", register.closed, False)):
        if number:
            named = [each.reference for each in register.entries if each.how == how][:MOST_NAMED]
            more = ", …" if number > len(named) else ""
            yield Fact(f"{number} {how} {_plural(name, number)}: {', '.join(named)}{more}.", there, worse)


def _money(project: Project, before: Frozen, now: Frozen, since: datetime | None) -> Iterator[tuple[str, Fact]]:
    money = project.organisation.currency
    if since and before.budget != now.budget:
        words = f"The project's budget changed from {_amount(money, before.budget)} to {_amount(money, now.budget)}."
        yield "cost", Fact(words, _in_project(project, "portfolio:project"))
    changes = (
        Entry.objects.filter(project=project, kind=Kind.CHANGE, closed_at__gt=since) if since else Entry.objects.none()
    )
    for each in changes[:MOST_NAMED]:
        cost = f", {_amount(money, str(each.amount))}" if each.amount is not None else ""
        there = _in_project(project, "registers:entry", entry_id=each.pk)
        yield (
            "cost" if cost else "scope",
            Fact(f"{each.reference} {each.get_state_display().lower()}: {each.title}{cost}.", there),
        )


def _comparison(project: Project, before: Frozen, now: Frozen) -> str:
    if not before.plan_version or not now.plan_version or before.plan_version == now.plan_version:
        return _plan(project, now)
    return f"{_in_project(project, 'projects:compare')}?before={before.plan_version}&after={now.plan_version}"


def _plan(project: Project, now: Frozen) -> str:
    return f"{_in_project(project, 'projects:plan')}?version={now.plan_version}" if now.plan_version else ""


def _rule(project: Project, now: Frozen, rule: str) -> str:
    return (
        f"{_in_project(project, 'assurance:assessment', assessment_id=now.assessment)}#{rule}" if now.assessment else ""
    )


def _in_project(project: Project, route: str, **kwargs: object) -> str:
    """Empty where no page answers there."""
    try:
        return reverse(route, kwargs={"organisation": project.organisation.slug, "project_id": project.pk, **kwargs})
    except NoReverseMatch:
        return ""


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _amount(currency: str, amount: str) -> str:
    return f"{currency} {Decimal(amount):,.0f}" if amount else "none"


def _plural(name: str, number: int) -> str:
    return name if number == 1 else f"{name}s"
