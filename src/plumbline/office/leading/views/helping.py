"""Help wanted: asked by project managers, given by those who lead them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.forms import attempt, tried
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.leading import actions, queries
from plumbline.office.leading.forms import AnswerForm, HelpForm
from plumbline.office.leading.models import HelpWanted
from plumbline.office.people.access import OrganisationRequest, organisation_page, require

PER_PAGE = 40


@require_safe
@organisation_page("lead_managers")
def help_desk(request: OrganisationRequest) -> HttpResponse:
    page = Paginator(queries.help_in(request.organisation), PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "leading/help_desk.html", {"tab": "managers", "page": page})


@organisation_page("see_own_caseload")
def ask(request: OrganisationRequest) -> HttpResponse:
    form = HelpForm(request.organisation, request.user, request.POST or None)

    def do() -> HelpWanted:
        return actions.ask_for_help(request.organisation, by=request.user, **form.cleaned_data)

    if wanted := attempt(form, do):
        messages.success(request, "Those who lead project managers are told. You hear who helps.")
        return redirect("leading:help", request.organisation.slug, wanted.pk)
    return render_page(request, "leading/ask_for_help.html", {"tab": "own", "form": form})


@require_safe
@organisation_page("see_own_caseload")
def help_wanted(request: OrganisationRequest, help_wanted_id: int) -> HttpResponse:
    return _page(request, queries.help_wanted(request.membership, help_wanted_id), AnswerForm())


@organisation_page("see_own_caseload")
@require_POST
def take(request: OrganisationRequest, help_wanted_id: int) -> HttpResponse:
    wanted = queries.help_wanted(request.membership, help_wanted_id)
    require(request, "lead_managers")
    if request.POST.get("take") == "yes":
        tried(request, lambda: actions.take_help(wanted, by=request.user), f"{wanted.person} is told that you help.")
    return redirect("leading:help", request.organisation.slug, help_wanted_id)


@organisation_page("see_own_caseload")
@require_POST
def answer(request: OrganisationRequest, help_wanted_id: int) -> HttpResponse:
    wanted = queries.help_wanted(request.membership, help_wanted_id)
    require(request, "lead_managers")
    form = AnswerForm(request.POST)

    def do() -> bool:
        actions.answer_help(wanted, by=request.user, answer=form.cleaned_data["answer"])
        return True

    if attempt(form, do):
        messages.success(request, f"{wanted.person} is told what was done.")
        return redirect("leading:help", request.organisation.slug, help_wanted_id)
    return _page(request, wanted, form)


@organisation_page("see_own_caseload")
@require_POST
def withdraw(request: OrganisationRequest, help_wanted_id: int) -> HttpResponse:
    wanted = queries.help_wanted(request.membership, help_wanted_id)
    if request.POST.get("withdraw") == "yes":
        tried(request, lambda: actions.withdraw_help(wanted, by=request.user), "It is withdrawn.")
    return redirect("leading:help", request.organisation.slug, help_wanted_id)


def _page(request: OrganisationRequest, wanted: HelpWanted, form: AnswerForm) -> HttpResponse:
    asked = wanted.person_id == request.user.pk
    context = {"tab": "own" if asked else "managers", "wanted": wanted, "asked": asked, "form": form}
    return render_page(request, "leading/help.html", context)
