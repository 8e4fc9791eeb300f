"""How the organisation works, and what follows from it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.founding import actions, queries
from plumbline.office.founding.forms import CultureForm, OverruleForm
from plumbline.office.people.access import OrganisationRequest, organisation_page


@require_http_methods(["GET", "POST"])
@organisation_page("found_office")
def culture(request: OrganisationRequest) -> HttpResponse:
    form = CultureForm(request.POST or None, instance=None, initial=_known(request))
    done = attempt(form, lambda: actions.record_culture(request.organisation, by=request.user, **form.cleaned_data))
    if done:
        messages.success(request, "It is kept. The proposals below follow from it.")
        return redirect("founding:culture", request.organisation.slug)
    key = request.GET.get("of", "")
    return _page(request, form, OverruleForm(key) if key in queries.LABELS else None)


@organisation_page("found_office")
@require_POST
def overrule(request: OrganisationRequest) -> HttpResponse:
    key = request.POST.get("key", "")
    if key not in queries.LABELS:
        messages.error(request, "Choose one of the proposals first.")
        return redirect("founding:culture", request.organisation.slug)
    form = OverruleForm(key, request.POST)
    if attempt(form, lambda: actions.overrule(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "Your choice counts now, with its reason.")
        return redirect("founding:culture", request.organisation.slug)
    return _page(request, CultureForm(initial=_known(request)), form)


def _known(request: OrganisationRequest) -> dict[str, object]:
    last = queries.profile_of(request.organisation)
    return {name: getattr(last, name) for name in CultureForm.base_fields} if last else {}


def _page(request: OrganisationRequest, form: CultureForm, instead: OverruleForm | None) -> HttpResponse:
    history = queries.history_of(request.organisation)
    context = {
        "tab": "founding",
        "form": form,
        "instead": instead,
        "history": history,
        "presets": queries.presets(history[0] if history else None),
    }
    return render_page(request, "founding/culture.html", context)
