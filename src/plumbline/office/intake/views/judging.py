"""What the office does with a request: screening, questions back, scoring, the ranking."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.intake import actions, queries
from plumbline.office.intake.forms import OverruleForm, SayForm, ScoringForm, ScreeningForm
from plumbline.office.intake.models import ProjectRequest, ScoreSheet
from plumbline.office.intake.queries.scores import criteria_of, judged
from plumbline.office.intake.queries.screening import screening_of
from plumbline.office.people.access import OrganisationRequest, organisation_page

PAGE_LENGTH = 50


@organisation_page("triage_requests")
def screen(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    told = screening_of(asked)
    form = ScreeningForm(told, request.POST or None)
    if form.is_bound and attempt(form, lambda: _screened(request, asked, form)):
        return redirect("intake:screen", request.organisation.slug, asked.pk)
    return render_page(request, "intake/screen.html", _screening(request, asked, form, OverruleForm()))


@require_POST
@organisation_page("triage_requests")
def pass_on(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    form = OverruleForm(request.POST)
    if attempt(form, lambda: _passed(request, asked, form.cleaned_data["overrule"])):
        return redirect("intake:request", request.organisation.slug, asked.pk)
    context = _screening(request, asked, ScreeningForm(screening_of(asked)), form)
    return render_page(request, "intake/screen.html", context)


@require_POST
@organisation_page("triage_requests")
def ask(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    form = SayForm(request.POST)
    try:
        actions.ask_author(asked, by=request.user, note=form.cleaned_data["note"] if form.is_valid() else "")
        messages.success(request, f"{asked.author} is asked. The request waits for the answer.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("intake:request", request.organisation.slug, asked.pk)


@organisation_page("score_requests")
def score(request: OrganisationRequest, request_id: int) -> HttpResponse:
    asked = queries.request_for(request.membership, request_id)
    sheets = list(ScoreSheet.objects.filter(request=asked).select_related("scorer"))
    has_scored = any(each.scorer_id == request.user.pk for each in sheets)
    form = ScoringForm(criteria_of(asked), request.POST or None)
    if form.is_bound and attempt(form, lambda: _scored(request, asked, form)):
        return redirect("intake:score", request.organisation.slug, asked.pk)
    context = {
        "asked": asked,
        "form": form,
        "is_own": asked.author_id == request.user.pk,
        "has_scored": has_scored,
        "sheets": sheets if has_scored else [],
        "judged": judged(asked) if has_scored else [],
    }
    return render_page(request, "intake/score.html", context)


@require_safe
@organisation_page("score_requests")
def ranking(request: OrganisationRequest) -> HttpResponse:
    found = queries.ranking(
        request.organisation, request.user, request.GET.get("standard", ""), request.GET.get("sort", "")
    )
    page = Paginator(found.rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render_page(request, "intake/ranking.html", {"ranking": found, "page": page})


@require_safe
@organisation_page("score_requests")
def ranking_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    if extension not in ("csv", "xlsx"):
        raise Http404
    found = queries.ranking(
        request.organisation, request.user, request.GET.get("standard", ""), request.GET.get("sort", "")
    )
    return table_file("requests", extension, found.lines())


def _screening(
    request: OrganisationRequest, asked: ProjectRequest, form: ScreeningForm, overrule: OverruleForm
) -> dict[str, object]:
    told = form.told
    return {
        "asked": asked,
        "rows": [(each, form[each.name], form[f"note_{each.name}"]) for each in told],
        "form": form,
        "overrule": overrule,
        "stops": any(each.stops for each in told),
        "is_whole": all(each.answer for each in told),
        "is_own": asked.author_id == request.user.pk,
    }


def _screened(request: OrganisationRequest, asked: ProjectRequest, form: ScreeningForm) -> bool:
    actions.answer_screening(asked, by=request.user, answers=form.answers)
    messages.success(request, "The answers are recorded.")
    return True


def _passed(request: OrganisationRequest, asked: ProjectRequest, overrule: str) -> bool:
    actions.pass_screening(asked, by=request.user, overrule=overrule)
    messages.success(request, f"“{asked.title}” goes on to scoring.")
    return True


def _scored(request: OrganisationRequest, asked: ProjectRequest, form: ScoringForm) -> bool:
    actions.give_scores(asked, by=request.user, levels=form.levels, note=form.cleaned_data["note"])
    messages.success(request, "Your score is recorded. Now you see those of others.")
    return True
