"""Pools, roles and skills, working patterns, names in plans, and leave from a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plumbline.office.capacity import actions
from plumbline.office.capacity.forms import (
    AbilityForm,
    ButtonForm,
    MatchForm,
    PatternForm,
    PoolForm,
    TableForm,
)
from plumbline.office.capacity.importing import COLUMNS, preview
from plumbline.office.capacity.models import LeaveTable
from plumbline.office.capacity.queries import lists, names, one
from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.handed_in import TakeForm, shown_of
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.people.working_time import week_of

MOST_NAMES_SHOWN = 200


@organisation_page("see_capacity")
def pools(request: OrganisationRequest) -> HttpResponse:
    manages = may(request.membership, "manage_any_capacity")
    if request.method == "POST":
        require(request, "manage_any_capacity")
    form = PoolForm(request.organisation, request.POST or None) if manages else None
    if form and attempt(form, lambda: actions.add_pool(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "The pool is there. Put people into it on their pages.")
        return redirect("capacity:pools", request.organisation.slug)
    context = {"tab": "capacity", "part": "pools", "form": form, "pools": lists.pools(request.organisation)}
    return render_page(request, "capacity/pools.html", context)


@organisation_page("see_capacity")
def pool(request: OrganisationRequest, pool_id: int) -> HttpResponse:
    found = one.pool_in(request.organisation, pool_id)
    require(request, "manage_pool", found)
    begun = {name: getattr(found, name) for name in PoolForm.base_fields}
    form = PoolForm(request.organisation, request.POST or None, initial=begun)
    if attempt(form, lambda: actions.change_pool(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The pool is changed.")
        return redirect("capacity:pools", request.organisation.slug)
    return render_page(request, "capacity/pool.html", {"tab": "capacity", "part": "pools", "form": form, "pool": found})


@organisation_page("see_capacity")
def abilities(request: OrganisationRequest) -> HttpResponse:
    manages = may(request.membership, "manage_any_capacity")
    if request.method == "POST":
        require(request, "manage_any_capacity")
    form = AbilityForm(request.POST or None) if manages else None
    if form and attempt(form, lambda: actions.add_ability(request.organisation, by=request.user, **form.cleaned_data)):
        messages.success(request, "It can be asked for from now on.")
        return redirect("capacity:abilities", request.organisation.slug)
    context = {
        "tab": "capacity", "part": "abilities", "form": form, "rows": lists.ability_rows(request.organisation),
        "offers": lists.offers_of_standard(request.organisation) if manages else [],
    }  # fmt: skip
    return render_page(request, "capacity/abilities.html", context)


@organisation_page("manage_any_capacity")
@require_POST
def take_from_standard(request: OrganisationRequest) -> HttpResponse:
    wanted = set(request.POST.getlist("offer"))
    chosen = [each for each in lists.offers_of_standard(request.organisation) if each.value in wanted]
    for each in chosen:
        add = lambda each=each: actions.add_ability(  # noqa: E731
            request.organisation, by=request.user, name=each.title, kind=each.kind, key=each.key
        )
        tried(request, add, f"{each.title} is taken from the standard.")
    return redirect("capacity:abilities", request.organisation.slug)


@organisation_page("manage_any_capacity")
def end_ability(request: OrganisationRequest, ability_id: int) -> HttpResponse:
    found = one.ability_in(request.organisation, ability_id)
    form = ButtonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end_ability(found, by=request.user)
        messages.success(request, f"{found} is offered no longer.")
        return redirect("capacity:abilities", request.organisation.slug)
    return render_page(request, "capacity/end_ability.html", {"tab": "capacity", "form": form, "ability": found})


@organisation_page("manage_any_capacity")
def patterns(request: OrganisationRequest) -> HttpResponse:
    form = PatternForm(week_of(request.organisation), request.POST or None)

    def keep() -> object:
        name = form.cleaned_data["name"]
        return actions.keep_pattern(request.organisation, by=request.user, name=name, windows=form.windows)

    if attempt(form, keep):
        messages.success(request, "The pattern is kept. Choose it on the pages of those who work by it.")
        return redirect("capacity:patterns", request.organisation.slug)
    context = {"tab": "capacity", "part": "patterns", "form": form, "patterns": lists.patterns(request.organisation)}
    return render_page(request, "capacity/patterns.html", context)


@organisation_page("manage_any_capacity")
def pattern(request: OrganisationRequest, working_pattern_id: int) -> HttpResponse:
    found = one.pattern_in(request.organisation, working_pattern_id)
    form = PatternForm(found.windows, request.POST or None, initial={"name": found.name})

    def keep() -> object:
        name = form.cleaned_data["name"]
        return actions.keep_pattern(
            request.organisation, by=request.user, name=name, windows=form.windows, pattern=found
        )

    if attempt(form, keep):
        messages.success(request, "The pattern is changed, and with it the capacity of those who work by it.")
        return redirect("capacity:patterns", request.organisation.slug)
    context = {"tab": "capacity", "part": "patterns", "form": form, "pattern": found}
    return render_page(request, "capacity/pattern.html", context)


@organisation_page("see_capacity")
def plan_names(request: OrganisationRequest) -> HttpResponse:
    manages = may(request.membership, "manage_any_capacity")
    form = MatchForm(request.organisation, request.POST or None) if manages else None
    if request.method == "POST":
        require(request, "manage_any_capacity")

    def match() -> object:
        assert form is not None
        means = names.meaning(request.organisation, form.cleaned_data["means"])
        return actions.match_name(request.organisation, by=request.user, name=form.cleaned_data["name"], means=means)

    if form and attempt(form, match):
        messages.success(request, f"{form.cleaned_data['name']} is matched, for all plans.")
        return redirect("capacity:names", request.organisation.slug)
    rows = names.name_rows(request.organisation)
    context = {
        "tab": "capacity", "part": "names", "form": form, "rows": rows[:MOST_NAMES_SHOWN], "all": len(rows),
        "sure": sum(each.the_same is not None for each in rows), "choices": form.choices if form else [],
    }  # fmt: skip
    return render_page(request, "capacity/names.html", context)


@organisation_page("manage_any_capacity")
@require_POST
def match_sure(request: OrganisationRequest) -> HttpResponse:
    rows = names.name_rows(request.organisation)
    matches = [(each.name, each.the_same.thing) for each in rows if each.the_same]
    do = lambda: actions.match_names(request.organisation, by=request.user, matches=matches)  # noqa: E731
    tried(request, do, "Names are matched with those who are called the same.")
    return redirect("capacity:names", request.organisation.slug)


@organisation_page("manage_any_capacity")
@require_POST
def forget(request: OrganisationRequest, plan_match_id: int) -> HttpResponse:
    found = one.match_in(request.organisation, plan_match_id)
    actions.forget_match(found, by=request.user)
    messages.success(request, f"What {found.name} means is asked again.")
    return redirect("capacity:names", request.organisation.slug)


@organisation_page("enter_own_leave")
def upload(request: OrganisationRequest) -> HttpResponse:
    form = TableForm(request.POST or None, request.FILES or None)

    def keep() -> LeaveTable:
        table = form.cleaned_data["table"]
        return actions.keep_leave_table(request.membership, name=table.name, content=table.read())

    if kept := attempt(form, keep):
        return redirect("capacity:uploaded", request.organisation.slug, kept.pk)
    context = {"tab": "capacity", "part": "upload", "form": form, "columns": COLUMNS}
    return render_page(request, "capacity/upload.html", context)


@organisation_page("enter_own_leave")
def uploaded(request: OrganisationRequest, leave_table_id: int) -> HttpResponse:
    kept = one.leave_table_in(request.organisation, leave_table_id)
    require(request, "take_up_leave_table", kept)
    if kept.done_at is not None:
        return redirect("capacity:people", request.organisation.slug)
    form = TakeForm(request.POST or None)

    def take() -> bool:
        every = form.cleaned_data["go"] == "all"
        added = actions.import_leave(kept, request.membership, all_or_none=every)
        messages.success(request, "1 entry is added." if added == 1 else f"{added} entries are added.")
        return True

    if attempt(form, take):
        return redirect("capacity:people", request.organisation.slug)
    context = {"tab": "capacity", "part": "upload", "form": form, "kept": kept}
    context |= shown_of(preview(kept, request.membership))
    return render_page(request, "capacity/uploaded.html", context)
