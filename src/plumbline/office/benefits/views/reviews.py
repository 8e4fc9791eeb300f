"""The benefits review after a project."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plumbline.office.benefits import actions, queries
from plumbline.office.benefits.forms import HoldReviewForm, MoveReviewForm, PlanReviewForm
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects


@organisation_page("see_benefits")
def plan_review(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    require(request, "edit_benefits", project)
    form = PlanReviewForm(request.organisation, request.POST or None)
    if planned := attempt(form, lambda: actions.plan_review(project, by=request.user, **form.cleaned_data)):
        messages.success(request, "The review is planned. Its reviewers are told on its day.")
        return redirect("benefits:review", request.organisation.slug, planned.pk)
    return render_page(request, "benefits/plan_review.html", {"project": project, "tab": "benefits", "form": form})


@organisation_page("see_benefits")
def review(request: OrganisationRequest, review_id: int) -> HttpResponse:
    found = queries.review_in(request.organisation, review_id)
    holds = may(request.membership, "hold_benefits_review", found) and found.held_on is None
    if request.method == "POST":
        require(request, "hold_benefits_review", found)
    form = HoldReviewForm(request.POST or None) if holds else None
    if form and attempt(form, lambda: actions.hold_review(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The review is held, and its decision stands.")
        return redirect("benefits:review", request.organisation.slug, found.pk)
    context = {
        "project": found.project,
        "tab": "benefits",
        "review": found,
        "reviewers": [each.person for each in found.reviewers.select_related("person")],
        "rows": queries.rows_of(queries.benefits_of(found.project), today(request.organisation)),
        "form": form,
    }
    return render_page(request, "benefits/review.html", context)


@organisation_page("see_benefits")
def move_review(request: OrganisationRequest, review_id: int) -> HttpResponse:
    found = queries.review_in(request.organisation, review_id)
    require(request, "hold_benefits_review", found)
    form = MoveReviewForm(request.POST or None)

    def do() -> bool:
        actions.move_review(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, "The review is moved.")
        return redirect("benefits:review", request.organisation.slug, found.pk)
    back = reverse("benefits:review", args=[request.organisation.slug, found.pk])
    return render_page(request, "benefits/move_review.html", {"review": found, "form": form, "back": back})
