"""The text of a policy while it is written and decided on."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.policies import actions, queries
from plumbline.office.policies.forms import BeginForm, DecisionForm, DraftForm
from plumbline.office.policies.models import Policy
from plumbline.office.policies.texts import compared
from plumbline.office.policies.views.policies import about, to_policy


@organisation_page("write_policies")
def begin(request: OrganisationRequest) -> HttpResponse:
    form = BeginForm(request.organisation, request.POST or None, initial={"owner": request.user})
    if "preview" in request.POST:
        return render_page(request, "policies/begin.html", {"form": form, "preview": _preview(form)})
    begun = attempt(form, lambda: _begun(request, form))
    if begun:
        messages.success(request, f"“{begun}” is begun. Ask for its approval when it says what it should.")
        return redirect("policies:draft", request.organisation.slug, begun.pk)
    return render_page(request, "policies/begin.html", {"form": form, "tab": "policies"})


@organisation_page("see_standards")
def draft(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    context = about(request, found)
    form = DraftForm(found, queries.open_draft(found), request.POST or None)
    if "preview" not in request.POST and attempt(form, lambda: _written(request, found, form)):
        return redirect("policies:draft", request.organisation.slug, found.pk)
    context |= {"form": form, "preview": _preview(form)}
    return render_page(request, "policies/draft.html", context)


@require_POST
@organisation_page("see_standards")
def ask(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    try:
        actions.ask_for_approval(found, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("policies:draft", request.organisation.slug, found.pk)
    messages.success(request, "It waits for approval now. Somebody who wrote none of it decides.")
    return to_policy(request, found)


@organisation_page("see_standards")
def give_up(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    require(request, "edit_policy", found)
    if request.method != "POST":
        return render_page(request, "policies/give_up.html", about(request, found))
    try:
        actions.give_up_draft(found, by=request.user)
        messages.success(request, "The draft is given up.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return to_policy(request, found)


@organisation_page("approve_policies")
def decide(request: OrganisationRequest, policy_id: int) -> HttpResponse:
    found = queries.policy(request.membership, policy_id)
    context = about(request, found)
    waiting = queries.open_draft(found)
    form = DecisionForm(request.POST or None)
    if attempt(form, lambda: _decided(request, found, form)):
        return to_policy(request, found)
    context |= {
        "form": form,
        "text": as_html(waiting.text) if waiting else "",
        "seen": waiting.fingerprint if waiting else "",
        "rows": compared(found.current.text, waiting.text) if waiting and found.current else [],
        "is_writer": waiting is not None and request.user in waiting.writers.all(),
    }
    return render_page(request, "policies/decide.html", context)


def _begun(request: OrganisationRequest, form: BeginForm) -> Policy:
    return actions.begin_policy(request.organisation, form.facts(), by=request.user, text=form.cleaned_data["text"])


def _written(request: OrganisationRequest, found: Policy, form: DraftForm) -> bool:
    actions.write_draft(found, by=request.user, **form.cleaned_data)
    messages.success(request, "The draft is saved.")
    return True


def _decided(request: OrganisationRequest, found: Policy, form: DecisionForm) -> bool:
    given = form.cleaned_data
    if given["decision"] == "back":
        actions.send_back(found, by=request.user, note=given["note"])
        messages.success(request, "It is sent back, with your note beside it.")
        return True
    version = actions.approve_draft(found, by=request.user, seen=request.POST.get("seen", ""))
    messages.success(request, f"Version {version.number} of “{found}” is published.")
    return True


def _preview(form: BeginForm | DraftForm) -> str:
    """Of what was just sent, else of what the form began with; nothing for what is refused."""
    if form.is_bound:
        form.is_valid()
        return as_html(form.cleaned_data.get("text", ""))
    return as_html(form.initial.get("text", ""))
