"""What a draft of a standard would do to running projects: asked for, worked out in steps, read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from plumbline.engine.impact import Kept, StandardChange, change_between, impact_on
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.standard import InvalidStandard, Standard, load_standard
from plumbline.office.assurance.gather import facts_of
from plumbline.office.assurance.models import Assessment, Finding, ImpactAnalysis, ProjectImpact
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardDraft

AT_ONCE = 50
LONGEST_STEP = timedelta(minutes=5)
MOST_ATTEMPTS = 3
MOST_SHOWN = 200


def request_impact(draft: StandardDraft, *, by: Person) -> ImpactAnalysis:
    """Asks for the impact of the draft as it is now; once for the same content, and again where the work stopped.

    Raises ``ValidationError``.
    """
    with action("request_impact", by=by, scope=draft.organisation) as line:
        try:
            _standard(draft)
        except InvalidStandard as invalid:
            raise ValidationError("It cannot be run yet, so there is nothing it could find.") from invalid
        analysis, is_new = ImpactAnalysis.objects.get_or_create(
            draft=draft,
            content_hash=draft.content_hash,
            defaults={"requested_by": by, "total": _projects(draft.organisation).count()},
        )
        if not is_new and _gave_up(analysis):
            is_new = bool(change(analysis, due_at=now(), attempts=0))
        if is_new:
            line.about(analysis, projects=analysis.total)
        else:
            line.nothing_happened()
        return analysis


def work_out(analysis_id: int) -> None:
    """Looks at project after project, if no other worker is at it; what is done stays done when it is interrupted."""
    analysis = _claim(analysis_id)
    if analysis is None:
        return
    draft = analysis.draft
    if analysis.attempts > MOST_ATTEMPTS or draft.content_hash != analysis.content_hash:
        ImpactAnalysis.objects.filter(pk=analysis.pk).update(due_at=None)
        return
    changes = _Changes(draft)
    while projects := _next(analysis):
        ProjectImpact.objects.bulk_create(_impacts(analysis, projects, changes), ignore_conflicts=True)
        ImpactAnalysis.objects.filter(pk=analysis.pk).update(due_at=now() + LONGEST_STEP)
    ImpactAnalysis.objects.filter(pk=analysis.pk).update(due_at=None, done_at=now())


def due() -> QuerySet[ImpactAnalysis]:
    return ImpactAnalysis.objects.filter(due_at__lte=now()).order_by("due_at")


@dataclass(frozen=True, slots=True)
class ImpactPage:
    """``analysis`` is ``None`` where nobody has asked about the draft as it is. ``by_rule`` are titles and counts."""

    analysis: ImpactAnalysis | None
    done: int
    new: int
    gone: int
    touched: int
    by_rule: list[tuple[str, int, int]]
    projects: list[ProjectImpact]

    @property
    def is_moving(self) -> bool:
        return self.analysis is not None and self.analysis.due_at is not None

    @property
    def gave_up(self) -> bool:
        return self.analysis is not None and _gave_up(self.analysis)


def page_of(draft: StandardDraft) -> ImpactPage:
    analysis = ImpactAnalysis.objects.filter(draft=draft, content_hash=draft.content_hash).first()
    rows = list(analysis.projects.select_related("project")) if analysis else []
    new = Counter(name for row in rows for name in row.new)
    gone = Counter(name for row in rows for name in row.gone)
    titles = _titles(draft) if rows else {}
    touched = [row for row in rows if row.new or row.gone]
    return ImpactPage(
        analysis=analysis,
        done=len(rows),
        new=new.total(),
        gone=gone.total(),
        touched=len(touched),
        by_rule=[
            (titles.get(name, name.replace("_", " ").capitalize()), new[name], gone[name])
            for name in sorted(new | gone, key=lambda name: (-new[name], -gone[name], name))
        ],
        projects=sorted(touched, key=lambda row: (-len(row.new), -len(row.gone), row.project.name))[:MOST_SHOWN],
    )


def _gave_up(analysis: ImpactAnalysis) -> bool:
    return analysis.due_at is None and analysis.done_at is None


class _Changes:
    """The change from each version that projects follow to the draft, both tailored alike, worked out once."""

    def __init__(self, draft: StandardDraft) -> None:
        self._files = draft.files
        self._plain = _standard(draft)
        self._found: dict[tuple[int, str], StandardChange] = {}

    def since(self, assessment: Assessment) -> StandardChange:
        version, tailoring = assessment.standard_version, assessment.tailoring
        key = version.pk, json.dumps(tailoring)
        if key not in self._found:
            adapted = governance.Adapted.kept(tailoring)
            self._found[key] = change_between(governance.standard_by(version, adapted), self._after(adapted))
        return self._found[key]

    def _after(self, adapted: governance.Adapted) -> Standard:
        """Tailoring that the draft cannot take would end with it."""
        if not adapted:
            return self._plain
        try:
            return governance.laid_over(self._files, adapted)
        except InvalidStandard:
            return self._plain


def _projects(organisation: Organisation) -> QuerySet[Project]:
    """Running projects that have been assessed."""
    return Project.objects.filter(organisation=organisation, archived_at=None, standing__isnull=False)


def _claim(analysis_id: int) -> ImpactAnalysis | None:
    moment = now()
    waiting = ImpactAnalysis.objects.filter(pk=analysis_id, due_at__lte=moment)
    if not waiting.update(due_at=moment + LONGEST_STEP, attempts=F("attempts") + 1):
        return None
    return ImpactAnalysis.objects.select_related("draft__organisation").get(pk=analysis_id)


def _next(analysis: ImpactAnalysis) -> Sequence[Project]:
    done = ProjectImpact.objects.filter(analysis=analysis).values("project")
    waiting = _projects(analysis.draft.organisation).exclude(pk__in=done).order_by("pk")
    needed = ("organisation", "current_plan", "baseline", "standing__assessment__standard_version")
    return list(waiting.select_related(*needed)[:AT_ONCE])


def _impacts(analysis: ImpactAnalysis, projects: Sequence[Project], changes: _Changes) -> Iterator[ProjectImpact]:
    found = [(each, changes.since(each.standing.assessment)) for each in projects]
    concerned = frozenset().union(*(each.concerns for _, each in found))
    kept = _kept([each.standing.assessment_id for each in projects], concerned)
    for project, there in found:
        facts = facts_of(project, project.standing.facts_as_of) if there.judge and project.current_plan else None
        impact = impact_on(there, kept.get(project.standing.assessment_id, {}), facts)
        yield ProjectImpact(analysis=analysis, project=project, new=list(impact.new), gone=list(impact.gone))


def _kept(assessments: list[int], rules: frozenset[str]) -> dict[int, dict[str, Kept]]:
    kept: dict[int, dict[str, Kept]] = {}
    rows = Finding.objects.filter(assessment__in=assessments, rule__in=rules)
    columns = ("assessment_id", "rule", "outcome", "numerator", "denominator", "value")
    for assessment, rule, outcome, *counted in rows.values_list(*columns):
        kept.setdefault(assessment, {})[rule] = Kept(Outcome(outcome), *counted)
    return kept


def _standard(draft: StandardDraft) -> Standard:
    return load_standard({name: text.encode() for name, text in draft.files.items()})


def _titles(draft: StandardDraft) -> dict[str, str]:
    """Of the rules of the draft, and of the standard it would follow on."""
    before = standards.in_force(draft.organisation)
    both = [*([standards.standard_of(before)] if before else []), _standard(draft)]
    return {each.name: each.rule.title for standard in both for each in rules_in_force(standard)}
