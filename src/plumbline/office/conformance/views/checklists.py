"""One question of an audit at a time, and the findings that come out at it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.conformance.actions.checklists import answer
from plumbline.office.conformance.actions.findings import raise_finding
from plumbline.office.conformance.forms import AnswerForm, FindingForm
from plumbline.office.conformance.models import Audit
from plumbline.office.conformance.queries import checklists as queries
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require


@organisation_page("see_conformance")
def question(request: OrganisationRequest, question_id: int) -> HttpResponse:
    """Saved at once; then comes the next one."""
    found = queries.question(request.organisation, question_id)
    require(request, "see_audit", found.audit)
    page = queries.question_page(found)
    latest = page.answers[0] if page.answers else None
    form = AnswerForm(request.POST or None, initial={"value": latest.value, "note": latest.note} if latest else None)
    if request.method == "POST":
        require(request, "audit_projects")
        if attempt(form, lambda: answer(found, by=request.user, **form.cleaned_data)):
            messages.success(request, "The answer is kept.")
            return redirect("conformance:question", request.organisation.slug, page.following or found.pk)
    under_way = found.audit.state == Audit.State.UNDER_WAY and may(request.membership, "audit_projects")
    context = {"page": page, "audit": found.audit, "form": form, "may_answer": under_way, "tab": "audits"}
    return render_page(request, "conformance/question.html", context)


@organisation_page("audit_projects")
def find(request: OrganisationRequest, question_id: int) -> HttpResponse:
    """Raises a finding at a question."""
    asked = queries.question(request.organisation, question_id)
    form = FindingForm(request.organisation, request.POST or None, initial={"owner": asked.project.manager_id})
    raised = attempt(form, lambda: raise_finding(asked, by=request.user, **form.cleaned_data))
    if raised:
        messages.success(request, f"The finding is raised. {raised.owner} owns it.")
        return redirect("conformance:question", request.organisation.slug, asked.pk)
    context = {"question": asked, "audit": asked.audit, "form": form, "tab": "audits"}
    return render_page(request, "conformance/find.html", context)
