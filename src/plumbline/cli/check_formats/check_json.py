"""``plumbline check --format json``; the contract is docs/json/check.schema.json."""

from __future__ import annotations

from collections import Counter

from plumbline.cli.checked import Checked, CheckedProject, mending
from plumbline.cli.json_text import Json, instant, json_text, problems
from plumbline.engine import practices
from plumbline.engine.assessment import DimensionStatus, MetricResult, RuleResult
from plumbline.engine.practices import PracticeResult
from plumbline.engine.rules.rule import Offender, Outcome


def document(checked: Checked, *, by_practice: bool) -> str:
    standard = checked.standard
    return json_text(
        "check",
        {
            "file": checked.file,
            "format": checked.format,
            "standard": standard and {"name": standard.name, "version": standard.version},
            "fail_on": str(checked.fail_on),
            "exit_code": int(checked.exit_code),
            "projects": [_project(each, checked) | _practices(each, by_practice) for each in checked.projects],
            "problems": problems(checked.problems),
        },
    )


def _project(project: CheckedProject, checked: Checked) -> Json:
    schedule, assessment = project.schedule, project.assessment
    mend = mending(checked)
    return {
        "uid": schedule.uid,
        "id": schedule.id,
        "name": schedule.name,
        "data_date": instant(assessment.data_date),
        "as_of": instant(assessment.as_of),
        "summary": _summary(project, checked),
        "results": [_result(each, mend[each.rule]) for each in assessment.results],
        "metrics": [_metric(each) for each in assessment.metrics],
        "overall": {"status": assessment.overall.status, "reason": assessment.overall.reason},
        "dimensions": [_dimension(each) for each in assessment.dimensions],
    }


def _practices(project: CheckedProject, wanted: bool) -> Json:
    found = practices.by_practice(project.assessment.results) if wanted else ()
    return {"practices": [_practice(each) for each in found]} if wanted else {}


def _practice(found: PracticeResult) -> Json:
    practice = found.practice
    return {
        "number": practice.number,
        "title": practice.title,
        "characteristic": practice.characteristic,
        "status": found.status,
        "sentence": found.sentence,
        "rules": [each.rule for each in found.results],
    }


def _summary(project: CheckedProject, checked: Checked) -> Json:
    counted = Counter(each.outcome for each in project.assessment.results)
    return {
        "pass": counted[Outcome.PASS],
        "fail": counted[Outcome.FAIL],
        "not_assessable": counted[Outcome.NOT_ASSESSABLE],
        "waived": counted[Outcome.WAIVED],
        "failing": len(checked.failing(project.assessment.findings)),
    }


def _result(result: RuleResult, mend: str) -> Json:
    return {
        "rule": result.rule,
        "family": result.family,
        "title": result.title,
        "dimension": result.dimension,
        "outcome": result.outcome,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "value": result.value,
        "limit": result.limit,
        "limit_kind": result.limit_kind,
        "severity": result.severity,
        "sentence": result.sentence,
        "mend": mend,
        "offenders": [_offender(each) for each in result.offenders],
    }


def _offender(offender: Offender) -> Json:
    return {
        "uid": offender.uid,
        "id": offender.id,
        "name": offender.name,
        "detail": offender.detail,
        "predecessor": offender.predecessor,
    }


def _metric(metric: MetricResult) -> Json:
    return {
        "metric": metric.metric,
        "title": metric.title,
        "value": metric.value,
        "unit": metric.unit,
        "reason": metric.reason,
    }


def _dimension(status: DimensionStatus) -> Json:
    return {
        "dimension": status.dimension,
        "title": status.title,
        "status": status.status,
        "reasons": list(status.reasons),
        "indicators": [
            {"kind": each.kind, "name": each.name, "status": each.status, "reason": each.reason}
            for each in status.indicators
        ],
    }
