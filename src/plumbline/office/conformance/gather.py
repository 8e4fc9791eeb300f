"""From rows to the facts that the engine counts practice by."""

from __future__ import annotations

from datetime import date
from typing import Any

from plumbline.engine.practice.facts import (
    ArtefactFact,
    ConditionFact,
    ForecastFact,
    GateFact,
    ProjectPractice,
    RuleFact,
    WaiverFact,
)
from plumbline.engine.rules.rule import Outcome, Severity
from plumbline.engine.standard import Standard
from plumbline.office.artefacts.models import ArtefactVersion
from plumbline.office.artefacts.queries import artefact_standings
from plumbline.office.assurance.models import Finding, Standing
from plumbline.office.earned_value.queries import forecast_facts
from plumbline.office.foundation.models import AuditLine
from plumbline.office.gates.models import Condition, ConditionStep
from plumbline.office.gates.position import GateState, Position
from plumbline.office.gates.queries import decisions_of, position_of
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.projects.models import Project

BUSINESS_CASES = (
    "business_case", "lean_business_case", "strategic_outline_case", "outline_business_case", "full_business_case",
)  # fmt: skip
COMPLETE = 100.0
OUTCOMES = {
    "slip_days": "Slip in working days",
    "cost_growth": "Cost growth in percent",
    "first_time_pass": "Gates passed at the first review, in percent",
}
"""What conformance is set beside: columns of ``ProjectConformance`` with their titles."""


def practice_of(project: Project, day: date, units: dict[int, str]) -> ProjectPractice:
    """``units`` are the names of the managers' units by person (``units_of``). About ten queries."""
    standard, standing = governance.standard_for(project, day), getattr(project, "standing", None)
    finished = _finished_on(project, standing)
    known: dict[str, Any] = {
        "key": project.code,
        "name": project.name,
        "manager": str(project.manager or ""),
        "unit": units.get(project.manager_id or 0, ""),
        "portfolio": project.portfolio.name,
        "is_active": project.archived_at is None and finished is None,
        "started_on": project.current_plan.start if project.current_plan else None,
        "finished_on": finished,
        "waivers": _waivers(project),
        "baselines": _baselines(project),
        "forecasts": _forecasts(project),
        "cost_forecasts": forecast_facts(project),
    }
    if standing:
        known["rules"] = _rules(standing)
    if standard:
        known |= _by_standard(project, standard, day)
    return ProjectPractice(**known)


def units_of(organisation: Organisation) -> dict[int, str]:
    """The unit of each member that has one, by person."""
    found = Membership.objects.filter(organisation=organisation, unit__isnull=False).select_related("unit")
    return {each.person_id: each.unit.name for each in found if each.unit}


def _by_standard(project: Project, standard: Standard, day: date) -> dict[str, Any]:
    where = position_of(project, standard)
    plan = project.current_plan
    artefacts = _artefacts(project, standard, where, day)
    cases = [each for each in artefacts if each.name in BUSINESS_CASES]
    asks = any(each in standard.artefacts for each in BUSINESS_CASES)
    return {
        "artefacts": tuple(each for each in artefacts if each.due or each.approved),
        "business_case": any(each.approved for each in cases) if asks else None,
        "gates": _gates(project, standard),
        "gates_due": tuple(
            standard.gates[name].title for name, state in where.gates.items() if state is GateState.SKIPPED
        ),
        "conditions": _conditions(project),
        "plan_age_days": (day - plan.data_date).days if plan and plan.data_date else None,
        "plan_max_age_days": standard.cadences.plan_update.days,
    }


def _artefacts(project: Project, standard: Standard, where: Position, day: date) -> list[ArtefactFact]:
    """Due are the required ones of the phases that lie behind."""
    phases = [name for name, each in standard.phases.items() if not each.throughout]
    behind = phases[: phases.index(where.phase)] if where.phase in phases else phases if where.finished else []
    return [
        ArtefactFact(
            name=name,
            title=each.artefact.title,
            approved=each.state in ("approved", "out of date"),
            current=each.state == "approved",
            due=each.artefact.required and each.artefact.phase in behind,
        )
        for name, each in artefact_standings(project, standard, day).items()
    ]


