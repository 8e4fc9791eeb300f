"""All policies, and one of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.queries import today
from plumbline.office.policies import actions, queries
from plumbline.office.policies.forms import FactsForm, FilterForm, ReviewForm, WithdrawForm, facts_of
from plumbline.office.policies.models import Policy

PER_PAGE = 25


@require_safe
@organisation_page("see_standards")
def policies(request: OrganisationRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    found = queries.policies(request.membership, form.filters())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    listed = queries.listed(request.membership, page.object_list)
    context = {
        "form": form,
        "page": page,
        "listed": listed,
        "shows_counts": any(each.count for each in listed),
        "to_read": queries.to_read(request.membership).count(),
    }
    return render_page(request, "policies/policies.html", context, partial="policies")


@require_safe
@organisation_page("see_standards")
def policy(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    may_edit = may(request.membership, "edit_policy", found)
    asked = queries.is_asked(request.membership, found)
    counted = queries.read_counts(request.organisation, [found]) if may_edit else {}
    context = about(request, found) | {
        "text": as_html(found.current.text) if found.current else "",
        "asked_by": queries.to_read_by(request.membership, found) if asked else None,
        "count": counted.get(found.pk),
        "today": today(request.organisation),
        "last_review": queries.reviews(found).first(),
        "is_overdue": may_edit and found.is_overdue_on(today(request.organisation)),
        "review_form": ReviewForm() if may_edit and found.is_published else None,
    }
    return render_page(request, "policies/policy.html", context)


@organisation_page("see_standards")
def facts(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    form = FactsForm(request.organisation, request.POST or None, initial=facts_of(found))
    if attempt(form, lambda: _changed(request, found, form)):
        return to_policy(request, found)
    return render_page(request, "policies/facts.html", about(request, found) | {"form": form})


@organisation_page("see_standards")
def confirm(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    review = attempt(form, lambda: actions.confirm_review(found, by=request.user, note=form.cleaned_data["note"]))
    if review:
        messages.success(request, f"Kept. It is looked at again by {review.due:%-d %B %Y}.")
        return to_policy(request, found)
    return render_page(request, "policies/confirm.html", about(request, found) | {"form": form})


@organisation_page("approve_policies")
def withdraw(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    form = WithdrawForm(request.POST or None)
    if attempt(form, lambda: _withdrawn(request, found, form)):
        return to_policy(request, found)
    return render_page(request, "policies/withdraw.html", about(request, found) | {"form": form})


def about(request: OrganisationRequest, found: Policy) -> dict[str, object]:
    """What every page of one policy shows or asks."""
    sees_drafts = may(request.membership, "see_policy_drafts", found)
    return {
        "policy": found,
        "draft": queries.open_draft(found) if sees_drafts else None,
        "may_edit": may(request.membership, "edit_policy", found),
        "may_approve": may(request.membership, "approve_policies"),
        "back": reverse("policies:policy", args=[request.organisation.slug, found.pk]),
        "tab": "policies",
    }


def to_policy(request: OrganisationRequest, found: Policy) -> HttpResponse:
    return redirect("policies:policy", request.organisation.slug, found.pk)


def _changed(request: OrganisationRequest, found: Policy, form: FactsForm) -> bool:
    actions.change_facts(found, form.facts(), by=request.user)
    messages.success(request, f"What is known of “{form.cleaned_data['title']}” is saved.")
    return True


def _withdrawn(request: OrganisationRequest, found: Policy, form: WithdrawForm) -> bool:
    actions.withdraw_policy(found, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, f"“{found}” is withdrawn. It stays to be read.")
    return True
