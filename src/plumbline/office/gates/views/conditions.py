"""Conditions across projects, and the way of one of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.gates import actions, queries
from plumbline.office.gates.forms import StepForm
from plumbline.office.gates.models import Condition
from plumbline.office.governance import queries as governance
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.models import Person

PER_PAGE = 50
REPORT = ("done", "Report that it is met")
CLOSE = ("close", "Close it: it is met")
SEND_BACK = ("send back", "Send it back: something is missing")
STEPS = [REPORT, CLOSE, SEND_BACK]


@require_safe
@organisation_page("see_projects")
def conditions(request: OrganisationRequest) -> HttpResponse:
    closed = request.GET.get("show") == "closed"
    found = Paginator(queries.conditions(request.organisation, closed=closed), PER_PAGE)
    today = governance.today(request.organisation)
    page = found.get_page(request.GET.get("page"))
    lines = [(each, each.is_overdue_on(today)) for each in page.object_list]
    return render_page(request, "gates/conditions.html", {"page": page, "lines": lines, "closed": closed})


@organisation_page("see_projects")
def condition(request: OrganisationRequest, condition_id: int) -> HttpResponse:
    found = queries.condition(request.organisation, condition_id)
    steps = _steps(found, request.user)
    if request.method == "POST" and not (steps or may(request.membership, "assess_gates") or _is_owner(request, found)):
        raise PermissionDenied("Your part in this project does not allow this: change the condition.")
    initial = {"step": steps[0][0]} if len(steps) == 1 else None
    form = StepForm(steps if request.method == "GET" else STEPS, request.POST or None, initial=initial)
    if request.method == "POST" and attempt(form, lambda: _take(found, request.user, form)):
        messages.success(request, "It is kept.")
        return redirect("gates:condition", request.organisation.slug, found.pk)
    context = {
        "condition": found,
        "project": found.review.project,
        "history": list(found.steps.select_related("by")),
        "form": form if steps or form.is_bound else None,
        "overdue": found.is_overdue_on(governance.today(request.organisation)),
        "tab": "life cycle",
    }
    return render_page(request, "gates/condition.html", context)


@require_POST
@organisation_page("see_projects")
def withdraw_condition(request: OrganisationRequest, condition_id: int) -> HttpResponse:
    found = queries.condition(request.organisation, condition_id)
    try:
        actions.withdraw_condition(found, by=request.user)
        messages.success(request, "The condition is withdrawn.")
    except ValidationError as refused:
        if not may(request.membership, "assess_gates"):
            raise PermissionDenied(
                "Your part in this project does not allow this: withdraw the condition."
            ) from refused
        messages.error(request, " ".join(refused.messages))
    return redirect("gates:review", request.organisation.slug, found.review_id)


def _steps(found: Condition, person: Person) -> list[tuple[str, str]]:
    if found.state == Condition.State.OPEN and found.owner_id == person.pk:
        return [REPORT]
    if found.state == Condition.State.DONE and queries.may_close(person, found):
        return [CLOSE, SEND_BACK]
    return []


def _is_owner(request: OrganisationRequest, found: Condition) -> bool:
    return found.owner_id == request.user.pk


def _take(found: Condition, person: Person, form: StepForm) -> bool:
    step = {"done": actions.report_done, "close": actions.close, "send back": actions.send_back}
    step[form.cleaned_data["step"]](found, by=person, note=form.cleaned_data["note"])
    return True