def _gates(project: Project, standard: Standard) -> tuple[GateFact, ...]:
    began = _work_began(project, standard)
    return tuple(
        GateFact(
            name=each.review.gate,
            title=each.review.title,
            decided_on=each.decided_at.date(),
            passed=each.passes,
            round=each.review.round,
            attempt=each.review.attempt,
            work_began_on=began.get(each.review.gate),
        )
        for each in decisions_of(project)
    )


def _work_began(project: Project, standard: Standard) -> dict[str, date]:
    """By gate: when the first document of the phases behind it was kept, which is the trace that work leaves here."""
    phases = [name for name, each in standard.phases.items() if not each.throughout]
    first: dict[str, date] = {}
    kept = ArtefactVersion.objects.filter(document__project=project, number=1)
    for name, at in kept.values_list("document__name", "kept_at"):
        if name in standard.artefacts and (phase := standard.artefacts[name].phase) in phases:
            first[phase] = min(at.date(), first.get(phase, at.date()))
    found = {}
    for name, gate in standard.gates.items():
        behind = phases[phases.index(gate.opens) :] if gate.opens in phases else []
        if days := [first[each] for each in behind if each in first]:
            found[name] = min(days)
    return found


def _conditions(project: Project) -> tuple[ConditionFact, ...]:
    states = (*Condition.HOLDING, Condition.State.CLOSED)
    found = Condition.objects.filter(review__project=project, state__in=states).prefetch_related("steps")
    closed = {
        each.pk: max(
            (step.at.date() for step in each.steps.all() if step.what == ConditionStep.What.CLOSED), default=None
        )
        for each in found
    }
    return tuple(ConditionFact(title=each.text[:200], due_on=each.due_on, closed_on=closed[each.pk]) for each in found)


def _rules(standing: Standing) -> tuple[RuleFact, ...]:
    rows = Finding.objects.filter(assessment=standing.assessment_id)
    return tuple(
        RuleFact(name=name, title=title, outcome=Outcome(outcome), severity=Severity(severity))
        for name, title, outcome, severity in rows.values_list("rule", "title", "outcome", "severity")
    )


def _waivers(project: Project) -> tuple[WaiverFact, ...]:
    return tuple(
        WaiverFact(
            rule=each.rule,
            title=each.title,
            last_day=each.last_day,
            waits_since=each.requested_at.date() if each.state == each.State.ASKED else None,
        )
        for each in governance.waivers_of(project)
        if each.state in (each.State.ASKED, each.State.APPROVED)
    )


def _baselines(project: Project) -> tuple[tuple[date, bool], ...]:
    lines = AuditLine.objects.filter(
        scope=project.organisation_id, verb="set_baseline", object_type="projects.project", object_id=str(project.pk)
    )
    return tuple((at.date(), bool(details.get("reason"))) for at, details in lines.values_list("at", "details"))


def _forecasts(project: Project) -> tuple[ForecastFact, ...]:
    rows = project.plan_versions.exclude(data_date=None).exclude(finish=None).order_by("number")
    dated = rows.values_list("data_date", "finish")
    return tuple(ForecastFact(as_of=as_of, finish=finish) for as_of, finish in dated if as_of and finish)


def _finished_on(project: Project, standing: Standing | None) -> date | None:
    """The finish of the plan, once all of it is done."""
    done = measured(standing, "percent_complete")
    return project.current_plan.finish if project.current_plan and done is not None and done >= COMPLETE else None


def measured(standing: Standing | None, metric: str) -> float | None:
    """A metric of the current assessment."""
    found = standing.assessment.metrics if standing else []
    return next((each["value"] for each in found if each["metric"] == metric), None)
