"""What an audit asks about a project, from what is kept about it; and the page of one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from plumbline.engine.rules.rule import Outcome, Severity
from plumbline.engine.standard import Standard
from plumbline.office.assurance import queries as assurance
from plumbline.office.assurance.models import Finding
from plumbline.office.conformance.models import Audit, AuditFinding, ChecklistAnswer, ChecklistQuestion
from plumbline.office.foundation.clock import now
from plumbline.office.governance import queries as governance
from plumbline.office.governance.models import Waiver
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

Kind = ChecklistQuestion.Kind


class LatestAnswer(TypedDict):
    """What is told with a question; ``None`` where it is not answered yet."""

    latest: str | None
    latest_note: str | None
    latest_by: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    kind: str
    subject: str
    text: str
    evidence: str = ""


def asked_about(project: Project) -> list[Asked]:
    """By the project's standard as it holds today."""
    standard = governance.standard_for(project)
    if standard is None:
        return [Asked(Kind.PHASE, "", "Is there a reason why the project follows no standard?")]
    return [*_phases(project, standard), _plan(project, standard), *_rules(project), *_waivers(project)]


def phases_behind(project: Project, standard: Standard) -> list[str] | None:
    """Names of the phases that the project has left; ``None`` where its phase is not one of the standard's."""
    ordered = [name for name, phase in standard.phases.items() if not phase.throughout]
    known = {standard.phases[name].title.lower(): name for name in ordered} | {name: name for name in ordered}
    current = known.get(project.phase.strip().lower())
    return ordered[: ordered.index(current)] if current else None


def _phases(project: Project, standard: Standard) -> list[Asked]:
    behind = phases_behind(project, standard)
    if behind is None:
        named = f"It is said to be in “{project.phase}”, and the standard has no phase of that name."
        said = named if project.phase else "Nothing is said about its phase."
        text = "Which phase of the standard is the project in, and is everything there that was due before?"
        return [Asked(Kind.PHASE, "", text, said)]
    due = {name: each for name, each in standard.artefacts.items() if each.required and each.phase in behind}
    artefacts = [
        Asked(Kind.ARTEFACT, name, f"Is the artefact “{each.title}” there, approved and current?")
        for name, each in due.items()
    ]
    gates = [
        Asked(Kind.GATE, name, f"Was “{each.title}” decided as the standard asks, and are its conditions met?")
        for name, each in standard.gates.items()
        if each.closes in behind
    ]
    return artefacts + gates


def _plan(project: Project, standard: Standard) -> Asked:
    days = standard.cadences.plan_update.days
    plan = project.current_plan
    if plan is None:
        evidence = "There is no plan."
    elif plan.data_date is None:
        evidence = f"Version {plan.number} of the plan has no data date."
    else:
        age = (governance.today(project.organisation) - plan.data_date).days
        evidence = f"Version {plan.number} has the data date {plan.data_date:%-d %B %Y}: {age} days ago."
    return Asked(Kind.PLAN, "", f"Is the plan brought up to date every {days} days, as the standard asks?", evidence)


def _rules(project: Project) -> list[Asked]:
    """Failed major rules of the current assessment that are not set aside meanwhile."""
    standing = assurance.standing_of(project)
    if standing is None:
        return []
    failed = Finding.objects.filter(
        assessment=standing.assessment, outcome=Outcome.FAIL.value, severity=Severity.MAJOR.value
    ).exclude(rule__in=governance.holding(project, now()))
    text = "Is there a reason why “{}” is neither mended nor waived?"
    return [Asked(Kind.RULE, each.rule, text.format(each.title), each.sentence) for each in failed]


def _waivers(project: Project) -> list[Asked]:
    """The last waiver of each rule that has expired and was not followed by another."""
    today = governance.today(project.organisation)
    latest: dict[str, Waiver] = {}
    for each in governance.waivers_of(project).filter(state=Waiver.State.APPROVED).order_by("last_day"):
        latest[each.rule] = each
    text = "The waiver of “{}” has expired: is the rule kept now?"
    return [
        Asked(
            Kind.WAIVER,
            each.rule,
            text.format(each.title),
            f"It held through {each.last_day:%-d %B %Y}. The reason was: {each.reason}",
        )
        for each in latest.values()
        if each.is_over_on(today)
    ]


def questions(audit: Audit) -> QuerySet[WithAnnotations[ChecklistQuestion, LatestAnswer]]:
    """In their order, with what the latest answer says."""
    latest = ChecklistAnswer.objects.filter(question=OuterRef("pk"))
    return (
        ChecklistQuestion.objects.filter(audit=audit)
        .select_related("project", "added_by")
        .annotate(
            latest=Subquery(latest.values("value")[:1]),
            latest_note=Subquery(latest.values("note")[:1]),
            latest_by=Subquery(latest.values("answered_by__name")[:1]),
        )
    )


def question(organisation: Organisation, question_id: int) -> ChecklistQuestion:
    """404 for one of another organisation."""
    found = ChecklistQuestion.objects.filter(audit__organisation=organisation, pk=question_id)
    one = found.select_related(
        "audit__organisation", "audit__lead", "project__manager", "project__organisation"
    ).first()
    if one is None:
        raise Http404
    return one


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question among those of its project; ``following`` may belong to the next project."""

    question: ChecklistQuestion
    answers: list[ChecklistAnswer]
    findings: list[AuditFinding]
    place: int
    total: int
    answered: int
    before: int | None
    following: int | None

    @property
    def words(self) -> str:
        return f"{self.answered} of {self.total}"


def question_page(question: ChecklistQuestion) -> QuestionPage:
    order = list(questions(question.audit).values_list("pk", "project_id", "latest"))
    place = next(index for index, each in enumerate(order) if each[0] == question.pk)
    own = [each for each in order if each[1] == question.project_id]
    return QuestionPage(
        question=question,
        answers=list(question.answers.select_related("answered_by")),
        findings=list(question.findings.select_related("owner")),
        place=[each[0] for each in own].index(question.pk) + 1,
        total=len(own),
        answered=sum(1 for each in own if each[2]),
        before=order[place - 1][0] if place else None,
        following=order[place + 1][0] if place + 1 < len(order) else None,
    )
