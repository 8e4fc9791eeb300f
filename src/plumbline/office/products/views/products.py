"""The products of one project."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from plumbline.office.foundation.access import may
from plumbline.office.foundation.forms import attempt
from plumbline.office.foundation.partial_pages import render_page
from plumbline.office.foundation.table_files import table_file
from plumbline.office.people.access import OrganisationRequest, organisation_page, require
from plumbline.office.products import actions, queries
from plumbline.office.products.forms import ChangeProductForm, ProductForm, WithdrawForm, said_of
from plumbline.office.products.models import Product
from plumbline.office.projects import queries as projects


@organisation_page("see_products")
def of_project(request: OrganisationRequest, project_id: int) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    form = ProductForm(project, request.POST or None)
    if request.method == "POST":
        require(request, "edit_project", project)
        if added := attempt(form, lambda: actions.add_product(project, by=request.user, **form.cleaned_data)):
            messages.success(request, f"{added.name} is added. Say next what is offered beyond it.")
            return redirect("products:product", request.organisation.slug, project.pk, added.pk)
    edits = may(request.membership, "edit_project", project) and not project.archived_at
    context = {"project": project, "tab": "products", "products": queries.products_of(project)}
    return render_page(request, "products/project.html", context | {"form": form if edits else None})


@require_safe
@organisation_page("see_products")
def project_file(request: OrganisationRequest, project_id: int, extension: str) -> HttpResponse:
    project = projects.project(request.organisation, project_id)
    lines = queries.project_lines(project)
    return table_file(f"{project.code} products", extension, lines, frozen_columns=2)


@require_safe
@organisation_page("see_products")
def product(request: OrganisationRequest, project_id: int, product_id: int) -> HttpResponse:
    found = _found(request, project_id, product_id)
    edits = may(request.membership, "edit_project", found.project)
    open_to_change = found.withdrawn_at is None and found.project.archived_at is None
    context = _about(found) | {"page": queries.product_page(found), "may_edit": edits and open_to_change}
    return render_page(request, "products/product.html", context)


@require_safe
@organisation_page("see_products")
def product_file(request: OrganisationRequest, project_id: int, product_id: int, extension: str) -> HttpResponse:
    found = _found(request, project_id, product_id)
    lines = queries.product_lines(queries.product_page(found))
    return table_file(f"{found.project.code} {found.reference}", extension, lines, frozen_columns=1)


@organisation_page("see_products")
def edit(request: OrganisationRequest, project_id: int, product_id: int) -> HttpResponse:
    found = _found(request, project_id, product_id)
    require(request, "edit_project", found.project)
    form = ChangeProductForm(found.project, request.POST or None, product=found, initial=said_of(found))
    if attempt(form, lambda: actions.change_product(found, by=request.user, **form.cleaned_data)):
        messages.success(request, "The change is saved.")
        return redirect("products:product", request.organisation.slug, project_id, product_id)
    return render_page(request, "products/edit.html", _about(found) | {"form": form})


@organisation_page("see_products")
def withdraw(request: OrganisationRequest, project_id: int, product_id: int) -> HttpResponse:
    found = _found(request, project_id, product_id)
    require(request, "edit_project", found.project)
    form = WithdrawForm(request.POST or None)

    def do() -> bool:
        actions.withdraw_product(found, by=request.user, **form.cleaned_data)
        return True

    back = reverse("products:product", args=[request.organisation.slug, project_id, product_id])
    if attempt(form, do):
        messages.success(request, f"{found.name} is withdrawn.")
        return redirect(back)
    return render_page(request, "products/withdraw.html", _about(found) | {"form": form, "back": back})


def _found(request: OrganisationRequest, project_id: int, product_id: int) -> Product:
    return queries.product(projects.project(request.organisation, project_id), product_id)


def _about(found: Product) -> dict[str, object]:
    return {"project": found.project, "tab": "products", "product": found}
