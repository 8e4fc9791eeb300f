"""What is offered beyond a product."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.products import actions, queries
from plumbline.office.products.forms import (
    AddAugmentationForm,
    AugmentationForm,
    LevelForm,
    MeasurementForm,
    WithdrawForm,
    facts_of,
)
from plumbline.office.products.models import Augmentation, Level
from plumbline.office.projects import queries as projects


@organisation_page("see_products")
def augment(request: OrganisationRequest, project_id: int, product_id: int) -> HttpResponse:
    found = queries.product(projects.project(request.organisation, project_id), product_id)
    require(request, "edit_project", found.project)
    form = AddAugmentationForm(request.POST or None)
    if added := attempt(form, lambda: actions.add_augmentation(found, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{added.name} is offered beyond {found.name}.")
        return _to(added)
    context = {"project": found.project, "tab": "products", "product": found, "form": form}
    return render_page(request, "products/augment.html", context)


@require_safe
@organisation_page("see_products")
def augmentation(request: OrganisationRequest, project_id: int, augmentation_id: int) -> HttpResponse:
    return _page(request, _found(request, project_id, augmentation_id))


@require_safe
@organisation_page("see_products")
def augmentation_file(
    request: OrganisationRequest, project_id: int, augmentation_id: int, extension: str
) -> HttpResponse:
    found = _found(request, project_id, augmentation_id)
    lines = queries.measurement_lines(queries.augmentation_page(found))
    return table_file(f"{found.product.project.code} {found.product.reference} {found.reference}", extension, lines)


@organisation_page("see_products")
def change_augmentation(request: OrganisationRequest, project_id: int, augmentation_id: int) -> HttpResponse:
    found = _found(request, project_id, augmentation_id)
    require(request, "edit_project", found.product.project)
    form = AugmentationForm(request.POST or None, initial=facts_of(found))
    if attempt(form, lambda: actions.change_augmentation(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The change is saved. What was promised before stays in the history.")
        return _to(found)
    return render_page(request, "products/augment.html", _about(found) | {"form": form})


@organisation_page("see_products")
@require_POST
def measure(request: OrganisationRequest, project_id: int, augmentation_id: int) -> HttpResponse:
    found = _found(request, project_id, augmentation_id)
    require(request, "edit_project", found.product.project)
    form = MeasurementForm(request.POST)
    if attempt(form, lambda: actions.record_value(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The measurement is recorded.")
        return _to(found)
    return _page(request, found, measurement=form)


@organisation_page("see_products")
@require_POST
def level(request: OrganisationRequest, project_id: int, augmentation_id: int) -> HttpResponse:
    found = _found(request, project_id, augmentation_id)
    require(request, "edit_project", found.product.project)
    form = LevelForm(request.POST)
    if step := attempt(form, lambda: actions.set_level(found, by=request.user, **form.cleaned_data)):
        messages.success(request, f"{found.name} is {step.level} since {step.on:%-d %B %Y}.")
        return _to(found)
    return _page(request, found, moving=form)


@organisation_page("see_products")
def withdraw_augmentation(request: OrganisationRequest, project_id: int, augmentation_id: int) -> HttpResponse:
    found = _found(request, project_id, augmentation_id)
    require(request, "edit_project", found.product.project)
    form = WithdrawForm(request.POST or None)

    def do() -> bool:
        actions.withdraw_augmentation(found, by=request.user, **form.cleaned_data)
        return True

    if attempt(form, do):
        messages.success(request, f"{found.name} is withdrawn.")
        return _to(found)
    back = reverse("products:augmentation", args=[request.organisation.slug, project_id, augmentation_id])
    return render_page(request, "products/withdraw.html", _about(found) | {"form": form, "back": back})


def _page(request: OrganisationRequest, found: Augmentation, **refused: Any) -> HttpResponse:
    """With the form that was refused in place of an empty one."""
    project = found.product.project
    is_open = not (found.withdrawn_at or found.product.withdrawn_at or project.archived_at)
    other = Level.OFFERED if found.is_expected else Level.EXPECTED
    context = _about(found) | {
        "page": queries.augmentation_page(found),
        "may_edit": is_open and may(request.membership, "edit_project", project),
        "measurement": refused.get("measurement") or MeasurementForm(),
        "moving": refused.get("moving") or LevelForm(initial={"level": other}),
    }
    return render_page(request, "products/augmentation.html", context)


def _found(request: OrganisationRequest, project_id: int, augmentation_id: int) -> Augmentation:
    return queries.augmentation(projects.project(request.organisation, project_id), augmentation_id)


def _about(found: Augmentation) -> dict[str, object]:
    about = {"project": found.product.project, "tab": "products", "product": found.product}
    return about | {"augmentation": found}


def _to(found: Augmentation) -> HttpResponse:
    project = found.product.project
    return redirect("products:augmentation", project.organisation.slug, project.pk, found.pk)
