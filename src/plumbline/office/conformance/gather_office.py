"""From rows to what the office keeps beside the projects' own records."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.engine.practice.facts import OfficeFacts
from plumbline.office.conformance.gather_reports import colours_reported, plans_judged, reports_due
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind, LessonUse
from plumbline.office.services.queries import satisfaction_of
from plumbline.office.standards import queries as standards

_REQUEST = "request:"


def office_of(organisation: Organisation, day: date) -> OfficeFacts:
    """Of running projects; a register that nobody has ever used is not kept. A handful of queries."""
    entries = Entry.objects.filter(organisation=organisation, project__archived_at=None)
    kept = set(entries.order_by().values_list("kind", flat=True).distinct())
    issues = entries.filter(kind=Kind.ISSUE).values_list("came_from", flat=True)
    changes = entries.filter(kind=Kind.CHANGE, decided_at__isnull=False).values_list("raised_at", "decided_at")
    answers, asked = satisfaction_of(organisation)
    return OfficeFacts(
        reports=reports_due(organisation, day),
        colours=colours_reported(organisation, day),
        plans=plans_judged(organisation),
        risks=_risks(organisation, day) if Kind.RISK in kept else None,
        issues=tuple(each is not None for each in issues) if Kind.ISSUE in kept else None,
        changes=tuple((asked.date(), decided.date()) for asked, decided in changes if decided)
        if Kind.CHANGE in kept
        else None,
        lessons=_lessons(organisation) if Kind.LESSON in kept else None,
        answers=answers,
        asked=asked,
    )


def _risks(organisation: Organisation, day: date) -> tuple[bool, ...]:
    """Reviewed in time by the cadence of the standard in force, where it has one."""
    version = standards.in_force(organisation)
    cadence = standards.standard_of(version).cadences.risk_review if version else None
    oldest = day - timedelta(days=cadence.days + cadence.grace_days) if cadence else date.min
    risks = Entry.objects.filter(
        organisation=organisation, project__archived_at=None, kind=Kind.RISK, closed_at=None
    ).values_list("owner", "response", "reviewed_at")
    return tuple(
        owner is not None and bool(response.strip()) and at is not None and at.date() >= oldest
        for owner, response, at in risks
    )


def _lessons(organisation: Organisation) -> tuple[bool, ...]:
    """By project that has begun: whether it applies a lesson learned, or the request it came from does."""
    uses = LessonUse.objects.filter(lesson__organisation=organisation, applied=True)
    citing = set(uses.exclude(project=None).values_list("project", flat=True))
    asked = uses.filter(offered_at__startswith=_REQUEST).values_list("offered_at", flat=True)
    numbers = [int(each.removeprefix(_REQUEST)) for each in asked if each.removeprefix(_REQUEST).isdecimal()]
    accepted = ProjectRequest.objects.filter(organisation=organisation, pk__in=numbers).exclude(project=None)
    citing |= set(accepted.values_list("project", flat=True))
    begun = Project.objects.filter(organisation=organisation, archived_at=None, current_plan__isnull=False)
    return tuple(each in citing for each in begun.order_by("pk").values_list("pk", flat=True))
