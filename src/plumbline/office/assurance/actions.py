"""Assessing what is due, and keeping the answer."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from plumbline.engine import assessment as engine
from plumbline.engine.assess import assess
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Outcome, Severity
from plumbline.engine.standard.schema import Standard
from plumbline.office.assurance.due import due_projects, moment_of_facts
from plumbline.office.assurance.gather import facts_of, local
from plumbline.office.assurance.models import Assessment, DimensionStatus, Finding
from plumbline.office.assurance.standing import advance_standing
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.governance import queries as governance
from plumbline.office.projects.models import Project
from plumbline.office.registers import queries as registers

SEED = 0


def assess_while_due(project_id: int, moment: datetime | None = None) -> int:
    """Assesses one project until nothing about it is due; returns how many assessments were added.

    Safe to run at any time, in several workers at once: the same facts are assessed once.
    """
    moment = moment or now()
    added = 0
    with_what_is_needed = due_projects(moment).select_related(
        "organisation__standard_in_force__standard_version",
        "standard_version",
        "current_plan",
        "baseline",
        "standing",
    )
    while (project := with_what_is_needed.filter(pk=project_id).first()) is not None:
        if not _assess(project, moment_of_facts(project, moment)):
            break  # another worker was faster; whatever is due after that, the sweep finds
        added += 1
    return added


def _assess(project: Project, as_of: datetime) -> bool:
    version = project.standard_version or project.organisation.standard_in_force.standard_version
    adapted = governance.adapted_for(project, local(project, as_of).date())
    standard = governance.standard_by(version, adapted)
    facts = facts_of(project, as_of)
    answer = assess(facts, standard, SEED)
    with action("assess_project", by=None, scope=project.organisation) as line:
        kept, is_new = Assessment.objects.get_or_create(
            project=project,
            plan_version=project.current_plan,
            standard_version=version,
            facts_as_of=as_of,
            defaults=_columns(answer) | {"tailoring": adapted.as_json},
        )
        if is_new:
            _keep_details(kept, answer)
            line.about(kept, overall=kept.overall, plan_version=kept.plan_version.number, standard=str(version))
        else:
            line.nothing_happened()
        advance_standing(kept, facts, _due_again(project, facts, standard))
    return is_new


def _due_again(project: Project, facts: ProjectFacts, standard: Standard) -> datetime | None:
    data_date = facts.plan.schedule.data_date if facts.plan else None
    if data_date is None:
        return None
    tailored = governance.tailorings_holding(project, facts.as_of.date())
    last_days = [*facts.waivers.values(), *(each.last_day for each in tailored if each.last_day)]
    last_days += engine.last_days_of_stakeholders(facts, standard)
    last_days += engine.last_days_of_benefits(facts, standard)
    last_days += engine.last_days_of_targets(facts, standard)
    last_days += engine.last_days_of_evidence(facts, standard)
    last_days += registers.days_that_change_rules(facts.registers, standard)
    return engine.changes_by_time_alone(standard, data_date, facts.as_of, last_days)


def _columns(answer: engine.Assessment) -> dict[str, object]:
    outcomes = [each.outcome for each in answer.results]
    failed = [each.severity for each in answer.findings]
    return {
        "engine_version": answer.engine_version,
        "seed": answer.seed,
        "data_date": answer.data_date.date() if answer.data_date else None,
        "overall": answer.overall.status,
        "overall_reason": answer.overall.reason,
        "metrics": [asdict(each) for each in answer.metrics],
        "failed_major": failed.count(Severity.MAJOR),
        "failed_minor": failed.count(Severity.MINOR),
        "failed_info": failed.count(Severity.INFO),
        "passed": outcomes.count(Outcome.PASS),
        "not_assessable": outcomes.count(Outcome.NOT_ASSESSABLE),
    }


def _keep_details(kept: Assessment, answer: engine.Assessment) -> None:
    Finding.objects.bulk_create(
        Finding(
            assessment=kept,
            rule=each.rule,
            family=each.family,
            title=each.title,
            dimension=each.dimension or "",
            outcome=each.outcome,
            severity=each.severity,
            numerator=each.numerator,
            denominator=each.denominator,
            value=each.value,
            limit=each.limit,
            limit_kind=each.limit_kind,
            sentence=each.sentence,
            offenders=[asdict(offender) for offender in each.offenders],
        )
        for each in answer.results
    )
    DimensionStatus.objects.bulk_create(
        DimensionStatus(
            assessment=kept,
            dimension=each.dimension,
            title=each.title,
            status=each.status,
            reasons=list(each.reasons),
            indicators=[asdict(indicator) for indicator in each.indicators],
        )
        for each in answer.dimensions
    )
