"""Scenarios, candidates and plans of record of an organisation, and what may become a candidate."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from plumbline.office.choosing.models import Approval, Candidate, Scenario, Selection
from plumbline.office.intake.models import OPEN, ProjectRequest
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


def scenarios_of(organisation: Organisation) -> QuerySet[Scenario]:
    """With how many candidates each has and how often it was approved."""
    counted = Scenario.objects.filter(organisation=organisation, archived_at=None).select_related("created_by")
    return counted.annotate(count=Count("candidates", distinct=True), approved=Count("approvals", distinct=True))


def scenario_in(organisation: Organisation, scenario_id: int) -> Scenario:
    return get_object_or_404(Scenario.objects.select_related("organisation"), organisation=organisation, pk=scenario_id)


def candidate_in(organisation: Organisation, candidate_id: int) -> Candidate:
    found = Candidate.objects.select_related("scenario__organisation", "project", "request")
    return get_object_or_404(found, scenario__organisation=organisation, pk=candidate_id)


def selection_in(organisation: Organisation, selection_id: int) -> Selection:
    found = Selection.objects.select_related("scenario__organisation")
    return get_object_or_404(found, scenario__organisation=organisation, pk=selection_id)


def approval_in(organisation: Organisation, approval_id: int) -> Approval:
    found = Approval.objects.select_related("by", "scenario")
    return get_object_or_404(found, organisation=organisation, pk=approval_id)


def approvals_of(organisation: Organisation) -> QuerySet[Approval]:
    """The one that counts first."""
    return Approval.objects.filter(organisation=organisation).select_related("by", "scenario")


def plan_of_record(organisation: Organisation) -> Approval | None:
    return approvals_of(organisation).first()


def open_requests(scenario: Scenario) -> QuerySet[ProjectRequest]:
    """Requests with the office that are not in the scenario yet."""
    there = scenario.candidates.exclude(request=None).values("request")
    return ProjectRequest.objects.filter(
        Q(organisation=scenario.organisation), Q(state__in=OPEN), ~Q(pk__in=there)
    ).order_by("title")


def running_projects(scenario: Scenario) -> QuerySet[Project]:
    there = scenario.candidates.exclude(project=None).values("project")
    running = Project.objects.filter(organisation=scenario.organisation, archived_at=None)
    return running.exclude(pk__in=there).order_by("code")
