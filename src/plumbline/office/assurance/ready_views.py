"""Whether a deliverable is ready and done by the standard, and the answers that only people can give."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.acceptance import actions
from plumbline.office.acceptance import queries as acceptance
from plumbline.office.acceptance.readiness_models import REMARK, Definition
from plumbline.office.acceptance.views.places import about, project_of, project_to_edit
from plumbline.office.assurance.definitions import definitions_of
from plumbline.office.foundation.forms import tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page


class AnswerForm(forms.Form):
    definition = forms.ChoiceField(choices=Definition.choices)
    point = forms.SlugField(max_length=63)
    answer = forms.ChoiceField(choices=(("yes", "Yes"), ("no", "No")))
    remark = forms.CharField(required=False, max_length=REMARK)


@require_safe
@organisation_page("see_acceptance")
def definitions(request: OrganisationRequest, project_id: int, deliverable_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    found = acceptance.deliverable(project, deliverable_id)
    context = about(request, project, deliverable=found, tables=definitions_of(found), longest=REMARK)
    return render_page(request, "assurance/definitions.html", context)


@organisation_page("see_acceptance")
@require_POST
def answer(request: OrganisationRequest, project_id: int, deliverable_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    found = acceptance.deliverable(project, deliverable_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        tried(request, lambda: actions.answer_point(found, by=request.user, **given), "The answer is kept.")
    return redirect("assurance:definitions", request.organisation.slug, project.pk, found.pk)
