"""Audits: all of them, one with its sample and its steps, and its report."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.conformance.actions import audits as actions
from plumbline.office.conformance.actions.checklists import add_question
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.conformance.forms import AuditForm, QuestionForm, SampleForm, StepForm
from plumbline.office.conformance.models import Audit
from plumbline.office.conformance.queries import audits as queries
from plumbline.office.conformance.queries import checklists, findings, reports
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.governance.queries import today
from plumbline.office.people.access import OrganisationRequest, organisation_page, require

PER_PAGE = 50
STEPS: dict[str, tuple[Callable[..., object], str]] = {
    "begin": (actions.begin_audit, "It has begun, and the checklists are made."),
    "report": (report_audit, "It is reported. The report does not change any more."),
    "follow_up": (actions.begin_follow_up, "Its findings are followed up now."),
    "close": (actions.close_audit, "It is closed."),
    "cancel": (actions.cancel_audit, "It is cancelled."),
}


@require_safe
@organisation_page("see_conformance")
def audits(request: OrganisationRequest) -> HttpResponse:
    page = Paginator(queries.audits(request.membership), PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "conformance/audits.html", {"page": page, "tab": "audits"})


@organisation_page("audit_projects")
def new(request: OrganisationRequest) -> HttpResponse:
    form = AuditForm(request.organisation, request.POST or None)
    planned = attempt(form, lambda: actions.plan_audit(request.organisation, by=request.user, **form.cleaned_data))
    if planned:
        messages.success(request, "It is planned. Choose the projects next.")
        return redirect("conformance:sample", request.organisation.slug, planned.pk)
    return render_page(request, "conformance/audit_form.html", {"form": form, "tab": "audits"})


@organisation_page("audit_projects")
def edit(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    found = queries.audit(request.organisation, audit_id)
    form = AuditForm(request.organisation, request.POST or None, initial=AuditForm.of(found))
    if form.is_bound and attempt(form, lambda: _edit(request, found, form)):
        return _to(request, found)
    return render_page(request, "conformance/audit_form.html", {"form": form, "audit": found, "tab": "audits"})


def _edit(request: OrganisationRequest, found: Audit, form: AuditForm) -> bool:
    actions.edit_audit(found, by=request.user, **form.cleaned_data)
    messages.success(request, "The changes are kept.")
    return True


@require_safe
@organisation_page("see_conformance")
def audit(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    found = queries.audit(request.organisation, audit_id)
    require(request, "see_audit", found)
    context = {
        "audit": found,
        "choice": queries.last_choice(found),
        "progress": queries.progress(found),
        "findings": findings.findings_of(found),
        "today": today(request.organisation),
        "audits_here": may(request.membership, "audit_projects"),
        "form": StepForm(),
        "tab": "audits",
    }
    return render_page(request, "conformance/audit.html", context)


@require_POST
@organisation_page("audit_projects")
def step(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    """The next step of an audit, named by the button."""
    found = queries.audit(request.organisation, audit_id)
    form = StepForm(request.POST)
    name = request.POST.get("step", "")
    if name not in STEPS or not form.is_valid():
        messages.error(request, "Nothing was done: choose a step, and keep the note within 4,000 characters.")
        return _to(request, found)
    do, said = STEPS[name]
    try:
        do(found, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, said)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return _to(request, found)


@organisation_page("audit_projects")
def sample(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    found = queries.audit(request.organisation, audit_id)
    form = SampleForm(request.POST or None, initial={"method": "random", "size": 3})
    if attempt(form, lambda: actions.choose_sample(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The projects are chosen.")
        return _to(request, found)
    context = {"audit": found, "form": form, "choices": found.choices.select_related("chosen_by"), "tab": "audits"}
    return render_page(request, "conformance/sample.html", context)


@organisation_page("audit_projects")
def ask(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    """Adds a question of the auditor's own."""
    found = queries.audit(request.organisation, audit_id)
    form = QuestionForm(found, request.POST or None, initial=request.GET.dict())
    added = attempt(form, lambda: add_question(found, by=request.user, **form.cleaned_data))
    if added:
        messages.success(request, "The question is added.")
        return redirect("conformance:question", request.organisation.slug, added.pk)
    return render_page(request, "conformance/ask.html", {"audit": found, "form": form, "tab": "audits"})


@require_safe
@organisation_page("see_conformance")
def checklist(request: OrganisationRequest, audit_id: int, project_id: int) -> HttpResponse:
    """The questions about one project with their latest answers."""
    found = queries.audit(request.organisation, audit_id)
    require(request, "see_audit", found)
    sampled = queries.sampled(found, project_id)
    asked = checklists.questions(found).filter(project=sampled.project)
    context = {"audit": found, "sampled": sampled, "questions": asked, "tab": "audits"}
    return render_page(request, "conformance/checklist.html", context)


@require_safe
@organisation_page("see_conformance")
def report(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    found = queries.audit(request.organisation, audit_id)
    require(request, "see_audit", found)
    kept = reports.report_of(found)
    if kept is None:
        messages.info(request, "It is not reported yet.")
        return _to(request, found)
    page = reports.report_page(kept, request.GET.get("project", ""), request.GET.get("answer", ""))
    context = {"audit": found, "report": kept, "page": page, "said": page.document, "tab": "audits"}
    return render_page(request, "conformance/report.html", context)


@require_safe
@organisation_page("see_conformance")
def report_file(request: OrganisationRequest, audit_id: int) -> HttpResponse:
    """The document itself, byte for byte as it was hashed."""
    found = queries.audit(request.organisation, audit_id)
    require(request, "see_audit", found)
    kept = reports.report_of(found)
    if kept is None:
        return _to(request, found)
    response = HttpResponse(kept.document.encode(), content_type="application/json")
    response["Content-Disposition"] = content_disposition_header(True, f"audit-{found.pk}.json")
    return response


def _to(request: OrganisationRequest, audit: Audit) -> HttpResponse:
    return redirect("conformance:audit", request.organisation.slug, audit.pk)
