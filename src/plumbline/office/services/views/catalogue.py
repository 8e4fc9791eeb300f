"""The catalogue, and one service."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page
from plumbline.office.people.queries import today
from plumbline.office.services import actions, queries
from plumbline.office.services.exports import catalogue_lines
from plumbline.office.services.forms import QuestionForm, ServiceForm, facts_of
from plumbline.office.services.models import Service

LATELY = timedelta(days=90)


@require_safe
@organisation_page("see_services")
def catalogue(request: OrganisationRequest) -> HttpResponse:
    groups, search, level = queries.filtered(request.organisation, request.GET)
    context = {
        "tab": "services",
        "groups": groups,
        "archived": queries.catalogue(request.organisation, archived=True),
        "search": search,
        "level": level,
        "levels": Service.Level.choices,
    }
    return render_page(request, "services/catalogue.html", context)


@require_safe
@organisation_page("see_services")
def catalogue_file(request: OrganisationRequest, extension: str) -> HttpResponse:
    groups, _, _ = queries.filtered(request.organisation, request.GET)
    name = f"service-catalogue-{request.organisation.slug}"
    return table_file(name, extension, catalogue_lines(groups), frozen_columns=2)


@require_safe
@organisation_page("see_services")
def booklet(request: OrganisationRequest) -> HttpResponse:
    """All that each service says, to be printed or handed on."""
    groups, search, level = queries.filtered(request.organisation, request.GET)
    context = {"tab": "services", "groups": groups, "is_part": bool(search or level)}
    return render_page(request, "services/booklet.html", context | {"today": today(request.organisation)})


@require_safe
@organisation_page("see_services")
def service(request: OrganisationRequest, service_id: int) -> HttpResponse:
    return page_of(request, queries.service_in(request.organisation, service_id))


@require_http_methods(["GET", "POST"])
@organisation_page("edit_services")
def add(request: OrganisationRequest) -> HttpResponse:
    form = ServiceForm(request.organisation, request.POST or None, initial={"owner": request.user})
    found = attempt(form, lambda: actions.add_service(request.organisation, by=request.user, **form.facts))
    if found:
        messages.success(request, f"“{found}” is offered now.")
        return _to(found)
    return render_page(request, "services/edit.html", {"tab": "services", "form": form, "service": None})


@require_http_methods(["GET", "POST"])
@organisation_page("edit_services")
def edit(request: OrganisationRequest, service_id: int) -> HttpResponse:
    found = queries.service_in(request.organisation, service_id)
    form = ServiceForm(request.organisation, request.POST or None, initial=facts_of(found))

    def do() -> bool:
        actions.change_service(found, by=request.user, **form.facts)
        return True

    if attempt(form, do):
        messages.success(request, "It is changed. What was promised before stays promised.")
        return _to(found)
    return render_page(request, "services/edit.html", {"tab": "services", "form": form, "service": found})


@require_http_methods(["GET", "POST"])
@organisation_page("edit_services")
def take(request: OrganisationRequest) -> HttpResponse:
    if request.method == "POST" and (keys := request.POST.getlist("key")[:100]):
        try:
            taken = actions.take_from_catalogue(request.organisation, keys, by=request.user)
            many = f"{len(taken)} services are" if len(taken) != 1 else "One service is"
            messages.success(request, f"{many} offered now. Look at their service levels next.")
            return redirect("services:catalogue", request.organisation.slug)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    context = {"tab": "services", "groups": queries.not_taken(request.organisation)}
    return render_page(request, "services/take.html", context | {"nothing_chosen": request.method == "POST"})


@require_http_methods(["GET", "POST"])
@organisation_page("edit_services")
def archive(request: OrganisationRequest, service_id: int) -> HttpResponse:
    found = queries.service_in(request.organisation, service_id)
    if request.method != "POST":
        back = reverse("services:service", args=[request.organisation.slug, found.pk])
        return render_page(request, "services/archive.html", {"service": found, "back": back})
    actions.archive_service(found, by=request.user)
    messages.success(request, f"“{found}” is archived. It can be restored on its page.")
    return redirect("services:catalogue", request.organisation.slug)


@organisation_page("edit_services")
@require_POST
def restore(request: OrganisationRequest, service_id: int) -> HttpResponse:
    found = queries.service_in(request.organisation, service_id)
    actions.restore_service(found, by=request.user)
    messages.success(request, f"“{found}” is offered again.")
    return _to(found)


@organisation_page("edit_services")
@require_POST
def add_question(request: OrganisationRequest, service_id: int) -> HttpResponse:
    found = queries.service_in(request.organisation, service_id)
    form = QuestionForm(request.POST)

    def do() -> bool:
        actions.add_question(found, by=request.user, **form.facts)
        return True

    if attempt(form, do):
        messages.success(request, "The form asks it now.")
        return _to(found)
    return page_of(request, found, form)


@organisation_page("edit_services")
@require_POST
def remove_question(request: OrganisationRequest, service_id: int) -> HttpResponse:
    found = queries.service_in(request.organisation, service_id)
    actions.remove_question(found, by=request.user, text=request.POST.get("text", "")[:200])
    messages.success(request, "The form asks it no longer. Answers that were given are kept.")
    return _to(found)


def page_of(request: OrganisationRequest, found: Service, question: QuestionForm | None = None) -> HttpResponse:
    day = today(request.organisation)
    _, lately = queries.value_of(request.organisation, day - LATELY, day, service=found)
    context = {"tab": "services", "service": found, "lately": lately, "question": question or QuestionForm()}
    return render_page(request, "services/service.html", context)


def _to(found: Service) -> HttpResponse:
    return redirect("services:service", found.organisation.slug, found.pk)
