"""What changed since a moment, one question for each kind of change; each begins from what was touched since."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from plumbline.office.assurance.models import CurrentStatus, DimensionStatus
from plumbline.office.gates.models import GateDecision
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.models import ReportedStatus

BIG_RISK = 15
"""Probability times impact, of 25."""


def evidence_changed(scope: Scope, since: datetime) -> QuerySet[CurrentStatus]:
    """With what the dimension was ``before``, in the last assessment before that moment."""
    then = (
        DimensionStatus.objects.filter(
            assessment__project=OuterRef("project"),
            dimension=OuterRef("dimension"),
            assessment__assessed_at__lt=since,
        )
        .order_by("-assessment__facts_as_of", "-assessment_id")
        .values("status")[:1]
    )
    return (
        CurrentStatus.objects.filter(since__gte=since, **scope.of_projects("project__"))
        .annotate(before=Subquery(then))
        .exclude(before=None)
        .exclude(before=F("status"))
        .select_related("project")
        .order_by("-since", "pk")
    )


def reports_changed(scope: Scope, since: datetime) -> QuerySet[ReportedStatus]:
    """With what was reported ``before``, in the last report before that moment."""
    then = (
        ReportedStatus.objects.filter(
            report__project=OuterRef("report__project"),
            report__line=None,
            dimension=OuterRef("dimension"),
            report__published_at__lt=since,
        )
        .order_by("-report__as_of", "-report__published_at", "-report_id")
        .values("reported")[:1]
    )
    now = ReportedStatus.objects.filter(
        report__published_at__gte=since, report__project__reporting__report=F("report")
    ).filter(**scope.of_projects("report__project__"))
    return (
        now.annotate(before=Subquery(then))
        .exclude(before=None)
        .exclude(before=F("reported"))
        .select_related("report__project")
        .order_by("-report__published_at", "pk")
    )


def finishes_moved(scope: Scope, since: datetime) -> QuerySet[Project]:
    """With the finish ``before`` of the last plan recorded before that moment, and ``after`` of the present one."""
    then = (
        PlanVersion.objects.filter(project=OuterRef("pk"), recorded_at__lt=since)
        .order_by("-number")
        .values("finish")[:1]
    )
    return (
        scope.projects()
        .filter(current_plan__recorded_at__gte=since)
        .annotate(before=Subquery(then), after=F("current_plan__finish"))
        .exclude(before=None)
        .exclude(after=None)
        .exclude(before=F("after"))
        .select_related("current_plan")
        .order_by("-current_plan__recorded_at", "pk")
    )


def new_projects(scope: Scope, since: datetime) -> QuerySet[Project]:
    return scope.projects().filter(created_at__gte=since).order_by("-created_at", "pk")


def big_risks(scope: Scope, since: datetime) -> QuerySet[Entry]:
    """New or closed."""
    return (
        Entry.objects.filter(kind=Kind.RISK, **_of(scope))
        .filter(Q(raised_at__gte=since) | Q(closed_at__gte=since))
        .annotate(weight=F("probability") * F("impact"))
        .filter(weight__gte=BIG_RISK)
        .select_related("project")
        .order_by("-weight", "-raised_at", "pk")
    )


def decisions_taken(scope: Scope, since: datetime) -> QuerySet[Entry]:
    return (
        Entry.objects.filter(kind__in=(Kind.DECISION, Kind.CHANGE), closed_at__gte=since, **_of(scope))
        .select_related("project")
        .order_by("-closed_at", "pk")
    )


def gates_decided(scope: Scope, since: datetime) -> QuerySet[GateDecision]:
    return (
        GateDecision.objects.filter(decided_at__gte=since, **scope.of_projects("review__project__"))
        .select_related("review__project")
        .defer("document")
        .order_by("-decided_at")
    )


def _of(scope: Scope) -> dict[str, Any]:
    return {"organisation": scope.organisation, **scope.of_projects("project__")}
