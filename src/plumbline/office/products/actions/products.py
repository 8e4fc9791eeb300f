"""The product itself: what its users really get, and what is made for that."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person
from plumbline.office.products.actions.places import MOST_PRODUCTS, locked_product, withdraw
from plumbline.office.products.models import PartOfProduct, Product, ProductWording
from plumbline.office.projects.held import locked, next_number
from plumbline.office.projects.models import Project

SAID = ("name", "core_benefit", "features", "quality", "design")


def add_product(
    project: Project,
    *,
    by: Person | None,
    name: str,
    core_benefit: str,
    deliverables: Sequence[Deliverable] = (),
    **said: str,
) -> Product:
    """``said`` are features (one on each line), quality and design. Raises ``ValidationError`` by field."""
    with action("add_product", by=by, scope=project.organisation) as line:
        held = locked(project)
        number = next_number(held.products.all(), MOST_PRODUCTS)
        given = {"name": name, "core_benefit": core_benefit, **said}
        product = add(Product(project=held, number=number, **{key: text.strip() for key, text in given.items()}))
        _make_of(product, deliverables)
        _keep_wording(product, by, "")
        line.about(product, number=number)
    return product


def change_product(
    product: Product,
    *,
    by: Person | None,
    deliverables: Sequence[Deliverable] | None = None,
    note: str = "",
    **said: str,
) -> Product:
    """What is said anew is kept beside what was said before. ``deliverables`` of ``None`` leaves them as they are."""
    with action("change_product", by=by, scope=product.project.organisation) as line:
        held = locked_product(product)
        told = change(held, **{key: text.strip() for key, text in said.items()})
        if told or note.strip():
            _keep_wording(held, by, note)
        if deliverables is not None and (parts := _make_of(held, deliverables)):
            told["deliverables"] = parts
        if told or note.strip():
            line.about(held, changed=told)
        else:
            line.nothing_happened()
    return held


def withdraw_product(product: Product, *, by: Person | None, because: str) -> None:
    """It is offered to nobody any more, and neither are its augmentations. All that was said stays to be read."""
    with action("withdraw_product", by=by, scope=product.project.organisation) as line:
        held = locked_product(product)
        withdraw(held, by, because)
        line.about(held, because=because.strip())


def _make_of(product: Product, deliverables: Sequence[Deliverable]) -> list[str]:
    """Returns what it was made of and is now; nothing where that is the same."""
    if any(each.project_id != product.project_id for each in deliverables):
        raise ValidationError({"deliverables": "Choose deliverables of this project."})
    before = {each.deliverable_id: each.deliverable for each in product.parts.select_related("deliverable")}
    now_in = {each.pk: each for each in deliverables}
    if before.keys() == now_in.keys():
        return []
    product.parts.exclude(deliverable__in=now_in).delete()
    PartOfProduct.objects.bulk_create(
        PartOfProduct(product=product, deliverable=each) for key, each in now_in.items() if key not in before
    )
    return [", ".join(each.reference for each in made.values()) for made in (before, now_in)]


def _keep_wording(product: Product, by: Person | None, note: str) -> None:
    said = {each: getattr(product, each) for each in SAID}
    add(ProductWording(product=product, by=by, note=note.strip(), **said))
