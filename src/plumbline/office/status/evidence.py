"""Gathers the evidence of a project as it is now, for a report to keep."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plumbline.engine.rules.figures import limit_words, measured
from plumbline.engine.rules.rule import LimitKind, Outcome
from plumbline.office.assurance.models import Assessment, DimensionStatus, Finding, Standing
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.frozen import Frozen, FrozenDimension, FrozenEntry, FrozenFinding, FrozenRegister

MOST_ENTRIES = 40
MOST_FINDINGS = 40


def evidence_of(project: Project, standing: Standing | None, since: datetime | None) -> Frozen:
    """As it is now. ``since`` is when the report before was published: what is newer counts as new."""
    risks, issues = _registers(project, since)
    plan = project.current_plan
    if standing is None:
        return Frozen(risks=risks, issues=issues, budget=_budget(project))
    metrics = {each["metric"]: each["value"] for each in standing.assessment.metrics}
    return Frozen(
        dimensions=_dimensions(standing.assessment),
        assessment=standing.assessment_id,
        plan_version=standing.assessment.plan_version.number,
        activities=standing.assessment.plan_version.activity_count,
        data_date=standing.assessment.data_date,
        forecast_finish=standing.forecast_finish or (plan.finish if plan else None),
        baseline_finish=project.baseline.finish if project.baseline else None,
        finish_slip_days=standing.finish_slip_days,
        next_milestone=standing.next_milestone,
        next_milestone_on=standing.next_milestone_on,
        budget=_budget(project),
        cpi=metrics.get("cpi"),
        spi_t=metrics.get("spi_t"),
        risks=risks,
        issues=issues,
    )


def statuses_now(standing: Standing | None) -> dict[str, str]:
    """The evidence status of each dimension today."""
    if standing is None:
        return {}
    rows = DimensionStatus.objects.filter(assessment=standing.assessment_id)
    return dict(rows.values_list("dimension", "status"))


def _budget(project: Project) -> str:
    return "" if project.budget is None else str(project.budget)


def _dimensions(assessment: Assessment) -> tuple[FrozenDimension, ...]:
    failed: dict[str, list[FrozenFinding]] = {}
    rows = Finding.objects.filter(assessment=assessment, outcome=Outcome.FAIL).defer("offenders")
    for each in sorted(rows, key=lambda each: (_SEVERITIES.get(each.severity, 9), each.pk)):
        failed.setdefault(each.dimension, []).append(_finding(each))
    found = assessment.dimensions.all()
    return tuple(
        FrozenDimension(
            dimension=each.dimension,
            title=each.title,
            status=each.status,
            reasons=tuple(each.reasons),
            findings=tuple(failed.get(each.dimension, [])[:MOST_FINDINGS]),
        )
        for each in found
    )


_SEVERITIES = {"major": 0, "minor": 1, "info": 2}


def _finding(each: Finding) -> FrozenFinding:
    kind = LimitKind(each.limit_kind)
    return FrozenFinding(
        rule=each.rule,
        title=each.title,
        severity=each.severity,
        sentence=each.sentence,
        count=measured(kind, each.numerator, each.denominator, each.value, each.limit),
        limit=limit_words(kind, each.limit),
    )


def _registers(project: Project, since: datetime | None) -> tuple[FrozenRegister, FrozenRegister]:
    rows = list(Entry.objects.filter(project=project, kind__in=(Kind.RISK, Kind.ISSUE)).order_by("kind", "number"))
    risks = _register((each for each in rows if each.kind == Kind.RISK), since)
    return risks, _register((each for each in rows if each.kind == Kind.ISSUE), since)


def _register(rows: Iterable[Entry], since: datetime | None) -> FrozenRegister:
    counted = {"open": 0, "new": 0, "closed": 0}
    entries = []
    for each in rows:
        is_new = since is None or each.raised_at > since
        if each.closed_at is not None and (since is None or each.closed_at <= since):
            continue
        how = "closed" if each.closed_at else "new" if is_new else "open"
        counted["closed" if each.closed_at else "open"] += 1
        counted["new"] += how == "new"
        entries.append(FrozenEntry(reference=each.reference, title=each.title, how=how, score=each.score))
    entries.sort(key=lambda each: -(each.score or 0))
    return FrozenRegister(**counted, entries=tuple(entries[:MOST_ENTRIES]))
