"""Planning an audit, choosing its sample, and its way from begun to closed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from plumbline.office.conformance.actions.auditing import check_auditor, locked
from plumbline.office.conformance.models import Audit, ChecklistQuestion, SampleChoice, SampledProject
from plumbline.office.conformance.queries.audits import (
    answers_for,
    candidates,
    in_order_of_chance,
    in_order_of_risk,
)
from plumbline.office.conformance.queries.checklists import asked_about
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance import queries as governance
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

MOST_PROJECTS = 50
State, Method = Audit.State, SampleChoice.Method


def plan_audit(
    organisation: Organisation,
    *,
    by: Person,
    title: str,
    scope: str,
    reason: str,
    lead: Person,
    planned_from: date,
    planned_to: date,
) -> Audit:
    """Raises ``ValidationError`` by field."""
    with action("plan_audit", by=by, scope=organisation) as line:
        if not people.has_permission(organisation, lead, "audit_projects"):
            raise ValidationError({"lead": f"The role of {lead} does not allow to audit projects."})
        audit = add(
            Audit(
                organisation=organisation,
                title=title,
                scope=scope,
                reason=reason,
                lead=lead,
                planned_from=planned_from,
                planned_to=planned_to,
                planned_by=by,
            )
        )
        line.about(audit, lead=str(lead))
        return audit


def edit_audit(audit: Audit, *, by: Person, lead: Person, **values: Any) -> None:
    """While it is planned. A new lead may answer for no project of the sample."""
    with action("edit_audit", by=by, scope=audit.organisation) as line:
        found = locked(audit, State.PLANNED)
        try:
            check_auditor(found, lead)
        except ValidationError as refused:
            raise ValidationError({"lead": refused.messages}) from refused
        line.about(found, changed=change(found, lead=lead, **values))


def choose_sample(
    audit: Audit,
    *,
    by: Person,
    method: str,
    size: int | None = None,
    seed: int | None = None,
    codes: Iterable[str] = (),
) -> SampleChoice:
    """Chooses anew, while the audit is planned; how it was done is kept. Raises ``ValidationError`` by field.

    ``size`` and ``seed`` are for chance, ``size`` for risk, ``codes`` for choice by hand. Without a seed one is drawn.
    """
    with action("choose_sample", by=by, scope=audit.organisation) as line:
        found = locked(audit, State.PLANNED)
        if method == Method.HAND:
            choice, chosen = _by_hand(found, list(codes))
        else:
            choice, chosen = _drawn(found, method, size, seed)
        choice.audit, choice.chosen_by, choice.size = found, by, len(chosen)
        choice.chosen = [each.code for each in chosen]
        add(choice)
        found.sample.all().delete()
        SampledProject.objects.bulk_create(SampledProject(audit=found, project=each) for each in chosen)
        line.about(found, method=method, seed=choice.seed, chosen=choice.chosen)
        return choice


def _by_hand(audit: Audit, codes: list[str]) -> tuple[SampleChoice, list[Project]]:
    running = {each.code.lower(): each for each in projects.projects(audit.organisation)}
    unknown = [each for each in codes if each.lower() not in running]
    if unknown:
        raise ValidationError({"codes": f"No running project has the code {', '.join(unknown[:5])}."})
    chosen = list({code.lower(): running[code.lower()] for code in codes}.values())
    if not 1 <= len(chosen) <= MOST_PROJECTS:
        raise ValidationError({"codes": f"Name between 1 and {MOST_PROJECTS} projects."})
    own = [each.code for each in chosen if answers_for(audit.lead, each)]
    if own:
        raise ValidationError({"codes": f"{audit.lead}, who leads the audit, answers for {', '.join(own)}."})
    how = f"{len(chosen)} of {len(running)} running projects, chosen by hand."
    return SampleChoice(method=Method.HAND, how=how, chosen_from=sorted(each.code for each in running.values())), chosen


def _drawn(audit: Audit, method: str, size: int | None, seed: int | None) -> tuple[SampleChoice, list[Project]]:
    there = candidates(audit)
    if size is None or not 1 <= size <= min(MOST_PROJECTS, len(there)):
        most = min(MOST_PROJECTS, len(there))
        raise ValidationError({"size": f"Say how many projects: between 1 and {most}."})
    asked = f"{size} of the {len(there)} running projects that {audit.lead} neither manages nor sponsors"
    if method == Method.RANDOM:
        seed = secrets.randbelow(10**9) if seed is None else seed
        ordered = in_order_of_chance(there, seed)
        how = f"{asked}, drawn at random with the seed {seed}: the same seed draws the same from the same projects."
    else:
        seed, ranked = None, in_order_of_risk(there)
        ordered = [each for each, _ in ranked]
        known = "; ".join(
            f"{each.code} " + ("was never assessed" if failed is None else f"fails {failed}")
            for each, failed in ranked[:size]
        )
        how = f"{asked}, those that fail most major rules of their standard first: {known}."
    choice = SampleChoice(method=method, seed=seed, how=how, chosen_from=[each.code for each in ordered])
    return choice, ordered[:size]


def begin_audit(audit: Audit, *, by: Person, note: str = "") -> None:
    """Makes the checklist of each project, which stays as it is made now."""
    with action("begin_audit", by=by, scope=audit.organisation) as line:
        found = locked(audit, State.PLANNED)
        check_auditor(found, found.lead)
        check_auditor(found, by)
        sample = list(_sample(found))
        if not sample:
            raise ValidationError("Choose the projects first.")
        made: list[ChecklistQuestion] = []
        for each in sample:
            change(each, standard_version=governance.version_followed(each.project), phase=each.project.phase)
            for asked in asked_about(each.project):
                made.append(
                    ChecklistQuestion(
                        audit=found,
                        project=each.project,
                        number=len(made) + 1,
                        kind=asked.kind,
                        subject=asked.subject,
                        text=asked.text[:500],
                        evidence=asked.evidence,
                    )
                )
        ChecklistQuestion.objects.bulk_create(made)
        change(found, state=State.UNDER_WAY, state_since=now())
        line.about(found, projects=len(sample), questions=len(made))


def _sample(audit: Audit) -> QuerySet[SampledProject]:
    return SampledProject.objects.filter(audit=audit).select_related(
        "project__organisation", "project__standard_version", "project__current_plan"
    )


def cancel_audit(audit: Audit, *, by: Person, note: str = "") -> None:
    """Before it is reported, with a reason. What was answered stays to be read."""
    with action("cancel_audit", by=by, scope=audit.organisation) as line:
        found = locked(audit, State.PLANNED, State.UNDER_WAY)
        if not note.strip():
            raise ValidationError({"note": "Say why it is cancelled."})
        line.about(found, **change(found, state=State.CANCELLED, state_since=now(), note=note.strip()))


def begin_follow_up(audit: Audit, *, by: Person, note: str = "") -> None:
    with action("begin_follow_up", by=by, scope=audit.organisation) as line:
        found = locked(audit, State.REPORTED)
        check_auditor(found, by)
        line.about(found, **change(found, state=State.FOLLOW_UP, state_since=now()))


def close_audit(audit: Audit, *, by: Person, note: str = "") -> None:
    """Once no finding is open any more."""
    with action("close_audit", by=by, scope=audit.organisation) as line:
        found = locked(audit, State.REPORTED, State.FOLLOW_UP)
        check_auditor(found, by)
        still_open = found.findings.exclude(state="closed").count()
        if still_open:
            raise ValidationError(f"{still_open} of its findings are not closed yet.")
        line.about(found, **change(found, state=State.CLOSED, state_since=now(), note=note.strip()))
