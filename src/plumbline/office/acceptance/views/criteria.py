"""One criterion: read, written, rewritten, withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from plumbline.office.acceptance import actions, queries
from plumbline.office.acceptance.forms import CommentForm, CriterionForm, ReasonForm
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.acceptance.reading import Reading, reading
from plumbline.office.acceptance.text import normalised
from plumbline.office.acceptance.views.places import about, project_of, project_to_edit
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page

CHECK = "check"


@organisation_page("see_acceptance")
def criterion(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    found = queries.criterion(project, criterion_id)
    page = queries.criterion_page(found, request.user)
    is_open = not (found.withdrawn_at or found.deliverable.dropped_at or project.archived_at)
    context = about(request, project, criterion=found, deliverable=found.deliverable, page=page, is_open=is_open)
    context |= {"may_speak": is_open and may(request.membership, "agree_on_criteria")}
    return render_page(request, "acceptance/criterion.html", context | {"form": CommentForm(page.my_voices)})


@organisation_page("see_acceptance")
def write(request: OrganisationRequest, project_id: int, deliverable_id: int) -> HttpResponse:
    """A new criterion. What is only to be checked is read and shown, and not kept."""
    project = project_to_edit(request, project_id)
    found = queries.deliverable(project, deliverable_id)
    form = _form(request, found, {"requirement": _number(request.GET.get("requirement", ""))})
    if not _checks(request) and (added := attempt(form, lambda: _add(request, found, form))):
        messages.success(request, f"{added.reference} is kept. Those who have to agree are told.")
        return redirect("acceptance:criterion", request.organisation.slug, project.pk, added.pk)
    context = about(request, project, deliverable=found, form=form, reading=_read(form))
    return render_page(request, "acceptance/write.html", context, partial="reading")


@organisation_page("see_acceptance")
def rewrite(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    """A new text; the page says beforehand whose agreement it loses."""
    project = project_to_edit(request, project_id)
    found = queries.criterion(project, criterion_id)
    text = queries.present_text(found)
    form = _form(request, found.deliverable, _begun(found) | {"text": text.text, "after": text.number})
    if not _checks(request) and (changed := attempt(form, lambda: _change(request, found, form))):
        messages.success(request, "The change is saved.")
        return redirect("acceptance:criterion", request.organisation.slug, project.pk, changed.pk)
    lost = [each for given in queries.standing_of(text).values() for each in given]
    context = about(request, project, deliverable=found.deliverable, criterion=found, form=form, lost=lost)
    return render_page(request, "acceptance/write.html", context | {"reading": _read(form)}, partial="reading")


@organisation_page("see_acceptance")
def withdraw(request: OrganisationRequest, project_id: int, criterion_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = queries.criterion(project, criterion_id)
    form = ReasonForm(request.POST or None)

    def do() -> bool:
        actions.withdraw_criterion(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, f"{found.reference} is withdrawn.")
        return redirect("acceptance:deliverable", request.organisation.slug, project.pk, found.deliverable_id)
    context = about(request, project, form=form, thing=found, deed="Withdraw this criterion", danger="Withdraw it")
    return render_page(request, "acceptance/reason.html", context | {"deliverable": found.deliverable})


def _form(request: OrganisationRequest, found: Deliverable, begun: dict[str, Any]) -> CriterionForm:
    required = list(found.requirements.filter(dropped_at=None))
    return CriterionForm(required, queries.speakers(found.project).held, request.POST or None, initial=begun)


def _begun(found: Criterion) -> dict[str, Any]:
    return {name: getattr(found, name) for name in CriterionForm.base_fields if hasattr(found, name)}


def _add(request: OrganisationRequest, found: Deliverable, form: CriterionForm) -> Criterion:
    return actions.add_criterion(found, by=request.user, **form.columns)


def _change(request: OrganisationRequest, found: Criterion, form: CriterionForm) -> Criterion:
    return actions.change_text(found, by=request.user, after=form.cleaned_data["after"], **form.columns)


def _checks(request: OrganisationRequest) -> bool:
    return request.POST.get("do") == CHECK


def _read(form: CriterionForm) -> Reading | None:
    """What stands in the form, as it would be read; nothing while nothing stands there."""
    text = str(form["text"].value() or "")
    if not text.strip():
        return None
    longest = form.fields["text"].max_length  # type: ignore[attr-defined]
    return reading(str(form["kind"].value()), normalised(text[:longest]), str(form["title"].value() or ""))


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) < 10 else None
