"""Cases of a rule as files: a small plan in YAML and what the rule should find in it.

    says: what the case shows
    plan:
      data_date: 2026-03-02 08:00
      calendars: [6x10]                    # besides 5x8, the default; see CALENDARS
      activities:
        - {id: A, kind: start milestone}
        - {id: C, manual: true, stored_float: 3}   # days, as the tool wrote them down
        - {id: B, days: 10, baseline: {start: 2026-03-02 08:00, finish: 2026-03-13 17:00, days: 10}}
      links: [A FS B, B SS C +2d, B FS D -1d]
      hours: {B: 80}                       # hours assigned
      resources: [{name: Ada, calendar: 5x8, units: 1}]
      assigned: [{to: B, resource: Ada, hours: 80, units: 0.5}]
    registers:                             # open entries; a register that is left out was never used
      risks: [{reference: R-1, reviewed_on: 2026-03-01, owner: true, response: true}]
      actions: [{reference: A-1, due_on: 2026-03-01}]
      decisions: []
    previous: {activities: []}             # the version of the plan before
    stakeholders: [{key: S-1, power: 5, now: resistant, owner: false, contact_every: 30, contacted_on: 2026-01-10}]
    communications: [{key: CP-1, due_on: 2026-03-06, tolerance_days: 5}]
    benefits: {known: [...]}               # with links and changes: see benefit_lines
    targets: [...]                         # see target_lines
    capacity: {asked: 40, people: [...]}   # hours: see capacity_lines
    deliverables: [...]                    # with criteria, ready and done: see acceptance_lines
    as_of: 2026-03-02 08:00                # the moment of the assessment
    settings: {limit: 5, parameters: {}}   # where other than the rule's own
    expect: {numerator: 0, denominator: 1, offenders: {B: no successor}}

``keeps*.yaml`` must pass, ``breaks*.yaml`` must fail, ``unknown*.yaml`` must be not assessable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from engine.acceptance_lines import acceptance_of
from engine.benefit_lines import benefits_of
from engine.capacity_lines import capacity_of
from engine.target_lines import targets_of
from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.facts import PlanFacts, ProjectFacts, PromiseFact, RegisterFacts, RiskFact
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Baseline,
    Constraint,
    ConstraintKind,
    Dialect,
    Link,
    LinkKind,
    Resource,
    Schedule,
    StoredDates,
)
from plumbline.engine.stakeholders import CommunicationFacts, Engagement, StakeFacts, StakeholderFacts

OUTCOMES = {"keeps": Outcome.PASS, "breaks": Outcome.FAIL, "unknown": Outcome.NOT_ASSESSABLE}

_EIGHT_HOURS = ((480, 720), (780, 1020))
_TEN_HOURS = ((420, 720), (780, 1080))
CALENDARS = {
    "5x8": WorkCalendar(uid="5x8", name="5x8", week=(_EIGHT_HOURS,) * 5 + ((), ())),
    "6x10": WorkCalendar(uid="6x10", name="6x10", week=(_TEN_HOURS,) * 6 + ((),), minutes_per_day=600),
    "7x24": WorkCalendar(uid="7x24", name="7x24", week=(((0, 1440),),) * 7, minutes_per_day=1440),
}


@dataclass(frozen=True)
class Case:
    """One case file, with the rule that it is about."""

    path: Path
    rule: CataloguedRule

    def __str__(self) -> str:
        return f"{self.rule.family}/{self.rule.name}/{self.path.stem}"

    @property
    def outcome(self) -> Outcome:
        return next(outcome for word, outcome in OUTCOMES.items() if self.path.stem.startswith(word))

    def prove(self) -> None:
        content = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        settings = self.rule.rule.settings(**content.get("settings", {}))
        facts = facts_of(content.get("plan"), content.get("previous"), content.get("as_of"), content.get("registers"))
        facts = replace(facts, stakeholders=_stakeholders(content), acceptance=acceptance_of(content))
        facts = replace(
            facts,
            benefits=benefits_of(content),
            targets=targets_of(content),
            capacity=capacity_of(content),
        )
        result = self.rule.judge(facts, settings)
        assert result.outcome is self.outcome, result.sentence
        assert _found(result) == {**_found(result), **content["expect"]}, content["says"]


def cases_of(rules: Iterable[CataloguedRule], folder: Path) -> Iterator[Case]:
    """Every case of the rules, from ``folder/<family>/<defect>/``."""
    for rule in rules:
        for path in sorted((folder / rule.family / rule.name).glob("*.yaml")):
            yield Case(path, rule)


def missing_cases(rules: Iterable[CataloguedRule], folder: Path) -> list[str]:
    """The files that are not there: each rule has a case that keeps it and one that breaks it."""
    wanted = [f"{each.family}/{each.name}/{word}" for each in rules for word in ("keeps", "breaks")]
    return [f"{each}*.yaml" for each in wanted if not list(folder.glob(f"{each}*.yaml"))]


def stray_cases(rules: Iterable[CataloguedRule], folder: Path) -> list[str]:
    """Files that no rule would ever read."""
    read = {each.path for each in cases_of(rules, folder) if each.path.stem.startswith(tuple(OUTCOMES))}
    return [str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file() and each not in read]


def facts_of(
    plan: dict[str, Any] | None,
    previous: dict[str, Any] | None = None,
    as_of: str | None = None,
    registers: dict[str, Any] | None = None,
) -> ProjectFacts:
    return ProjectFacts(
        as_of=_instant(as_of) or datetime(2026, 3, 2, 8),
        plan=None if plan is None else PlanFacts(schedule_of(plan)),
        previous_plan=None if previous is None else PlanFacts(schedule_of(previous)),
        registers=None if registers is None else _registers(registers),
    )


def _registers(told: dict[str, Any]) -> RegisterFacts:
    def each_of(register: str, make: Callable[[dict[str, Any]], Any]) -> tuple[Any, ...] | None:
        return tuple(make(each) for each in told[register]) if register in told else None

    return RegisterFacts(
        risks=each_of("risks", _risk),
        actions=each_of("actions", _promise),
        decisions=each_of("decisions", _promise),
    )


def _risk(line: dict[str, Any]) -> RiskFact:
    return RiskFact(
        key=line["reference"],
        reference=line["reference"],
        title=line.get("title", "A risk"),
        reviewed_on=line.get("reviewed_on", date(2026, 3, 1)),
        has_owner=line.get("owner", True),
        has_response=line.get("response", True),
    )


def _promise(line: dict[str, Any]) -> PromiseFact:
    reference = line["reference"]
    return PromiseFact(key=reference, reference=reference, title=line.get("title", ""), due_on=line.get("due_on"))


def schedule_of(plan: dict[str, Any]) -> Schedule:
    names = ("5x8", *plan.get("calendars", ()))
    return Schedule(
        name="A case",
        dialect=Dialect(plan.get("dialect", "p6")),
        start=_instant(plan.get("start", "2026-03-02 08:00")) or datetime.max,
        data_date=_instant(plan.get("data_date")),
        must_finish_by=_instant(plan.get("must_finish_by")),
        calendars=tuple(CALENDARS[each] for each in names),
        default_calendar="5x8",
        activities=tuple(_activity(each) for each in plan["activities"]),
        links=tuple(_link(each) for each in plan.get("links", ())),
        resources=tuple(_resource(each) for each in plan.get("resources", ())),
        assignments=(
            *(Assignment(uid, work=hours * 60) for uid, hours in plan.get("hours", {}).items()),
            *(_assignment(each) for each in plan.get("assigned", ())),
        ),
    )


def _resource(line: dict[str, Any]) -> Resource:
    return Resource(line["name"], line["name"], line.get("kind", "work"), line.get("calendar"), line.get("units"))


def _assignment(line: dict[str, Any]) -> Assignment:
    return Assignment(
        line["to"], line["resource"], int(line.get("hours", 0) * 60), line.get("cost", 0.0), line.get("units")
    )


def _activity(line: dict[str, Any]) -> Activity:
    kind = ActivityKind(line.get("kind", "task"))
    finished = _instant(line.get("finished"))
    per_day = CALENDARS[line.get("calendar", "5x8")].minutes_per_day
    days = line.get("days", 5 if kind is ActivityKind.TASK else 0)
    return Activity(
        uid=line.get("uid", line["id"]),
        id=line["id"],
        name=line.get("name", f"Activity {line['id']}"),
        kind=kind,
        parent=line.get("parent"),
        calendar=line.get("calendar"),
        duration=int(days * per_day),
        remaining=0 if finished else int(line.get("remaining", days) * per_day),
        actual_start=_instant(line.get("started")),
        actual_finish=finished,
        planned_start=_instant(line.get("planned_start")),
        planned_finish=_instant(line.get("planned_finish")),
        deadline=_instant(line.get("deadline")),
        constraints=tuple(_constraint(kind, date) for kind, date in line.get("constraints", {}).items()),
        baseline=_baseline(line["baseline"], per_day) if "baseline" in line else None,
        stored=StoredDates(total_float=int(line["stored_float"] * per_day)) if "stored_float" in line else None,
        percent_complete=line.get("percent", 100.0 if finished else 0.0),
        suspended=_instant(line.get("suspended")),
        responsible=line.get("responsible", ""),
        active=line.get("active", True),
        manual=line.get("manual", False),
        external=line.get("external", False),
    )


def _stakeholders(content: dict[str, Any]) -> StakeholderFacts | None:
    stakes = tuple(_stake(each) for each in content.get("stakeholders", ()))
    planned = tuple(CommunicationFacts(**({"tolerance_days": 0} | each)) for each in content.get("communications", ()))
    return StakeholderFacts(stakes, planned) if stakes or planned else None


def _stake(line: dict[str, Any]) -> StakeFacts:
    now = Engagement(line.get("now", "supportive"))
    return StakeFacts(
        key=line["key"],
        power=line.get("power", 3),
        interest=line.get("interest", 3),
        legitimate=line.get("legitimate", False),
        urgent=line.get("urgent", False),
        now=now,
        desired=Engagement(line.get("desired", now)),
        has_owner=line.get("owner", True),
        contact_every=line.get("contact_every"),
        contacted_on=line.get("contacted_on", date(2026, 3, 1)),
        judged_on=line.get("judged_on", date(2026, 3, 1)),
    )


def _constraint(kind: str, date: str | None) -> Constraint:
    return Constraint(ConstraintKind(kind), _instant(date))


def _baseline(line: dict[str, Any], per_day: int) -> Baseline:
    days = line.get("days")
    return Baseline(_instant(line.get("start")), _instant(line.get("finish")), days and int(days * per_day))


def _link(text: str) -> Link:
    predecessor, kind, successor, *lag = text.split()
    days = float(lag[0].removesuffix("d")) if lag else 0
    return Link(predecessor, successor, LinkKind(kind), int(days * 480))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _found(result: RuleResult) -> dict[str, Any]:
    return {
        "numerator": result.numerator,
        "denominator": result.denominator,
        "value": result.value,
        "offenders": {each.id: each.detail for each in result.offenders},
        "sentence": result.sentence,
    }
