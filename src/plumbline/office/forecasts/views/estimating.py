"""What is uncertain: estimates, rules, risks."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.forecasts import actions
from plumbline.office.forecasts.actions.estimating import MOST_RULES, open_activities
from plumbline.office.forecasts.forms import EffectForm, EstimateForm, HistoryForm, RuleForm, TableForm
from plumbline.office.forecasts.models import Estimate
from plumbline.office.forecasts.queries.estimate_page import LONGEST_SEARCH, estimate_lines, estimate_rows
from plumbline.office.forecasts.queries.ranges import estimates_of, ratios_of_finished, rules_of
from plumbline.office.forecasts.queries.risk_events import effects_of
from plumbline.office.forecasts.queries.risk_page import entry_of, risk_rows
from plumbline.office.forecasts.tables import ESTIMATE_COLUMNS, ReadRows, read_estimates, read_or_refuse
from plumbline.office.forecasts.views.access import SEE, about, project_of, project_to_edit
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.projects import queries as projects
from plumbline.office.registers.models import Kind

ROWS_PER_PAGE = 100
MOST_PROBLEMS_SHOWN = 200
RULE_KEYS = ("words", "at_least", "below", "low", "high", "together")
Rules = formset_factory(RuleForm, extra=3, max_num=MOST_RULES, validate_max=True)


@require_safe
@organisation_page(SEE)
def estimates(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    words = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    rows = estimate_rows(project, words)
    page = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    kept = rules_of(project)
    context = about(request, project, "estimates", page=page, words=words, kept=kept)
    return render_page(request, "forecasts/estimates.html", context)


@organisation_page(SEE)
def estimate(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    there = reverse("forecasts:estimates", args=[request.organisation.slug, project.pk])
    uid = request.GET.get("activity", "")
    activity = open_activities(project).get(uid)
    if activity is None:
        return redirect(there)
    known = estimates_of(project).get(uid)
    names = ("shape", "optimistic", "most_likely", "pessimistic")
    form = EstimateForm(request.POST or None, initial={each: getattr(known, each) for each in names} if known else None)

    def put() -> bool:
        actions.put_estimate(project, by=request.user, uid=uid, **form.cleaned_data)
        return True

    if attempt(form, put):
        messages.success(request, f"The estimate of {activity.id} is kept. It counts from the next simulation on.")
        return redirect(there)
    rows = Estimate.objects.filter(project=project, uid=uid).select_related("by").order_by("-id")
    context = about(request, project, "estimates", activity=activity, form=form, back=there, history=rows[:20])
    return render_page(request, "forecasts/estimate.html", context)


@organisation_page(SEE)
def upload_estimates(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    form = TableForm(request.POST or None, request.FILES or None)
    read = ReadRows()
    if form.is_valid():
        uid_by_id = {each.id: uid for uid, each in open_activities(project).items()}
        content = form.cleaned_data["table"].read()
        read, refusal = read_or_refuse(partial(read_estimates, content, uid_by_id))
        if refusal:
            form.add_error("table", refusal)
        elif not read.problems:
            changed = attempt(form, lambda: [actions.put_estimates(project, by=request.user, rows=read.rows)])
            if changed:
                messages.success(request, f"{changed[0]} of {len(read.rows)} estimates are new or changed.")
                return redirect("forecasts:estimates", request.organisation.slug, project.pk)
    shown = {"problems": read.problems[:MOST_PROBLEMS_SHOWN], "columns": ESTIMATE_COLUMNS}
    context = about(request, project, "estimates", form=form, read=read, **shown)
    return render_page(request, "forecasts/upload.html", context)


@require_safe
@organisation_page(SEE)
def estimates_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = project_of(request, project_id)
    return table_file(f"{project.code} estimates", extension, estimate_lines(estimate_rows(project)))


@organisation_page(SEE)
def rules(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    kept = rules_of(project)
    told = [{key: each.get(key) for key in RULE_KEYS} for each in kept.rules] if kept else []
    formset = Rules(request.POST or None, initial=told, prefix="rules")
    form = HistoryForm(request.POST or None, initial={"from_history": bool(kept and kept.from_history)})
    form.empty_permitted = False

    def put() -> bool:
        said = [each.cleaned_data for each in formset if each.is_said]
        actions.put_rules(project, by=request.user, rules=said, from_history=form.cleaned_data["from_history"])
        return True

    if request.method == "POST" and formset.is_valid() and attempt(form, put):
        messages.success(request, "The rules are kept. They count from the next simulation on.")
        return redirect("forecasts:estimates", request.organisation.slug, project.pk)
    schedule = projects.schedule_of(project.current_plan) if project.current_plan else None
    finished = len(ratios_of_finished(schedule)) if schedule else 0
    context = about(request, project, "estimates", formset=formset, form=form, finished=finished)
    return render_page(request, "forecasts/rules.html", context)


@require_safe
@organisation_page(SEE)
def risks(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = project_of(request, project_id)
    return render_page(request, "forecasts/risks.html", about(request, project, "risks", rows=risk_rows(project)))


@organisation_page(SEE)
def risk(request: OrganisationRequest, project_id: int, entry_id: int) -> HttpResponse:
    project = project_to_edit(request, project_id)
    entry = entry_of(project, entry_id)
    there = reverse("forecasts:risks", args=[request.organisation.slug, project.pk])
    if entry.kind != Kind.RISK or not entry.is_open:
        return redirect(there)
    choices = [(uid, f"{each.id} {each.name}") for uid, each in open_activities(project).items()]
    known = effects_of(project).get(entry.pk)
    form = EffectForm(choices, request.POST or None)
    if known:
        form.initial = {name: getattr(known, name) for name in form.fields}
    if attempt(form, lambda: actions.put_effect(entry, by=request.user, **form.cleaned_data)):
        messages.success(request, f"What {entry.reference} does to the plan is kept.")
        return redirect(there)
    context = about(request, project, "risks", entry=entry, form=form, back=there)
    return render_page(request, "forecasts/risk.html", context)
