"""The guide: one page for each step, and one that leads to the right step."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.founding import actions, queries
from plumbline.office.founding import guide as guides
from plumbline.office.founding.forms import CultureForm
from plumbline.office.founding.models import Founding
from plumbline.office.founding.steps import FORMS
from plumbline.office.mandate.queries import charter
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.standards.queries import in_force


@require_safe
@organisation_page("found_office")
def guide(request: OrganisationRequest) -> HttpResponse:
    founding = queries.founding_of(request.organisation)
    finished = bool(founding and founding.finished_at)
    context: dict[str, Any] = {
        "tab": "founding",
        "founding": founding,
        "steps": guides.places(founding, ""),
        "resume": guides.resume_at(founding),
    }
    context["charter"] = charter(request.organisation)
    if finished:
        context["parts"] = guides.reads(guides.answers_of(request.organisation, founding))
        context["standard"] = in_force(request.organisation)
        context["rhythm"] = queries.rhythm_of(request.organisation)
    return render_page(request, "founding/founded.html" if finished else "founding/guide.html", context)


@require_http_methods(["GET", "POST"])
@organisation_page("found_office")
def step(request: OrganisationRequest, founding_step: str) -> HttpResponse:
    key = founding_step
    if key not in guides.ORDER:
        raise Http404
    founding = queries.founding_of(request.organisation)
    if founding and founding.finished_at:
        return redirect("founding:guide", request.organisation.slug)
    answers = guides.answers_of(request.organisation, founding)
    kind = next(each[3] for each in FORMS if each[0] == key)
    given = request.POST if request.method == "POST" else None
    form = kind(given, initial=_initial(request, key, answers))
    if attempt(form, lambda: _keep(request, key, form)):
        return _onward(request, key)
    return _page(request, key, form, founding, answers)


def _initial(request: OrganisationRequest, key: str, answers: dict[str, Any]) -> dict[str, Any]:
    last = queries.profile_of(request.organisation) if key == "who" else None
    if last:
        return {name: getattr(last, name) for name in CultureForm.base_fields}
    return answers.get(key, {})


def _keep(request: OrganisationRequest, key: str, form: Any) -> Founding:
    if key == guides.ORDER[-1]:
        return actions.found_office(request.organisation, by=request.user)
    return actions.answer_step(request.organisation, key, by=request.user, said=form.cleaned_data)


def _onward(request: OrganisationRequest, key: str) -> HttpResponse:
    slug = request.organisation.slug
    if key == guides.ORDER[-1]:
        messages.success(request, "The office is founded.")
        return redirect("founding:guide", slug)
    return redirect("founding:step", slug, guides.ORDER[guides.ORDER.index(key) + 1])


def _page(
    request: OrganisationRequest, key: str, form: Any, founding: Founding | None, answers: dict[str, Any]
) -> HttpResponse:
    number = guides.ORDER.index(key)
    context: dict[str, Any] = {
        "tab": "founding",
        "form": form,
        "key": key,
        "number": number + 1,
        "title": FORMS[number][1],
        "lead": FORMS[number][2],
        "steps": guides.places(founding, key),
        "before": guides.ORDER[number - 1] if number else "",
        "is_last": key == guides.ORDER[-1],
    }
    if key == "standard":
        context["presets"] = queries.presets(queries.profile_of(request.organisation))
    if context["is_last"]:
        alone = actions.is_alone(request.organisation, request.user)
        context |= {"parts": guides.reads(answers), "alone": alone}
    return render_page(request, "founding/step.html", context)
