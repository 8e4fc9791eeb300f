"""What the linter says about a draft: the rules in force of the project's standard, row by row."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse

from plumbline.engine.assess import judged
from plumbline.engine.editing.mends import mends_for
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.schedule.baseline import with_baseline
from plumbline.office.assurance.gather import facts_about, plan_facts
from plumbline.office.foundation.clock import now
from plumbline.office.governance import queries as governance
from plumbline.office.planning.kept import KeptPlan
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.queries import courses_in_force

OF_OTHER_EVIDENCE = frozenset({"registers", "stakeholders", "benefits"})
"""Families of rules that no edit of a plan can break or mend."""


MOST_MENDED = 200
"""For how many rows of one rule suggestions are worked out at once."""


def results_for(project: Project, plan: KeptPlan) -> tuple[RuleResult, ...]:
    """Each rule in force on the plan, as if it were published now. Kept with the plan until the evidence changes."""
    standard = governance.standard_for(project)
    if standard is None:
        return ()
    facts = _facts(project, plan)
    name = (standard.content_hash, project.facts_changed_at, facts.as_of.date(), tuple(sorted(facts.waivers.items())))
    found = plan.derived.get("results")
    if isinstance(found, tuple) and found[0] == name:
        results: tuple[RuleResult, ...] = found[1]
        return results
    results = tuple(each for each in judged(facts, standard) if each.family not in OF_OTHER_EVIDENCE)
    plan.derived["results"] = (name, results)
    return results


def failed(results: tuple[RuleResult, ...]) -> list[RuleResult]:
    return [each for each in results if each.outcome is Outcome.FAIL]


def findings_of(draft: PlanDraft, plan: KeptPlan, revision: int) -> dict[str, Any]:
    """By row those that break a failed rule; below ``plan`` what is so of the plan as a whole."""
    uids = {str(each.uid) for each in plan.schedule.activities}
    taught = courses_in_force(draft.project.organisation)
    rows: dict[str, list[dict[str, Any]]] = {}
    whole: list[dict[str, str]] = []
    for each in failed(results_for(draft.project, plan)):
        offenders = [one for one in each.offenders if str(one.uid) in uids]
        if not offenders:
            whole.append({"rule": each.rule, "title": each.title, "sentence": each.sentence})
        lesson = _address(draft.project, next(iter(taught.teaching("rule", each.rule)), None))
        for number, one in enumerate(offenders):
            found = mends_for(plan.schedule, each.rule, one.uid) if number < MOST_MENDED else ()
            mends = [{"title": mend.title, "choice": mend.choice} for mend in found]
            told: dict[str, Any] = {
                "rule": each.rule,
                "title": each.title,
                "detail": one.detail,
                "severity": each.severity.value,
                "lesson": lesson,
                "mends": mends,
            }
            rows.setdefault(str(one.uid), []).append(told)
    return {"revision": revision, "rows": rows, "plan": whole}


def findings_at(draft: PlanDraft, plan: KeptPlan, row: str) -> list[dict[str, Any]]:
    """Those of one row."""
    found: list[dict[str, Any]] = findings_of(draft, plan, draft.revision)["rows"].get(row, [])
    return found


def _facts(project: Project, plan: KeptPlan) -> ProjectFacts:
    schedule = plan.schedule
    if project.baseline is not None:
        promise = projects.calculation_of(project.baseline)
        schedule = with_baseline(schedule, projects.schedule_of(project.baseline), promise.dates if promise else {})
    facts = PlanFacts(schedule, kept_calculation=plan.calculation)
    return facts_about(project, facts, plan_facts(project.current_plan, project.baseline), now())


def _address(project: Project, lesson: Any) -> str:
    if lesson is None:
        return ""
    try:
        return reverse("academy:lesson", args=[project.organisation.slug, lesson.course, lesson.name])
    except NoReverseMatch:
        return ""
